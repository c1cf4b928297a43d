/** The settings that one changes less often: size of the model, and how it is trained. */
import { useTranslation } from "react-i18next";
import { useApp } from "../../state/app";
import { useFormat } from "../primitives/useFormat";
import { NumberSetting, SliderSetting } from "./NumberSetting";
import { ResetSettings } from "./ResetSettings";
import styles from "./Setup.module.css";

export function MoreSettings() {
  const { t } = useTranslation("setup");
  return (
    <section className={styles.more} aria-label={t("more")}>
      <details>
        <summary>{t("more")}</summary>
        <div className={styles.group}>
          <SliderSetting name="forcing" />
          <NumberSetting name="learningRate" />
          <SliderSetting name="hiddenSize" />
          <SliderSetting name="embeddingSize" />
          <SliderSetting name="batchSize" />
          <NumberSetting name="clipNorm" />
          <NumberSetting name="targetMatch" />
          <NumberSetting name="maxSteps" />
          <NumberSetting name="seed" />
        </div>
        <ResetSettings />
      </details>
      <ModelSize />
    </section>
  );
}

/** How big the model on show is. */
function ModelSize() {
  const { t } = useTranslation("setup");
  const format = useFormat();
  const info = useApp((state) => state.run.info);
  return (
    <div className={styles.size}>
      <p>{info ? t("size", { parameters: format.number(info.parameters) }) : "–"}</p>
      <p>
        {info
          ? t("vocabulary", {
              source: format.number(info.sourceTokens),
              target: format.number(info.targetTokens),
            })
          : "–"}
      </p>
    </div>
  );
}
