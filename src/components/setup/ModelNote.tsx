/** What a change of settings does or has done to the model. */
import { useTranslation } from "react-i18next";
import { needsFreshModel } from "../../engine/setup/config";
import { useLane } from "../useLane";
import styles from "./Setup.module.css";
import { useBakedDifferences } from "./useBakedDifferences";

export function ModelNote() {
  const { t } = useTranslation("setup");
  const info = useLane((lane) => lane.run.info);
  const replaced = useLane((lane) => lane.run.info?.undo?.config ?? null);
  const hasChanged = info !== null && replaced !== null && needsFreshModel(replaced, info.config);
  if (!hasChanged) return <p className={styles.note}>{t("rule")}</p>;
  return <p className={styles.note}>{info.weights === "baked" ? <BakedNote /> : t("freshDone")}</p>;
}

/** The sentence that the model was trained beforehand, and with what other settings. */
function BakedNote() {
  const { t } = useTranslation("setup");
  const differences = useBakedDifferences();
  return differences === null ? t("bakedDone") : t("bakedOther", { differences });
}
