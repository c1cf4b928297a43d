/** What the chosen task teaches and where it misleads; for dates, also their formats. */
import { useTranslation } from "../../i18n/useTranslation";
import { TASK_FACTS } from "../../engine/tasks/facts";
import { useLane } from "../useLane";
import { DateFormats } from "./DateFormats";
import styles from "./TaskAbout.module.css";

export function TaskAbout() {
  const { t } = useTranslation("tasks");
  const { t: tSetup } = useTranslation("setup");
  const task = useLane(({ config }) => config.task);
  if (task === "pairs") return null;
  return (
    <dl className={styles.about}>
      <dt>{t("teaches")}</dt>
      <dd>{t(`about.${task}.teaches`)}</dd>
      <dt>{t("misleads")}</dt>
      <dd>{t(`about.${task}.misleads`)}</dd>
      <dt>{t("whatItReads")}</dt>
      <dd>{t(`reads.${TASK_FACTS[task].reads}`)}</dd>
      {task === "dates" && (
        <>
          <dt>{tSetup("fields.task.formats")}</dt>
          <dd>
            <DateFormats />
          </dd>
        </>
      )}
    </dl>
  );
}
