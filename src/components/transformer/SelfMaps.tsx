/** Two small maps: where source tokens look in the source, and where steps look in the answer so far. */
import type { ReactNode } from "react";
import type { HeadTrace, Matrix, Trace } from "../../engine/results/trace";
import type { TokenView } from "../../engine/text/tokens";
import { meanWeights } from "../../vis/facts/heads";
import { glyph } from "../../vis/layout/labels";
import { useFormat } from "../primitives/useFormat";
import styles from "./SelfMaps.module.css";
import type { ShownHead } from "./useHead";
import { useTransformerTexts } from "./useTransformerTexts";

interface SelfMapsProps extends ShownHead {
  readonly trace: Trace;
}

export function SelfMaps({ trace, layer, head }: SelfMapsProps): ReactNode {
  const { t } = useTransformerTexts();
  const { transformer } = trace;
  if (!transformer) return null;
  const which =
    head === null
      ? t("self.whichMean", { layer: layer + 1 })
      : t("self.which", { layer: layer + 1, head: head + 1 });
  const weightsOf = (side: "encoder" | "self"): Matrix =>
    meanWeights(chosen(transformer[side][layer] ?? [], head));
  return (
    <div className={styles.maps}>
      <SelfMap
        title={t("self.encoder")}
        label={t("self.encoderMap", { which })}
        weights={weightsOf("encoder")}
        tokens={trace.source}
      />
      <SelfMap
        title={t("self.decoder")}
        label={t("self.decoderMap", { which })}
        weights={weightsOf("self")}
        tokens={trace.steps.map(({ input }) => input)}
      />
    </div>
  );
}

function chosen(heads: readonly HeadTrace[], head: number | null): readonly HeadTrace[] {
  return head === null ? heads : heads.slice(head, head + 1);
}

interface SelfMapProps {
  readonly title: string;
  readonly label: string;
  readonly weights: Matrix;
  readonly tokens: readonly TokenView[]; // of rows and columns
}

const CELL = 7; // pixels
const LARGEST = 84; // pixels of a whole map

function SelfMap({ title, label, weights, tokens }: SelfMapProps): ReactNode {
  const { t } = useTransformerTexts();
  const format = useFormat();
  const { rows, columns, data } = weights;
  const cell = Math.min(CELL, LARGEST / Math.max(rows, columns));
  const at = (row: number, column: number): number => data[row * columns + column] ?? 0;
  const spoken = tokens.map((token, row) => {
    const all = tokens.map((_, column) => at(row, column));
    const most = all.indexOf(Math.max(...all));
    const [from, to] = [glyph(token), glyph(tokens[most] ?? token)];
    return t("self.row", { token: from, other: to, weight: format.fixed(all[most] ?? 0, 2) });
  });
  return (
    <figure className={styles.figure}>
      <figcaption>{title}</figcaption>
      <svg
        className={styles.map}
        width={columns * cell + 2}
        height={rows * cell + 2}
        role="img"
        aria-label={`${label} ${spoken.join(" ")}`}
      >
        {Array.from({ length: rows * columns }, (_, i) => {
          const [row, column] = [Math.floor(i / columns), i % columns];
          return (
            <rect
              key={i}
              x={column * cell + 1}
              y={row * cell + 1}
              width={cell}
              height={cell}
              fillOpacity={at(row, column)}
            >
              <title>{`${glyph(tokens[row] as TokenView)} → ${glyph(tokens[column] as TokenView)}: ${format.fixed(at(row, column), 2)}`}</title>
            </rect>
          );
        })}
      </svg>
    </figure>
  );
}
