/** The loss of each token before and after the update, fed the same tokens. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { BeforeAndAfter } from "../../engine/results/walkedExample";
import { lossesOf, meanOf } from "../../vis/facts/walk";
import { signed } from "../../vis/format";
import { useFormat } from "../primitives/useFormat";
import { useTokenName } from "../unrolled/useTokenName";
import styles from "./LossStage.module.css";

const DIGITS = 3;

/** Null: the right answer is not known. */
export function LossChanges({ fed }: { readonly fed: BeforeAndAfter }): ReactNode {
  const { t } = useTranslation("slowly");
  const name = useTokenName();
  const [before, after] = [fed.before, fed.after].map((trace) =>
    lossesOf(trace).filter((loss) => loss !== null),
  ) as [number[], number[]];
  if (before.length === 0) return <p className={styles.sum}>{t("loss.unknown")}</p>;
  return (
    <table className={styles.table}>
      <caption>{t("again.losses")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("loss.right")}</th>
          {(["before", "after", "change"] as const).map((head) => (
            <th key={head} scope="col" className={styles.number}>
              {t(`again.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {before.map((loss, step) => {
          const right = fed.before.expected?.[step];
          return (
            <ChangeRow
              key={step}
              name={right ? name(right) : ""}
              before={loss}
              after={after[step] ?? Number.NaN}
            />
          );
        })}
      </tbody>
      <tfoot>
        <ChangeRow name={t("again.mean")} before={meanOf(before).mean} after={meanOf(after).mean} />
      </tfoot>
    </table>
  );
}

interface ChangeRowProps {
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

const SIGNS = { "-1": "▼", "0": "", "1": "▲" } as const; // down is better

function ChangeRow({ name, before, after }: ChangeRowProps): ReactNode {
  const format = useFormat();
  const change = after - before;
  const written = signed(change, DIGITS);
  const direction = Number(written.replace("−", "-")) === 0 ? 0 : Math.sign(change);
  return (
    <tr>
      <th scope="row" className={styles.right}>
        {name}
      </th>
      <td className={styles.number}>{format.fixed(before, DIGITS)}</td>
      <td className={styles.number}>{format.fixed(after, DIGITS)}</td>
      <td className={styles.number} data-direction={direction}>
        {direction > 0 ? "+" : ""}
        {written} <span aria-hidden="true">{SIGNS[String(direction) as keyof typeof SIGNS]}</span>
      </td>
    </tr>
  );
}
