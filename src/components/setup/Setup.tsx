/** Set-up: every setting of task, model and training, drawn from the one table of fields. */
import { useTranslation } from "react-i18next";
import { Card } from "../primitives/Card";
import { ChoiceSetting } from "./ChoiceSetting";
import { NumberSetting, SliderSetting } from "./NumberSetting";
import { PairsButton } from "../pairs/PairsButton";
import { ResetSettings } from "./ResetSettings";
import { ModelNote } from "./ModelNote";
import styles from "./Setup.module.css";

export function Setup() {
  const { t } = useTranslation("setup");
  return (
    <Card title={t("title")}>
      <ModelNote />
      <div className={styles.group}>
        <ChoiceSetting name="task" />
        <PairsButton />
      </div>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t("groups.model")}</legend>
        <ChoiceSetting name="attention" />
        <ChoiceSetting name="timing" />
        <SliderSetting name="hiddenSize" />
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t("groups.training")}</legend>
        <SliderSetting name="forcing" />
        <NumberSetting name="learningRate" />
      </fieldset>
      <details className={styles.more}>
        <summary>{t("groups.more")}</summary>
        <div className={styles.group}>
          <SliderSetting name="embeddingSize" />
          <SliderSetting name="batchSize" />
          <NumberSetting name="clipNorm" />
          <NumberSetting name="targetMatch" />
          <NumberSetting name="maxSteps" />
          <NumberSetting name="seed" />
        </div>
      </details>
      <ResetSettings />
    </Card>
  );
}
