/** Why the device failed to keep, rename or delete, in a sentence that assistive technology reads when it appears. */
import { useTranslation } from "../../i18n/useTranslation";
import { useApp } from "../../state/store";
import { MOST_KEPT } from "../../state/slices/inspection";
import styles from "./KeptPairs.module.css";

export function KeptProblem() {
  const sentence = useKeptProblem();
  return <output>{sentence !== null && <span className={styles.problem}>{sentence}</span>}</output>;
}

/** The sentence; null without a problem. */
export function useKeptProblem(): string | null {
  const { t } = useTranslation("pairs");
  const problem = useApp(({ pairs }) => pairs.kept.problem);
  return problem && t(`keptProblems.${problem}`, { most: MOST_KEPT });
}
