/** The meaning of the symbols over the rail's columns where cells are small. */
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "../../../i18n/useTranslation";
import { hasAttentionalState, isBidirectional } from "../../../engine/setup/modelShape";
import type { Trace } from "../../../engine/results/trace";
import { isTempered } from "../../../vis/facts/probability";
import { SYMBOLS } from "../../../vis/tex/symbols";
import { MathText } from "../MathText";
import styles from "./RailHeadings.module.css";

export function RailKey({ trace }: { readonly trace: Trace }): ReactNode {
  const { t } = useTranslation("stage");
  const keys: (readonly [symbol: string, meaning: string])[] = [
    [SYMBOLS.state, t("legend.state")],
    ["ŷ", t("legend.said")],
  ];
  if (trace.shape.attention !== "none") keys.unshift(["c", t("legend.context")]);
  if (hasAttentionalState(trace.shape)) keys.splice(-1, 0, ["h̃", t("legend.combined")]);
  if (isBidirectional(trace.shape)) keys.unshift(["W", t("bridge")]);
  return (
    <p className={styles.key}>
      {keys.map(([symbol, meaning]) => (
        <Fragment key={symbol}>
          <span>
            <MathText>{symbol}</MathText> {meaning}
          </span>
          {" · "}
        </Fragment>
      ))}
      <span>{t(isTempered(trace) ? "legend.barAtOne" : "legend.bar")}</span>
    </p>
  );
}
