/** The batch of the update: every row with its padding, its masks and its coins. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { UpdateAccount } from "../../engine/results/updateAccount";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { fillingOf } from "../../vis/facts/walk";
import { BatchGrid } from "../batch/BatchGrid";
import { BatchKey } from "../batch/BatchKey";
import styles from "./Walk.module.css";

export function BatchStage({ account }: { readonly account: UpdateAccount }): ReactNode {
  const { t } = useTranslation("slowly");
  const follows = useApp(({ view }) => view.walk?.follows ?? null);
  const { source, target, ownInputs } = fillingOf(account);
  return (
    <>
      <p className={styles.note}>
        {t("batch.filling", {
          source: source.real,
          sourceCells: source.cells,
          target: target.real,
          targetCells: target.cells,
        })}{" "}
        {ownInputs > 0 ? t("batch.coins", { count: ownInputs }) : t("batch.truth")}
      </p>
      <div className={styles.grid}>
        <BatchGrid
          rows={account.rows}
          answers={null}
          numbers={null}
          onStage={follows === "stage" ? null : follows}
          onOpen={student.followInWalk}
          openName={(row) => t("batch.follow", { row })}
        />
      </div>
      <BatchKey hasAnswers={false} hasSwitches={false} />
    </>
  );
}
