/** The change of each attention weight as a table of colours, diverging around no change. */
import { type ReactNode, useId } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { BeforeAndAfter } from "../../engine/results/walkedExample";
import { textOn } from "../../vis/color";
import { mapChange } from "../../vis/facts/walk";
import { compactSigned } from "../../vis/format";
import { spelled } from "../../vis/layout/spelled";
import { useFormat } from "../primitives/useFormat";
import { useScales } from "../unrolled/tile/useScales";
import { useTokenName } from "../unrolled/useTokenName";
import styles from "./MapChange.module.css";

export function MapChange({ fed }: { readonly fed: BeforeAndAfter }): ReactNode {
  const { t } = useTranslation("slowly");
  const id = useId();
  const format = useFormat();
  const name = useTokenName();
  const { before, after } = fed;
  const changes = mapChange(before, after);
  if (!changes) return <p className={styles.wall}>{t("again.wall")}</p>;
  const most = Math.max(...changes.flat().map(Math.abs), Number.EPSILON);
  return (
    <figure className={styles.map} aria-labelledby={id}>
      <figcaption id={id} className={styles.caption}>
        {t("again.map", { most: format.significant(most, 2) })}
      </figcaption>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <section className={styles.scroller} tabIndex={0} aria-label={t("again.mapScroller")}>
        <table className={styles.table}>
          <thead>
            <tr>
              <td aria-hidden="true" />
              {after.source.map((token, s) => (
                <th key={s} scope="col" aria-label={name(token)}>
                  {spelled(token)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {changes.map((row, step) => (
              <tr key={step}>
                <RowHead fed={fed} step={step} />
                {row.map((change, s) => (
                  <Cell key={s} {...{ fed, step, s, change, most }} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </figure>
  );
}

interface InMap {
  readonly fed: BeforeAndAfter;
  readonly step: number;
}

function RowHead({ fed: { after }, step }: InMap): ReactNode {
  const name = useTokenName();
  const token = after.expected?.[step] ?? after.steps[step]?.chosen;
  return token ? (
    <th scope="row" aria-label={name(token)}>
      {spelled(token)}
    </th>
  ) : (
    <td aria-hidden="true" />
  );
}

interface CellProps extends InMap {
  readonly s: number;
  readonly change: number;
  readonly most: number;
}

function Cell({ fed, step, s, change, most }: CellProps): ReactNode {
  const { t } = useTranslation("slowly");
  const format = useFormat();
  const name = useTokenName();
  const scales = useScales();
  const [old, now] = [fed.before, fed.after].map(
    ({ steps }) => steps[step]?.attention?.weights[s] ?? 0,
  ) as [number, number];
  const token = fed.after.source[s];
  const title = t("again.cell", {
    step: step + 1,
    token: token ? name(token) : "",
    before: format.fixed(old, 3),
    after: format.fixed(now, 3),
  });
  const color = scales?.signed(change / most);
  const style = color && { background: `rgb(${color.join(" ")})`, color: textOn(color) };
  return (
    <td className={styles.cell} title={title} style={style}>
      <span className="visually-hidden">{title}</span>
      <span aria-hidden="true">{Math.abs(change) < 0.005 ? "" : compactSigned(change)}</span>
    </td>
  );
}
