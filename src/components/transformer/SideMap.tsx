/** A small map of a side of a Transformer that looks within itself. A press shows it large in place of the picture. */
import type { ReactNode } from "react";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { glyph } from "../../vis/layout/labels";
import { useFormat } from "../primitives/useFormat";
import styles from "./SideMap.module.css";
import type { ShownHead } from "./useHead";
import { type SelfMapProps, type ShownSelfMap, useSelfMap, weightAt } from "./useSelfMap";
import { useTransformerTexts } from "./useTransformerTexts";

export function SideMap({ trace, of, ...shown }: SelfMapProps & ShownHead): ReactNode {
  const { t } = useTransformerTexts();
  const map = useSelfMap({ trace, of }, shown);
  const isOpen = useApp(({ view }) => view.selfMap === of);
  if (!map) return null;
  return (
    <figure className={styles.figure} data-open={isOpen || undefined}>
      <figcaption>
        <button
          type="button"
          className={styles.open}
          aria-pressed={isOpen}
          title={t(isOpen ? "self.close" : "self.open")}
          onClick={() => student.showSelfMap(isOpen ? null : of)}
        >
          {map.title}
        </button>
      </figcaption>
      <Drawing {...map} />
    </figure>
  );
}

/** In pixels: of a cell, and the most of a whole map. */
const CELL = 7;
const MOST = 84;

function Drawing({ label, weights, tokens }: ShownSelfMap): ReactNode {
  const spoken = useSpoken(weights, tokens);
  const { rows, columns, data } = weights;
  const cell = Math.min(CELL, MOST / Math.max(rows, columns));
  const size = { width: columns * cell + 2, height: rows * cell + 2 };
  return (
    <svg
      className={styles.map}
      {...size}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={`${label} ${spoken.join(" ")}`}
    >
      {Array.from(data, (weight, i) => (
        <rect
          key={i}
          x={(i % columns) * cell + 1}
          y={Math.floor(i / columns) * cell + 1}
          width={cell}
          height={cell}
          fillOpacity={weight}
        />
      ))}
    </svg>
  );
}

/** A sentence for each row: where it looks most. */
function useSpoken(
  weights: ShownSelfMap["weights"],
  tokens: ShownSelfMap["tokens"],
): readonly string[] {
  const { t } = useTransformerTexts();
  const format = useFormat();
  return tokens.map((token, row) => {
    const all = tokens.map((_, column) => weightAt(weights, row, column));
    const most = all.indexOf(Math.max(...all));
    const [from, to] = [glyph(token), glyph(tokens[most] ?? token)];
    return t("self.row", { token: from, other: to, weight: format.fixed(all[most] ?? 0, 2) });
  });
}
