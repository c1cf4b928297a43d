/** One line on the present model: its origin, why training has stopped, or why a reload would lose it. Its full text is in the tab. */
import { useTranslation } from "../../i18n/useTranslation";
import { bestBeforeFall, betterThanNow } from "../../state/slices/bestOffer";
import { lacksPairs } from "../../state/slices/run";
import { useLane } from "../useLane";
import { GivePairs } from "../pairs/PairsAway";
import { useNewModelText } from "../undo/useNewModelText";
import { BestOffer } from "./BestOffer";
import styles from "./NoteLine.module.css";
import { useRunNote } from "./useRunNote";

export function NoteLine({ id }: { readonly id: string }) {
  const { t } = useTranslation(["training", "pairs"]);
  const { short, full } = useRunNote();
  const newModel = useNewModelText();
  const problem = useLane((lane) => lane.run.savingProblem);
  const isAway = useLane(({ run }) => lacksPairs(run));
  const fallenFrom = useLane(({ run }) => bestBeforeFall(run));
  const best = useLane(({ run }) => betterThanNow(run)) ?? fallenFrom;
  return (
    <div className={styles.line}>
      <p
        id={id}
        className={best && !fallenFrom ? "visually-hidden" : styles.note}
        title={isAway ? t("pairs:away.reason") : [full, newModel].filter(Boolean).join(" ")}
      >
        {isAway ? t("pairs:away.reason") : short}
      </p>
      {/* A live region announces only changes, so it exists before its text. */}
      <output className={styles.problem} title={problem ? t(`keeping.${problem}`) : undefined}>
        {problem && t(`keeping.${problem}`)}
      </output>
      {isAway && <GivePairs className={styles.act} />}
      {best && <BestOffer best={best} />}
    </div>
  );
}
