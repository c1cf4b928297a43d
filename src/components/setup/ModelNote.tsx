/** How big the model is, what a change does, and the way back after one. */
import { useTranslation } from "react-i18next";
import { needsFreshModel } from "../../engine/config";
import { undo, useApp } from "../../state/app";
import { Button } from "../primitives/Button";
import { useFormat } from "../primitives/useFormat";
import styles from "./Setup.module.css";

export function ModelNote() {
  const { t } = useTranslation("setup");
  const format = useFormat();
  const info = useApp((state) => state.run.info);
  const replaced = useApp((state) => state.run.replaced?.config ?? null);
  const hasChanged = info !== null && replaced !== null && needsFreshModel(replaced, info.config);
  return (
    <div className={styles.note}>
      <p className={styles.size}>
        {info ? t("size", { parameters: format.number(info.parameters) }) : "–"}
      </p>
      <p>
        {info
          ? t("vocabulary", {
              source: format.number(info.sourceTokens),
              target: format.number(info.targetTokens),
            })
          : "–"}
      </p>
      <p className={styles.rule}>
        {hasChanged ? t("freshDone") : t("freshRule")}{" "}
        {hasChanged && (
          <Button look="link" onClick={undo}>
            {t("goBack")}
          </Button>
        )}
      </p>
    </div>
  );
}
