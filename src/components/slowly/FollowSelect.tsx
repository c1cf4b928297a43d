/** Chooses the example that the walk follows: a row of the batch, or the example on the stage. */
import { type ReactNode, useId } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { UpdateAccount } from "../../engine/results/updateAccount";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { sourceText, writeSource } from "../../vis/facts/sourceText";
import { useLane } from "../useLane";
import styles from "./Walk.module.css";

const STAGE = "stage";

export function FollowSelect({ account }: { readonly account: UpdateAccount }): ReactNode {
  const { t } = useTranslation("slowly");
  const id = useId();
  const follows = useApp(({ view }) => view.walk?.follows ?? 0);
  const trace = useLane(({ run }) => run.trace);
  const texts = useRowTexts(account);
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

/** The sources of the rows in writing order. */
function useRowTexts({ rows }: UpdateAccount): readonly string[] {
  const info = useLane(({ run }) => run.info);
  if (!info) return [];
  const { config, sourceUnit: unit } = info;
  return rows.map(({ source, sourceLength }) => {
    const read = source.slice(0, sourceLength - 1).map(({ text }) => text);
    const written = config.sourceOrder === "reversed" ? read.toReversed() : read;
    return writeSource(written, { task: config.task, unit });
  });
}
