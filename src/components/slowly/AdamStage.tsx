/** Adam's move of each parameter: what moved most, and the largest moves number by number. */
import { type ReactNode, useState } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { UpdateAccount } from "../../engine/results/updateAccount";
import { byMove, relativeMove } from "../../vis/facts/walk";
import { lengthText } from "../../vis/tex/roadText";
import { Button } from "../primitives/Button";
import { useFormat } from "../primitives/useFormat";
import type { Style } from "../unrolled/styleType";
import { LargestMoves } from "./LargestMoves";
import table from "./Table.module.css";
import { useLargest } from "./useLargest";
import styles from "./Walk.module.css";

export function AdamStage({ account }: { readonly account: UpdateAccount }): ReactNode {
  const { t } = useTranslation("slowly");
  const format = useFormat();
  const [chosen, choose] = useState<string | null>(null);
  const { updates } = account;
  return (
    <>
      {updates === 1 && <p className={styles.note}>{t("adam.first")}</p>}
      <p className={styles.formula}>{t("adam.equation", { t: format.number(updates) })}</p>
      <LargestMoves account={account} chosen={chosen} onAll={() => choose(null)} />
      <Groups account={account} chosen={chosen} onChoose={choose} />
      <p className={styles.note}>{t("adam.norms")}</p>
    </>
  );
}

interface GroupsProps {
  readonly account: UpdateAccount;
  readonly chosen: string | null;
  readonly onChoose: (name: string) => void;
}

function Groups({ account, chosen, onChoose }: GroupsProps): ReactNode {
  const { t } = useTranslation("slowly");
  const format = useFormat();
  const groups = byMove(account.groups);
  const most = useLargest(({ account: each }) => Math.max(...each.groups.map(relativeMove)));
  const heads = ["count", "gradient", "mean", "root", "weight", "move", "relative"] as const;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <section className={table.scroller} tabIndex={0} aria-label={t("adam.scroller")}>
      <table className={table.table}>
        <caption>{t("adam.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("adam.group")}</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`adam.${head}`)}
              </th>
            ))}
            <td className={table.track} aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.name} data-chosen={group.name === chosen || undefined}>
              <th scope="row">
                <Button
                  look="link"
                  className={table.choose}
                  aria-pressed={group.name === chosen}
                  title={t("adam.choose", { name: group.name })}
                  onClick={() => onChoose(group.name)}
                >
                  {group.name}
                </Button>
              </th>
              <td>{format.number(group.count)}</td>
              <td>{lengthText(group.gradient * account.clip.factor)}</td>
              <td>{lengthText(group.mean)}</td>
              <td>{lengthText(group.root)}</td>
              <td>{lengthText(group.weight)}</td>
              <td>{lengthText(group.move)}</td>
              <td>{format.percent(relativeMove(group))}</td>
              <td className={table.track} aria-hidden="true">
                <span
                  className={table.bar}
                  style={{ "--share": relativeMove(group) / most } as Style}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
