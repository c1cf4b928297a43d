/** The context vector as a weighted sum of a few encoder states. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { topOf } from "../../vis/facts/subject";
import { subscript, SYMBOLS } from "../../vis/tex/symbols";
import type { Shown } from "../unrolled/shown";
import { useFormat } from "../primitives/useFormat";
import styles from "./Mixture.module.css";
import { VectorTile } from "./VectorTiles";

const SHOWN = 2; // as many as fit in a narrow panel

export function Mixture({ trace, index, step }: Shown): ReactNode {
  const { t } = useTranslation("step");
  const format = useFormat();
  const weights = step.attention?.weights;
  if (!weights) return null;
  const { key } = SYMBOLS;
  const largest = [...weights.keys()]
    .toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0))
    .slice(0, SHOWN);
  const more = weights.length - largest.length;
  return (
    <div className={styles.mixture}>
      <span className="visually-hidden">{t("mix")}</span>
      {largest.map((column, i) => (
        <span key={column} className={styles.part}>
          {i > 0 && <span className={styles.sign}>{"+"}</span>}
          <span className={styles.weight}>{format.fixed(weights[column] ?? 0, 2)}</span>
          <VectorTile
            trace={trace}
            subject={{ kind: "encoder", column, layer: topOf(trace) }}
            owner="encoder"
            symbol={`${key}${subscript(column + 1)}`}
          />
        </span>
      ))}
      {more > 0 && (
        <span className={styles.weight} title={t("mixMore", { count: more })}>
          <span className="visually-hidden">{t("mixMore", { count: more })}</span>
          <span aria-hidden="true">{"+ ⋯"}</span>
        </span>
      )}
      <span className={styles.part}>
        <span className={styles.sign}>{"="}</span>
        <VectorTile
          trace={trace}
          subject={{ kind: "context", step: index }}
          owner="attention"
          symbol={`c${subscript(index + 1)}`}
        />
      </span>
    </div>
  );
}
