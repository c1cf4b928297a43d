/** The mean loss of each row of the batch as a strip of bars. The followed row is marked. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { UpdateAccount } from "../../engine/results/updateAccount";
import type { Followed } from "../../engine/results/walkedExample";
import { meanOf } from "../../vis/facts/walk";
import { useFormat } from "../primitives/useFormat";
import type { Style } from "../unrolled/styleType";
import styles from "./RowStrip.module.css";
import { useLargest } from "./useLargest";

interface RowStripProps {
  readonly account: UpdateAccount;
  readonly of: Followed | null;
}

/** The mean loss of each row. */
const meansOf = ({ tokenLosses }: UpdateAccount): number[] =>
  tokenLosses.map((losses) => meanOf(losses).mean);

export function RowStrip({ account, of }: RowStripProps): ReactNode {
  const { t } = useTranslation("slowly");
  const format = useFormat();
  const means = meansOf(account);
  const end = useLargest((walk) => Math.max(...meansOf(walk.account)));
  const [least, most] = [Math.min(...means), Math.max(...means)];
  const text = t("loss.strip", { least: format.fixed(least, 2), most: format.fixed(most, 2) });
  return (
    <figure className={styles.strip}>
      <div className={styles.bars} aria-hidden="true">
        {means.map((mean, row) => (
          <span
            key={row}
            className={styles.bar}
            data-followed={(of?.kind === "row" && of.row === row) || undefined}
            title={t("row", { row: row + 1, source: format.fixed(mean, 3) })}
            style={{ "--share": mean / end } as Style}
          />
        ))}
      </div>
      <figcaption>{text}</figcaption>
    </figure>
  );
}
