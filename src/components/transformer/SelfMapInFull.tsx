/** A map of self-attention in place of the picture: its tokens, its weights, and the rows that a lesson points at. */
import type { ReactNode } from "react";
import type { Pointed } from "../../lessons/lesson";
import { glyph } from "../../vis/layout/labels";
import { shortWeight } from "../../vis/format";
import { useStageMarks } from "../lesson/stageMarks";
import { useFormat } from "../primitives/useFormat";
import { useScales } from "../unrolled/tile/useScales";
import styles from "./SelfMapInFull.module.css";
import { useHead } from "./useHead";
import { isMasked, type SelfMapProps, type ShownSelfMap, useSelfMap, weightAt } from "./useSelfMap";
import { useTransformerTexts } from "./useTransformerTexts";

type PointedRows = Extract<Pointed, { readonly kind: "selfRows" }>;

/** The rows of this map that the open lesson points at; null: none. */
function usePointedRows(of: SelfMapProps["of"]): PointedRows | null {
  const pointed = useStageMarks((state) => state.pointed);
  return pointed?.kind === "selfRows" && pointed.of === of ? pointed : null;
}

export function SelfMapInFull({ trace, of }: SelfMapProps): ReactNode {
  const { t } = useTransformerTexts();
  const map = useSelfMap({ trace, of }, useHead(trace));
  const pointed = usePointedRows(of);
  if (!map) return null;
  const { tokens, title, label } = map;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <section className={styles.scroller} tabIndex={0} aria-label={title}>
      <table className={styles.table}>
        <caption className={styles.caption}>{label}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              <span className="visually-hidden">{t("self.asking")}</span>
            </th>
            {tokens.map((token, i) => (
              <th key={i} scope="col">
                {glyph(token)}
              </th>
            ))}
            {pointed?.counts && <th scope="col">{t("self.count")}</th>}
          </tr>
        </thead>
        <tbody>
          {tokens.map((_, row) => (
            <Row key={row} map={map} of={of} row={row} pointed={pointed} />
          ))}
        </tbody>
        {pointed?.counts && pointed.rows.length === tokens.length && <Total tokens={tokens} />}
      </table>
    </section>
  );
}

interface RowProps extends Pick<SelfMapProps, "of"> {
  readonly map: ShownSelfMap;
  readonly row: number;
  readonly pointed: PointedRows | null;
}

function Row({ map: { tokens, weights }, of, row, pointed }: RowProps): ReactNode {
  const { t } = useTransformerTexts();
  const format = useFormat();
  const scales = useScales();
  const isPointed = pointed?.rows.includes(row) ?? false;
  const seen = tokens.filter((_, column) => !isMasked(of, row, column)).length;
  return (
    <tr data-true={isPointed || undefined}>
      <th scope="row">{glyph(tokens[row] ?? { id: 0, text: "" })}</th>
      {tokens.map((_, column) => {
        if (isMasked(of, row, column))
          return (
            <td key={column} className={styles.masked}>
              <span className="visually-hidden">{t("self.masked")}</span>
            </td>
          );
        const weight = weightAt(weights, row, column);
        return (
          <td
            key={column}
            title={format.fixed(weight, 2)}
            style={
              {
                "--share": `${Math.round(100 * weight)}%`,
                color: scales ? scales.weightText(weight) : "inherit",
              } as object
            }
          >
            {shortWeight(weight)}
          </td>
        );
      })}
      {pointed?.counts && <td className={styles.count}>{isPointed && format.number(seen)}</td>}
    </tr>
  );
}

/** Under a map of which every row is counted. */
function Total({ tokens }: Pick<ShownSelfMap, "tokens">): ReactNode {
  const { t } = useTransformerTexts();
  const format = useFormat();
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={tokens.length + 1}>
          {t("self.total")}
        </th>
        <td className={styles.count}>{format.number(tokens.length ** 2)}</td>
      </tr>
    </tfoot>
  );
}
