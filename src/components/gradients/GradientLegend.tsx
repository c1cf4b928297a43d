/** What squares, arrows and roads mean. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Trace } from "../../engine/results/trace";
import { DECADES } from "../../vis/facts/roadStrength";
import styles from "./GradientLegend.module.css";

export function GradientLegend({ trace: { shape } }: { readonly trace: Trace }): ReactNode {
  const { t } = useTranslation("gradients");
  const attends = shape.attention !== "none";
  return (
    <div className={styles.legend}>
      <p>{t("legend.gradient")}</p>
      <p>{t("legend.size", { smallest: 10 ** DECADES })}</p>
      <p>{t("legend.way")}</p>
      <p>{t(attends ? "legend.roads" : "legend.oneRoad")}</p>
      {attends && <p>{t("legend.parts")}</p>}
      <p>{t("legend.decoder")}</p>
      {shape.cell === "lstm" && <p>{t("legend.memory")}</p>}
    </div>
  );
}
