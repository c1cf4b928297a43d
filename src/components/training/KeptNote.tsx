/** Says so where the run would not survive a reload. */
import { useTranslation } from "react-i18next";
import { useLane } from "../useLane";
import styles from "./KeptNote.module.css";

export function KeptNote() {
  const { t } = useTranslation("training");
  const problem = useLane((lane) => lane.run.savingProblem);
  // The region is always there, so that what appears in it is heard.
  return <output className={styles.note}>{problem && t(`keeping.${problem}`)}</output>;
}
