/** The settings of the data: the task and its difficulty, or a user's own pairs. */
import { Suspense } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { useApp } from "../../state/store";
import { PairsButton } from "../pairs/PairsButton";
import { latePart } from "../shell/latePart";
import { useHides } from "../useHides";
import { useLane } from "../useLane";
import { AloneLinks } from "./AloneLinks";
import { ChoiceSetting } from "./ChoiceSetting";
import { Fold } from "./Fold";
import styles from "./DataTab.module.css";
import { SettingGroup } from "./SettingGroup";

const TaskAbout = latePart(async () => (await import("./TaskAbout")).TaskAbout);

export function DataTab() {
  const hidesFiles = useHides("files");
  const isLocked = useApp(({ view }) => view.isLocked);
  return (
    <>
      <ChoiceSetting name="task" fold={<TaskFold />} />
      {!hidesFiles && !isLocked && (
        <div className={styles.own}>
          <PairsButton />
        </div>
      )}
      {!isLocked && <AloneLinks />}
      <div>
        <SettingGroup name="difficulty" />
      </div>
    </>
  );
}

function TaskFold() {
  const { t } = useTranslation("setup");
  const task = useLane(({ config }) => config.task);
  if (task === "pairs") return null;
  return (
    <Fold section="task" summary={t("fields.task.about")} field={t("fields.task.label")}>
      <Suspense fallback={null}>
        <TaskAbout />
      </Suspense>
    </Fold>
  );
}
