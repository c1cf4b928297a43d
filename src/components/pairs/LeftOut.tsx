/** How many rows the worker left out and why, and the first of them with their lines. */
import type { RefusedRow } from "../../engine/corpus/reading";
import { DROP_REASONS, type DroppedPairs } from "../../engine/corpus/report";
import { useFormat } from "../primitives/useFormat";
import look from "./Look.module.css";
import styles from "./LeftOut.module.css";
import { useCorpusTexts } from "./useCorpusTexts";

interface LeftOutProps {
  readonly dropped: DroppedPairs | null; // null: not counted
  readonly rows: readonly RefusedRow[];
}

export function LeftOut({ dropped, rows }: LeftOutProps) {
  const { t } = useCorpusTexts();
  const format = useFormat();
  if (dropped === null) return null;
  const found = DROP_REASONS.filter((reason) => dropped[reason] > 0);
  if (found.length === 0) return <p className={look.remark}>{t("leftOut.none")}</p>;
  const total = found.reduce((sum, reason) => sum + dropped[reason], 0);
  return (
    <div>
      <h4 className={look.subtitle}>{t("leftOut.title", { total: format.number(total) })}</h4>
      <ul className={styles.reasons}>
        {found.map((reason) => (
          <li key={reason}>
            <b>{format.number(dropped[reason])}</b> {t(`leftOut.reasons.${reason}`)}
          </li>
        ))}
      </ul>
      {rows.length > 0 && <Rows rows={rows} />}
    </div>
  );
}

function Rows({ rows }: Pick<LeftOutProps, "rows">) {
  const { t } = useCorpusTexts();
  const format = useFormat();
  const title = t("leftOut.rows", { count: rows.length });
  return (
    <details className={look.details}>
      <summary>{title}</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <section className={look.scroller} tabIndex={0} aria-label={title}>
        <table className={styles.refused}>
          <thead>
            <tr>
              <th scope="col">{t("leftOut.line")}</th>
              <th scope="col">{t("leftOut.why")}</th>
              <th scope="col">{t("leftOut.begins")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, line, reason, quote }) => (
              <tr key={row}>
                <td>{format.number(line)}</td>
                <td>{t(`leftOut.short.${reason}`)}</td>
                <td dir="auto">{quote}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
