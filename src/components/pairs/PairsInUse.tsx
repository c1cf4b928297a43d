/** Which pairs the model learns from while they are the task, and whether the device keeps them. */
import { useTranslation } from "react-i18next";
import { useApp } from "../../state/store";
import { useLane } from "../useLane";
import { entryOf } from "../../state/slices/pairs";
import { useKeptProblem } from "./KeptProblem";
import styles from "./KeptPairs.module.css";

export function PairsInUse() {
  const { t } = useTranslation("pairs");
  const isTask = useLane(({ config }) => config.task === "pairs");
  const used = useApp(({ pairs }) => (isTask ? pairs.used : null));
  const entry = useApp(({ pairs }) => pairs.used && entryOf(pairs, pairs.used));
  const problem = useApp(({ pairs }) => pairs.kept.problem);
  const sentence = useKeptProblem();
  // That nothing can be kept here at all was said in the dialog, before the pairs were used.
  const hasSentence = problem !== null && problem !== "unavailable";
  // There before it says anything, so that what appears in it is heard.
  return (
    <output className={styles.inUse}>
      {used && (
        <>
          {t("inUse.name", { name: entry?.name ?? used.name })} {entry && t("inUse.kept")}
          {!entry && !hasSentence && t("inUse.unkept")}
          {!entry && hasSentence && <span className={styles.problem}>{sentence}</span>}
        </>
      )}
    </output>
  );
}
