/** The note that the run would not survive a reload. */
import { useTranslation } from "react-i18next";
import { useLane } from "../useLane";
import styles from "./KeptNote.module.css";

export function KeptNote() {
  const { t } = useTranslation("training");
  const problem = useLane((lane) => lane.run.savingProblem);
  // A live region announces only changes, so it exists before its text.
  return <output className={styles.note}>{problem && t(`keeping.${problem}`)}</output>;
}
