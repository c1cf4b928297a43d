/** The gradient of the followed example, by each state of the network. */
import { type ReactNode, useState } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { UpdateAccount } from "../../engine/results/updateAccount";
import type { WalkedExample } from "../../engine/results/walkedExample";
import { clampStep, LAST_STEP } from "../../state/slices/view";
import { lengthText } from "../../vis/tex/roadText";
import { GradientFigure } from "../gradients/GradientFigure";
import { Inspectable } from "../unrolled/InspectProvider";
import { ExampleNotes, Lead } from "./Lead";
import { useOnShow } from "./useFollowed";
import styles from "./Walk.module.css";

export function WalkedGradient({ account }: { readonly account: UpdateAccount }): ReactNode {
  const { t } = useTranslation("slowly");
  const shown = useOnShow(account);
  return (
    <>
      <Lead>{t("gradient.lead")}</Lead>
      <p className={styles.note}>
        {t("gradient.whole", {
          count: account.before.length,
          norm: lengthText(account.clip.norm),
        })}
      </p>
      <ExampleNotes account={account} />
      {shown && <Roads {...shown.example} />}
    </>
  );
}

const nothing = (): void => undefined; // the tiles of gradients have no numbers to inspect

function Roads({ fed, roads }: WalkedExample): ReactNode {
  const [{ step, column }, select] = useState<{ step: number; column: number | null }>({
    step: LAST_STEP,
    column: null,
  });
  return (
    <Inspectable inspected={null} onInspect={nothing}>
      <div className={styles.figure}>
        <GradientFigure
          trace={fed.before}
          answer={roads}
          index={clampStep(fed.before, step)}
          column={column}
          onSelect={(to, s) => select({ step: to, column: s })}
        />
      </div>
    </Inspectable>
  );
}
