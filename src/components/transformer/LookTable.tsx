/** q.k, score and weight of every source token; a click selects the token. */
import type { ReactNode } from "react";
import type { TokenView } from "../../engine/text/tokens";
import type { Look } from "../../vis/facts/scaling";
import { signed } from "../../vis/format";
import { glyph } from "../../vis/layout/labels";
import { useFormat } from "../primitives/useFormat";
import { useTokenName } from "../unrolled/useTokenName";
import styles from "./LookTable.module.css";
import { useTransformerTexts } from "./useTransformerTexts";

interface LookTableProps {
  readonly source: readonly TokenView[];
  readonly look: Look;
  readonly column: number | null;
  readonly onChoose: (position: number) => void;
}

export function LookTable({ source, look, column, onChoose }: LookTableProps): ReactNode {
  const { t } = useTransformerTexts();
  const format = useFormat();
  const name = useTokenName();
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t("table.caption")}</caption>
      <thead>
        <tr>
          {(["token", "product", "score", "weight"] as const).map((each) => (
            <th key={each} scope="col">
              {t(`table.${each}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {source.map((token, s) => {
          const weight = look.weights[s] ?? 0;
          return (
            <tr key={s} data-on={s === column || undefined}>
              <th scope="row">
                <button
                  type="button"
                  className={styles.pick}
                  aria-pressed={s === column}
                  aria-label={name(token)}
                  onClick={() => onChoose(s)}
                >
                  {glyph(token)}
                </button>
              </th>
              <td>{signed(look.products[s] ?? 0)}</td>
              <td>{signed(look.scores[s] ?? 0)}</td>
              <td>
                <span className={styles.bar} style={{ backgroundSize: `${100 * weight}% 100%` }}>
                  {format.fixed(weight, 2)}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
