/** Chooses the example that the walk follows: a row of the batch, or the example on the stage. */
import { type ReactNode, useId } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { UpdateAccount } from "../../engine/results/updateAccount";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { sourceText } from "../../vis/facts/sourceText";
import { useLane } from "../useLane";
import { rowTexts } from "./followedRow";
import styles from "./Walk.module.css";

const STAGE = "stage";

export function FollowSelect({ account }: { readonly account: UpdateAccount }): ReactNode {
  const { t } = useTranslation("slowly");
  const id = useId();
  const follows = useApp(({ view }) => view.walk?.follows ?? 0);
  const trace = useLane(({ run }) => run.trace);
  const info = useLane(({ run }) => run.info);
  const texts = rowTexts(account, info);
  const isIdle = useApp(({ view }) => view.walk?.stage === "clip" || view.walk?.stage === "adam");
  return (
    <div className={styles.follow} data-idle={isIdle || undefined}>
      <label htmlFor={id}>{t("followed")}</label>
      <select
        id={id}
        value={String(follows)}
        onChange={({ target: { value } }) =>
          student.followInWalk(value === STAGE ? STAGE : Number(value))
        }
      >
        {trace && <option value={STAGE}>{t("onStage", { source: sourceText(trace) })}</option>}
        {texts.map((source, row) => (
          <option key={row} value={row}>
            {t("row", { row: row + 1, source })}
          </option>
        ))}
      </select>
    </div>
  );
}
