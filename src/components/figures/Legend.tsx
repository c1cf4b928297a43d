/** How to read the stage: scales with their numbers, and the marks that do not speak for themselves. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Trace } from "../../engine/trace";
import { tileCells } from "../../vis/tile";
import { judge } from "../../vis/verdict";
import css from "./Legend.module.css";

interface ScaleProps {
  readonly kind: "weight" | "value";
  readonly ticks: readonly string[];
  readonly children: string;
}

function Scale({ kind, ticks, children }: ScaleProps): ReactNode {
  return (
    <li className={css.item}>
      <span className={css.scale} data-kind={kind}>
        <span className={css.ramp} />
        <span className={css.ticks}>
          {ticks.map((tick) => (
            <span key={tick}>{tick}</span>
          ))}
        </span>
      </span>
      <span>{children}</span>
    </li>
  );
}

interface KeyProps {
  readonly mark: "largest" | "gold" | "asks" | "truth" | "model" | "wrong";
  readonly children: string;
}

function Key({ mark, children }: KeyProps): ReactNode {
  return (
    <li className={css.item}>
      <span className={css.mark} data-mark={mark} aria-hidden="true" />
      <span>{children}</span>
    </li>
  );
}

export function Legend({ trace }: { readonly trace: Trace }): ReactNode {
  const { t } = useTranslation("stage");
  const attends = trace.attention !== "none";
  const block = tileCells(trace.initialState).unitsPerCell;
  const anyWrong = judge(trace).some(({ mark }) => mark === "wrong");
  const caption = !attends ? "captionNone" : trace.timing === "luong" ? "captionLuong" : "caption";
  return (
    <div className={css.legend}>
      <p className={css.caption}>
        {t(caption)} {t("inspect")} {t("keys")}
      </p>
      <ul className={css.list}>
        {attends && (
          <Scale kind="weight" ticks={["0", "0.5", "1"]}>
            {t("legend.weight")}
          </Scale>
        )}
        <Scale kind="value" ticks={["−1", "0", "1"]}>
          {t("legend.value")}
        </Scale>
        {block > 1 && <li className={css.item}>{t("legend.blocks", { count: block })}</li>}
        {attends && <Key mark="largest">{t("legend.largest")}</Key>}
        {attends && trace.gold && <Key mark="gold">{t("legend.gold")}</Key>}
        {attends && <Key mark="asks">{t("legend.asks")}</Key>}
        {trace.teacherForcing ? (
          <Key mark="truth">{t("legend.truth")}</Key>
        ) : (
          <Key mark="model">{t("legend.model")}</Key>
        )}
        {anyWrong && <Key mark="wrong">{t("legend.wrong")}</Key>}
      </ul>
    </div>
  );
}
