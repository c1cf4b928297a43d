/** The followed example in the network, with the weights before the update. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { UpdateAccount } from "../../engine/results/updateAccount";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { topOf } from "../../vis/facts/subject";
import { UnrolledFigure } from "../unrolled/UnrolledFigure";
import { useShownStep } from "../useShownStep";
import { ExampleNotes, Lead } from "./Lead";
import { useOnShow } from "./useFollowed";
import styles from "./Walk.module.css";

export function ForwardStage({ account }: { readonly account: UpdateAccount }): ReactNode {
  const { t } = useTranslation("slowly");
  const hasExample = useOnShow(account) !== null;
  return (
    <>
      <Lead>{t("forward.lead")}</Lead>
      <ExampleNotes account={account} />
      {hasExample && <Network />}
    </>
  );
}

/** Its selection is the page's, so the inspector speaks of it. */
function Network(): ReactNode {
  const shown = useShownStep();
  const isColumnChosen = useApp(({ view }) => view.column !== null);
  const lit = useApp(({ view }) => view.lit);
  if (!shown) return null;
  return (
    <div className={styles.figure}>
      <UnrolledFigure
        {...shown}
        layer={topOf(shown.trace)}
        isTraining={false}
        follows={isColumnChosen}
        lit={lit}
        onLit={student.light}
        onSelect={student.selectByHand}
      />
    </div>
  );
}
