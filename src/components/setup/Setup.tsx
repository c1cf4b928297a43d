/** Set-up: the most used settings, in a card small enough to stay visible beside the map. */
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useLane } from "../useLane";
import { PairsButton } from "../pairs/PairsButton";
import { ChoiceSetting } from "./ChoiceSetting";
import { Fold } from "./Fold";
import { ModelNote } from "./ModelNote";
import { PresetSetting } from "./PresetSetting";
import styles from "./Setup.module.css";

const OptionEquation = lazy(async () => ({
  default: (await import("./OptionEquation")).OptionEquation,
}));
const TaskAbout = lazy(async () => ({ default: (await import("./TaskAbout")).TaskAbout }));

export function Setup() {
  const { t } = useTranslation("setup");
  return (
    <section className={styles.setup} aria-labelledby={HEADING}>
      <h2 id={HEADING} className={styles.title}>
        {t("title")}
      </h2>
      <PresetSetting />
      <ChoiceSetting name="task" fold={<TaskFold />} />
      <ChoiceSetting name="attention" fold={<EquationFold name="attention" />} />
      <ChoiceSetting name="timing" fold={<EquationFold name="timing" />} />
      <div className={styles.own}>
        <PairsButton />
        <ModelNote />
      </div>
    </section>
  );
}

const HEADING = "set-up";

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

function EquationFold({ name }: { readonly name: "attention" | "timing" }) {
  const { t } = useTranslation("setup");
  return (
    <Fold section={name} summary={t("equation")} field={t(`fields.${name}.label`)}>
      <Suspense fallback={null}>
        <OptionEquation name={name} />
      </Suspense>
    </Fold>
  );
}
