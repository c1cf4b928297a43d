/** The less used settings by subject: the model, and its training. */
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Computation } from "./Computation";
import { ModelSize } from "./ModelSize";
import { ResetSettings } from "./ResetSettings";
import { SettingGroup } from "./SettingGroup";
import styles from "./Setup.module.css";

export function MoreSettings() {
  const { t } = useTranslation("setup");
  const heading = useId();
  return (
    <section className={styles.more} aria-labelledby={heading}>
      <h2 id={heading} className={styles.title}>
        {t("more")}
      </h2>
      <h3 className={styles.section}>{t("sections.task")}</h3>
      <SettingGroup name="difficulty" />
      <h3 className={styles.section}>{t("sections.model")}</h3>
      <SettingGroup name="cells" />
      <SettingGroup name="reading" />
      <ModelSize />
      <h3 className={styles.section}>{t("sections.training")}</h3>
      <SettingGroup name="forcing" />
      <SettingGroup name="updates" />
      <SettingGroup name="ending" />
      <Computation />
      <ResetSettings />
    </section>
  );
}
