/** What a change of settings does or has done to the model. */
import { useTranslation } from "../../i18n/useTranslation";
import { needsFreshModel } from "../../engine/setup/config";
import { useLane } from "../useLane";
import styles from "./Setup.module.css";
import { useBakedDifferences } from "./useBakedDifferences";

export function ModelNote() {
  const { t } = useTranslation("setup");
  const info = useLane((lane) => lane.run.info);
  const replaced = useLane((lane) => lane.run.info?.undo?.config ?? null);
  const isUntrained = useLane((lane) => lane.run.step === 0);
  const hasChanged = info !== null && replaced !== null && needsFreshModel(replaced, info.config);
  return <p className={styles.note}>{hasChanged ? newModel() : t("rule")}</p>;

  /** A new model that has learned is no news. */
  function newModel() {
    if (info?.weights === "baked") return <BakedNote />;
    return t(isUntrained ? "freshDone" : "rule");
  }
}

/** The sentence that the model was trained beforehand, and with what other settings. */
function BakedNote() {
  const { t } = useTranslation("setup");
  const differences = useBakedDifferences();
  return differences === null ? t("bakedDone") : t("bakedOther", { differences });
}
