/** The confusion matrix of a classifier on the held-out names: rows by the list, columns by the answer. */
import type { ReactNode } from "react";
import styles from "./Confusion.module.css";
import { Scroller } from "./Scroller";
import { useAloneTexts, useClassName } from "./useAloneTexts";

interface ConfusionProps {
  readonly confusion: readonly (readonly number[])[];
}

export function Confusion({ confusion }: ConfusionProps): ReactNode {
  const { t } = useAloneTexts();
  const nameOf = useClassName();
  return (
    <>
      <h4 className={styles.title}>{t("results.confusion")}</h4>
      <p className={styles.note}>
        <MostConfused confusion={confusion} /> {t("results.confusionHelp")}
      </p>
      <Scroller label={t("results.confusion")}>
        <table className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col">{t("results.actual")}</th>
              {confusion.map((_, label) => (
                <th key={label} scope="col">
                  <span className={styles.column}>{nameOf(label)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {confusion.map((row, actual) => (
              <Row key={actual} row={row} actual={actual} />
            ))}
          </tbody>
        </table>
      </Scroller>
    </>
  );
}

function Row({ row, actual }: { readonly row: readonly number[]; readonly actual: number }) {
  const nameOf = useClassName();
  const total = row.reduce((sum, count) => sum + count, 0);
  return (
    <tr>
      <th scope="row">{nameOf(actual)}</th>
      {row.map((count, said) => (
        <td
          key={said}
          data-right={said === actual || undefined}
          style={{ "--share": (count / Math.max(1, total)).toFixed(2) } as object}
        >
          {count === 0 ? "" : count}
        </td>
      ))}
    </tr>
  );
}

function MostConfused({ confusion }: ConfusionProps): ReactNode {
  const { t } = useAloneTexts();
  const nameOf = useClassName();
  const all = confusion.flatMap((row, actual) =>
    row.map((count, said) => ({ actual, said, count: actual === said ? 0 : count })),
  );
  const [most] = all.toSorted((a, b) => b.count - a.count);
  if (!most || most.count === 0) return t("results.none");
  const { count } = most;
  return t("results.most", { actual: nameOf(most.actual), said: nameOf(most.said), count });
}
