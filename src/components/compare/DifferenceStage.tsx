/** The difference of the two maps on the stage, with its scale, in place of the two pictures; or why there is none. */
import { useId, type ReactNode } from "react";
import { useApp } from "../../state/store";
import type { DecoderStep } from "../../engine/results/trace";
import { type MapDifference, mapDifference, movedShare } from "../../vis/facts/mapDifference";
import { useFormat } from "../primitives/useFormat";
import { shownColumn } from "../../state/slices/view";
import { useSelect } from "../useSelect";
import { useShownStep } from "../useShownStep";
import { DifferenceMap } from "./DifferenceMap";
import styles from "./DifferenceStage.module.css";
import { useCompareTexts } from "./useCompareTexts";

export function DifferenceStage(): ReactNode {
  const { t } = useCompareTexts();
  const shown = useShownStep();
  const other = useApp(({ lanes }) => lanes.b?.run.trace ?? null);
  if (!shown || !other) return <p className={styles.none}>{t("waiting")}</p>;
  const rows = mapDifference(shown.trace, other);
  if (typeof rows === "string") return <p className={styles.none}>{t(`difference.${rows}`)}</p>;
  return <Difference rows={rows} index={Math.min(shown.index, rows.length - 1)} />;
}

interface DifferenceProps {
  readonly rows: MapDifference;
  readonly index: number;
}

function Difference({ rows, index }: DifferenceProps): ReactNode {
  const { t } = useCompareTexts();
  const format = useFormat();
  const onSelect = useSelect();
  const heading = useId();
  const shown = useShownStep();
  const chosen = useApp(({ view }) => view.column);
  const step: DecoderStep | undefined = rows[index]?.a;
  if (!shown) return null;
  return (
    <figure className={styles.figure} aria-labelledby={heading}>
      <figcaption className={styles.caption}>
        <h3 id={heading} className={styles.title}>
          {t("difference.title")}
        </h3>
        <Scale />
        <p>{t("difference.moved", { share: format.percent(movedShare(rows), 0) })}</p>
      </figcaption>
      <div className={styles.room}>
        <DifferenceMap
          source={shown.trace.source}
          rows={rows}
          index={index}
          column={shownColumn(step, chosen)}
          onSelect={onSelect}
        />
      </div>
    </figure>
  );
}

/** The scale: which colour means which model, with the ends and zero. */
function Scale(): ReactNode {
  const { t } = useCompareTexts();
  return (
    <p className={styles.scale}>
      <span>{t("difference.more", { lane: "B" })}</span>
      <span className={styles.ramp} aria-hidden="true">
        <span>{"−1"}</span>
        <span>{"0"}</span>
        <span>{"+1"}</span>
      </span>
      <span>{t("difference.more", { lane: "A" })}</span>
    </p>
  );
}
