/** What the page could not take from its link: settings, and the weights of a trained model. */
import { useTranslation } from "../../i18n/useTranslation";
import { dismissRefused, useRefused } from "../../state/slices/rejectedUrlSettings";
import { Button } from "../primitives/Button";
import { moveFocusThen } from "../focusPlace";
import styles from "./Notice.module.css";
import { WeightsNotice } from "./WeightsNotice";

export function LinkNotice() {
  return (
    <>
      <SettingsNotice />
      <WeightsNotice />
    </>
  );
}

function SettingsNotice() {
  const { t } = useTranslation("failures");
  const refused = useRefused();
  if (refused.length === 0) return null;
  return (
    <div className={styles.region}>
      <div className={styles.notice}>
        <div className={styles.text}>
          <p>{t("linkRefused")}</p>
          <p>
            <code>{refused.join("  ")}</code>
          </p>
        </div>
        <div className={styles.ways}>
          <Button look="quiet" onClick={() => moveFocusThen("stage", dismissRefused)}>
            {t("dismiss")}
          </Button>
        </div>
      </div>
    </div>
  );
}
