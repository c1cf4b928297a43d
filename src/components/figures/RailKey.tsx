/** What the symbols over the rail's columns mean where cells are small. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { hasAttentionalState } from "../../engine/modelShape";
import type { Trace } from "../../engine/trace";
import { symbolsOf } from "../../vis/symbols";
import { MathText } from "./MathText";
import css from "./RailHeadings.module.css";

export function RailKey({ trace }: { readonly trace: Trace }): ReactNode {
  const { t } = useTranslation("stage");
  const keys: (readonly [symbol: string, meaning: string])[] = [
    [symbolsOf(trace).state, t("legend.state")],
    ["ŷ", t("legend.said")],
  ];
  if (trace.shape.attention !== "none") keys.unshift(["c", t("legend.context")]);
  if (hasAttentionalState(trace.shape)) keys.splice(-1, 0, ["h̃", t("legend.combined")]);
  return (
    <p className={css.key}>
      {keys.map(([symbol, meaning]) => (
        <span key={symbol}>
          <MathText>{symbol}</MathText> {meaning}
          {" · "}
        </span>
      ))}
      <span>{t("legend.bar")}</span>
    </p>
  );
}
