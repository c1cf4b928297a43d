/** The way back to the settings that the page came with. */
import { useTranslation } from "react-i18next";
import { DEFAULT_CONFIG, FIELD_NAMES } from "../../engine/config";
import { configure, useApp } from "../../state/app";
import { Button } from "../primitives/Button";
import styles from "./Setup.module.css";

/** The task is not a setting to lose: it stays. */
const SETTINGS = FIELD_NAMES.filter((name) => name !== "task");

export function ResetSettings() {
  const { t } = useTranslation("setup");
  const isDefault = useApp(({ config }) =>
    SETTINGS.every((name) => config[name] === DEFAULT_CONFIG[name]),
  );
  const { task: _, ...defaults } = DEFAULT_CONFIG;
  return (
    <div className={styles.foot}>
      <Button look="quiet" disabled={isDefault} onClick={() => configure(defaults)}>
        {t("allDefaults")}
      </Button>
    </div>
  );
}
