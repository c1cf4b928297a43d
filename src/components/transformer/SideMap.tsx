/** A small map of a side of a Transformer that looks within itself. */
import type { ReactNode } from "react";
import type { HeadTrace, Matrix, Trace } from "../../engine/results/trace";
import type { TokenView } from "../../engine/text/tokens";
import { meanWeights } from "../../vis/facts/heads";
import { glyph } from "../../vis/layout/labels";
import { useFormat } from "../primitives/useFormat";
import styles from "./SideMap.module.css";
import type { ShownHead } from "./useHead";
import { useTransformerTexts } from "./useTransformerTexts";

type Side = "encoder" | "self";

interface SideMapProps extends ShownHead {
  readonly trace: Trace;
  /** Of which side of the network. */
  readonly of: Side;
  /** Whether it stands beside the picture, where there is more room. */
  readonly isLarge?: boolean;
}

/** Where source tokens look in the source, or steps in the answer so far. */
export function SideMap({ trace, layer, head, of, isLarge = false }: SideMapProps): ReactNode {
  const { t } = useTransformerTexts();
  const { transformer } = trace;
  if (!transformer) return null;
  const which =
    head === null
      ? t("self.whichMean", { layer: layer + 1 })
      : t("self.which", { layer: layer + 1, head: head + 1 });
  const isEncoder = of === "encoder";
  return (
    <SelfMap
      title={t(isEncoder ? "self.encoder" : "self.decoder")}
      label={t(isEncoder ? "self.encoderMap" : "self.decoderMap", { which })}
      weights={meanWeights(chosen(transformer[of][layer] ?? [], head))}
      isLarge={isLarge}
      tokens={isEncoder ? trace.source : trace.steps.map(({ input }) => input)}
    />
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
  readonly isLarge: boolean;
}

/** In pixels: of a cell, and the most of a whole map. */
const SMALL = { cell: 7, map: 84 };
const LARGE = { cell: 12, map: 104 };

function SelfMap({ title, label, weights, tokens, isLarge }: SelfMapProps): ReactNode {
  const { t } = useTransformerTexts();
  const format = useFormat();
  const { rows, columns, data } = weights;
  const room = isLarge ? LARGE : SMALL;
  const cell = Math.min(room.cell, room.map / Math.max(rows, columns));
  const at = (row: number, column: number): number => data[row * columns + column] ?? 0;
  const spoken = tokens.map((token, row) => {
    const all = tokens.map((_, column) => at(row, column));
    const most = all.indexOf(Math.max(...all));
    const [from, to] = [glyph(token), glyph(tokens[most] ?? token)];
    return t("self.row", { token: from, other: to, weight: format.fixed(all[most] ?? 0, 2) });
  });
  return (
    <figure className={styles.figure} data-large={isLarge || undefined}>
      <figcaption>{title}</figcaption>
      <svg
        className={styles.map}
        width={columns * cell + 2}
        height={rows * cell + 2}
        viewBox={`0 0 ${columns * cell + 2} ${rows * cell + 2}`}
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
