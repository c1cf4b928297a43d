/** One cell of the map in numbers: the score term by term, the softmax, and where a number of the context comes from. */
import { type ReactNode, useId, useState } from "react";
import type { HeadTrace } from "../../engine/results/trace";
import type { TokenView } from "../../engine/text/tokens";
import { cellInFull, contextTerms } from "../../vis/facts/cellInFull";
import { lookOf } from "../../vis/facts/scaling";
import { numberText } from "../../vis/tex/quantityText";
import { glyph } from "../../vis/layout/labels";
import { NumberTable } from "../primitives/NumberTable";
import styles from "./CellInFull.module.css";
import { useTransformerTexts } from "./useTransformerTexts";

const MOST = 4; // terms before the rest is added up

interface CellInFullProps {
  readonly head: HeadTrace;
  readonly step: number; //   0-based
  readonly column: number; // 0-based
  readonly source: readonly TokenView[];
  /** Whether the scores are divided, as the model does. */
  readonly scales: boolean;
}

export function CellInFull(props: CellInFullProps): ReactNode {
  const { head, step, column, source, scales } = props;
  const { t } = useTransformerTexts();
  const title = useId();
  const token = source[column];
  if (!token) return null;
  const cell = cellInFull(head, { step, position: column, scales });
  const folded = cell.terms.slice(MOST);
  const rest = folded.reduce((sum, { product }) => sum + product, 0);
  const values = {
    product: numberText(cell.product),
    size: cell.size,
    score: numberText(cell.score),
    largest: numberText(cell.largest),
    total: numberText(cell.total),
    weight: numberText(cell.weight),
  };
  return (
    <section className={styles.cell} aria-labelledby={title}>
      <h4 id={title} className={styles.title}>
        {t("cell.title", { step: step + 1, token: glyph(token) })}
      </h4>
      <NumberTable
        className={styles.table}
        caption={t("cell.terms")}
        columns={[t("cell.unit"), "q", "k", "q·k"]}
        rows={[
          ...cell.terms.slice(0, MOST).map(({ unit, query, key, product }) => ({
            head: String(unit + 1),
            cells: [query, key, product].map((value) => numberText(value)),
          })),
          ...(folded.length > 0
            ? [
                {
                  head: t("cell.others", { count: folded.length }),
                  cells: ["", "", numberText(rest)],
                },
              ]
            : []),
        ]}
        total={{ head: t("cell.sum"), cells: ["", "", values.product] }}
      />
      <p className={styles.line}>{t(scales ? "cell.score" : "cell.scoreUndivided", values)}</p>
      <p className={styles.line}>{t("cell.softmax", values)}</p>
      <ContextTerms {...props} />
    </section>
  );
}

/** One number of the context as a sum over the source tokens. */
function ContextTerms({ head, step, source, scales }: CellInFullProps): ReactNode {
  const { t } = useTransformerTexts();
  const [wanted, setUnit] = useState(0);
  const size = head.values.columns;
  const unit = Math.min(wanted, size - 1);
  const terms = contextTerms(head, lookOf(head, step, scales).weights, unit);
  const sum = terms.reduce((total, { product }) => total + product, 0);
  return (
    <>
      <label className={styles.unit}>
        {t("cell.contextUnit", { unit: unit + 1, size })}
        <input
          type="range"
          min={1}
          max={size}
          value={unit + 1}
          onChange={({ target }) => setUnit(Number(target.value) - 1)}
        />
      </label>
      <NumberTable
        className={styles.table}
        caption={t("cell.contextTerms", { unit: unit + 1 })}
        columns={[t("table.token"), "α", "v", "α·v"]}
        rows={terms.map(({ position, weight, value, product }) => ({
          head: glyph(source[position] as TokenView),
          cells: [weight, value, product].map((each) => numberText(each)),
        }))}
        total={{ head: `c[${unit + 1}]`, cells: ["", "", numberText(sum)] }}
      />
    </>
  );
}
