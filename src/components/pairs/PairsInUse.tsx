/** The pairs of the present task, and whether the device keeps them. */
import { useTranslation } from "../../i18n/useTranslation";
import { useApp } from "../../state/store";
import { useLane } from "../useLane";
import { entryOf } from "../../state/slices/inspection";
import { useKeptProblem } from "./KeptProblem";
import styles from "./KeptPairs.module.css";

export function PairsInUse() {
  const { t } = useTranslation("pairs");
  const isTask = useLane(({ config }) => config.task === "pairs");
  const used = useApp(({ pairs }) => (isTask ? pairs.used : null));
  const entry = useApp(({ pairs }) => pairs.used && entryOf(pairs, pairs.used));
  const problem = useApp(({ pairs }) => pairs.kept.problem);
  const sentence = useKeptProblem();
  // The dialog has already said that the browser keeps nothing.
  const hasSentence = problem !== null && problem !== "unavailable";
  // A live region announces only changes, so it exists before its text.
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
