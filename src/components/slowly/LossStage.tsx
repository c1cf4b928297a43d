/** The loss of each token of the followed example, and the mean over the batch. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Trace } from "../../engine/results/trace";
import type { UpdateAccount } from "../../engine/results/updateAccount";
import { student } from "../../state/actions/acts";
import { clampStep } from "../../state/slices/view";
import { useApp } from "../../state/store";
import { Button } from "../primitives/Button";
import { batchMean, lossesOf, meanOf } from "../../vis/facts/walk";
import { useFormat } from "../primitives/useFormat";
import type { Style } from "../unrolled/styleType";
import { useTokenName } from "../unrolled/useTokenName";
import { ExampleNotes } from "./ExampleNotes";
import styles from "./LossStage.module.css";
import { RowStrip } from "./RowStrip";
import { useOnShow } from "./useFollowed";
import { useLargest } from "./useLargest";

export function LossStage({ account }: { readonly account: UpdateAccount }): ReactNode {
  const { t } = useTranslation("slowly");
  const format = useFormat();
  const shown = useOnShow(account);
  const whole = batchMean(account);
  return (
    <>
      <ExampleNotes account={account} />
      {shown && <Losses trace={shown.example.fed.before} own={shown.losses} />}
      <div className={styles.batch}>
        <p className={styles.sum}>
          {t("loss.batch", {
            sum: format.fixed(whole.sum, 3),
            count: whole.count,
            mean: format.fixed(whole.mean, 5),
          })}{" "}
          {t("loss.reported", { loss: format.fixed(account.loss, 5) })}
        </p>
        <RowStrip account={account} of={shown?.example.of ?? null} />
      </div>
    </>
  );
}

interface LossesProps {
  readonly trace: Trace;
  /** The losses of the update; null: the example is not in the batch, and those of the trace count. */
  readonly own: Float64Array | null;
}

function Losses({ trace, own }: LossesProps): ReactNode {
  const { t } = useTranslation("slowly");
  const format = useFormat();
  const losses = lossesOn(trace, own);
  const most = useLargest(({ account: { tokenLosses }, example }) => {
    if (!example) return 0;
    const { of, fed } = example;
    const ofRow = of.kind === "row" ? (tokenLosses[of.row] ?? null) : null;
    return Math.max(0, ...lossesOn(fed.before, ofRow));
  });
  if (losses.length === 0) return <p className={styles.sum}>{t("loss.unknown")}</p>;
  const { sum, count, mean } = meanOf(losses);
  return (
    <>
      <table className={styles.table}>
        <caption className="visually-hidden">{t("loss.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("loss.step")}</th>
            <th scope="col">{t("loss.fed")}</th>
            <th scope="col">{t("loss.right")}</th>
            <th scope="col" className={styles.number}>
              {t("loss.probability")}
            </th>
            <th scope="col" className={styles.number}>
              {t("loss.loss")}
            </th>
            <td className={styles.track} aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {losses.map((loss, step) => (
            <LossRow key={step} {...{ trace, step, loss, most }} />
          ))}
        </tbody>
      </table>
      <p className={styles.sum}>
        {t("loss.mean", { count, sum: format.fixed(sum, 3), mean: format.fixed(mean, 3) })}
      </p>
    </>
  );
}

/** The losses of the update, or of the trace where the example is not in the batch. */
function lossesOn(trace: Trace, own: Float64Array | null): readonly number[] {
  return own ? [...own] : lossesOf(trace).filter((loss) => loss !== null);
}

interface LossRowProps {
  readonly trace: Trace;
  readonly step: number;
  readonly loss: number;
  readonly most: number;
}

function LossRow({ trace, step, loss, most }: LossRowProps): ReactNode {
  const format = useFormat();
  const name = useTokenName();
  const isChosen = useApp(({ view }) => clampStep(trace, view.step) === step);
  const [input, right] = [trace.steps[step]?.input, trace.expected?.[step]];
  return (
    <tr data-chosen={isChosen || undefined}>
      <th scope="row">
        <Button
          look="link"
          className={styles.step}
          aria-pressed={isChosen}
          onClick={() => student.selectByHand(step, null)}
        >
          {step + 1}
        </Button>
      </th>
      <td>{input && name(input)}</td>
      <td className={styles.right}>{right && name(right)}</td>
      <td className={styles.number}>{format.significant(Math.exp(-loss), 3)}</td>
      <td className={styles.number}>{format.fixed(loss, 3)}</td>
      <td className={styles.track} aria-hidden="true">
        <span className={styles.bar} style={{ "--share": loss / most } as Style} />
      </td>
    </tr>
  );
}
