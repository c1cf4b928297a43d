/** The norm of the gradient before and after clipping, and how much of it each parameter has. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { UpdateAccount } from "../../engine/results/updateAccount";
import { lengthText } from "../../vis/tex/roadText";
import { useFormat } from "../primitives/useFormat";
import type { Style } from "../unrolled/styleType";
import styles from "./ClipStage.module.css";
import table from "./Table.module.css";
import { useLargest } from "./useLargest";
import text from "./Walk.module.css";

export function ClipStage({ account }: { readonly account: UpdateAccount }): ReactNode {
  const { t } = useTranslation("slowly");
  const format = useFormat();
  const { clip, rule } = account;
  const written = {
    norm: format.significant(clip.norm, 4),
    limit: format.number(rule.clipNorm, 3),
    factor: format.significant(clip.factor, 3),
  };
  return (
    <>
      <p className={text.note}>{t(clip.factor < 1 ? "clip.clipped" : "clip.kept", written)}</p>
      <NormBars account={account} />
      <Shares account={account} />
    </>
  );
}

/** Two bars on one scale, with the limit as a line. */
function NormBars({ account: { clip, rule } }: { readonly account: UpdateAccount }): ReactNode {
  const { t } = useTranslation("slowly");
  const format = useFormat();
  const scale =
    1.1 * useLargest(({ account }) => Math.max(account.clip.norm, account.rule.clipNorm));
  const bars = [
    ["before", clip.norm],
    ["after", clip.clipped],
  ] as const;
  return (
    <figure
      className={styles.bars}
      aria-label={t("clip.label")}
      style={{ "--limit": rule.clipNorm / scale } as Style}
    >
      <dl>
        {bars.map(([which, norm]) => (
          <div key={which} className={styles.line}>
            <dt>{t(`clip.${which}`)}</dt>
            <dd>
              <span className={styles.number}>{format.significant(norm, 4)}</span>
              <span className={styles.track} aria-hidden="true">
                <span
                  className={styles.bar}
                  data-which={which}
                  style={{ "--share": norm / scale } as Style}
                />
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.limit}>
        <span>{t("clip.limit", { limit: format.number(rule.clipNorm, 3) })}</span>
      </p>
    </figure>
  );
}

/** The parameters by their share in ||g||^2, the largest first. */
function Shares({ account: { groups, clip } }: { readonly account: UpdateAccount }): ReactNode {
  const { t } = useTranslation("slowly");
  const format = useFormat();
  const sorted = groups.toSorted((a, b) => b.gradient - a.gradient);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <section className={table.scroller} tabIndex={0} aria-label={t("clip.scroller")}>
      <table className={table.table}>
        <caption>{t("clip.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("adam.group")}</th>
            <th scope="col">{t("clip.before")}</th>
            <th scope="col">{t("clip.after")}</th>
            <th scope="col">{t("clip.share")}</th>
            <td className={table.track} aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ name, gradient }) => {
            const share = (gradient / clip.norm) ** 2;
            return (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>{lengthText(gradient)}</td>
                <td>{lengthText(gradient * clip.factor)}</td>
                <td>{format.percent(share)}</td>
                <td className={table.track} aria-hidden="true">
                  <span className={table.bar} style={{ "--share": share } as Style} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
