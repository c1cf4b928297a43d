/** The rail's tab "Training" beside the settings: what does not fit on the timeline. */
import { useTranslation } from "../../i18n/useTranslation";
import { useNewModelText } from "../undo/useNewModelText";
import { OfflineFiles } from "../offline/OfflineFiles";
import { useHides } from "../useHides";
import { useLane, useRun } from "../useLane";
import { CurveTable } from "./CurveTable";
import { ModelFile } from "./ModelFile";
import { PauseHidden } from "./PauseHidden";
import styles from "./TrainingTab.module.css";
import { useBackend } from "./useBackend";
import { useRunNote } from "./useRunNote";

export function TrainingTab() {
  const hidesFiles = useHides("files");
  return (
    <div className={styles.tab} data-place="training-tab">
      <ThisRun />
      <CurveTable />
      <Backend />
      <PauseHidden />
      {!hidesFiles && <ModelFile />}
      <OfflineFiles />
    </div>
  );
}

/** What model this is, what training does to a shipped one, and why a reload would lose it. */
function ThisRun() {
  const { t } = useTranslation("training");
  const { full } = useRunNote();
  const newModel = useNewModelText();
  const problem = useLane((lane) => lane.run.savingProblem);
  return (
    <div className={styles.run}>
      <p>
        {full} {newModel}
      </p>
      {problem && <p>{t(`keeping.${problem}`)}</p>}
    </div>
  );
}

function Backend() {
  const { t } = useTranslation("training");
  const { name, reason } = useBackend();
  const detail = useRun((run) => run.backend?.detail);
  return (
    <div className={styles.backend}>
      <p>{t("backend.uses", { backend: reason === null ? name : `${name} (${reason})` })}</p>
      {typeof detail === "string" && (
        <details>
          <summary>{t("backend.detail")}</summary>
          <code>{detail}</code>
        </details>
      )}
    </div>
  );
}
