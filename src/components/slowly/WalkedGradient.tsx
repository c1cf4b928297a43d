/** The gradient of the followed example, by each state of the network. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { UpdateAccount } from "../../engine/results/updateAccount";
import type { WalkedExample } from "../../engine/results/walkedExample";
import { clampStep } from "../../state/slices/view";
import { useApp } from "../../state/store";
import { lengthText } from "../../vis/tex/roadText";
import { GradientFigure } from "../gradients/GradientFigure";
import { useColumnOfA } from "../useColumnOfA";
import { useSelect } from "../useSelect";
import { ExampleNotes } from "./ExampleNotes";
import { useOnShow } from "./useFollowed";
import styles from "./Walk.module.css";

export function WalkedGradient({ account }: { readonly account: UpdateAccount }): ReactNode {
  const { t } = useTranslation("slowly");
  const shown = useOnShow(account);
  return (
    <>
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

function Roads({ fed, roads }: WalkedExample): ReactNode {
  const step = useApp(({ view }) => view.step);
  const column = useColumnOfA()(useApp(({ view }) => view.column));
  const onSelect = useSelect();
  return (
    <div className={styles.gradient}>
      <GradientFigure
        trace={fed.before}
        answer={roads}
        index={clampStep(fed.before, step)}
        column={column}
        onSelect={onSelect}
      />
    </div>
  );
}
