/** What a change of settings does or has done to the model, and the undo after it. */
import { useTranslation } from "react-i18next";
import { needsFreshModel } from "../../engine/setup/config";
import { useLane } from "../useLane";
import { Button } from "../primitives/Button";
import styles from "./Setup.module.css";
import { student } from "../../state/actions/acts";
import { useBakedDifferences } from "./useBakedDifferences";

export function ModelNote() {
  const { t } = useTranslation("setup");
  const info = useLane((lane) => lane.run.info);
  const replaced = useLane((lane) => lane.run.undoTarget?.config ?? null);
  const hasChanged = info !== null && replaced !== null && needsFreshModel(replaced, info.config);
  if (!hasChanged) return <p className={styles.note}>{t("rule")}</p>;
  return (
    <p className={styles.note}>
      {info.weights === "baked" ? <BakedNote /> : t("freshDone")}{" "}
      <Button look="link" className={styles.back} onClick={student.undo}>
        {t("goBack")}
      </Button>
    </p>
  );
}

/** The sentence that the model was trained beforehand, and with what other settings. */
function BakedNote() {
  const { t } = useTranslation("setup");
  const differences = useBakedDifferences();
  return differences === null ? t("bakedDone") : t("bakedOther", { differences });
}
