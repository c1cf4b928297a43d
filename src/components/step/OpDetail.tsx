/** One operation of the step on show: its equation, what it means, its tensors, its numbers. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { mean } from "d3-array";
import { equationOf } from "../../vis/equations";
import { shapesOf, type Op } from "../../vis/ops";
import { inputSymbol, isLuong, joinsContext, subscript, symbolsOf } from "../../vis/symbols";
import type { Shown } from "../figures/useShownStep";
import { useFormat } from "../primitives/useFormat";
import { Equation } from "./Equation";
import { LogitTable } from "./LogitTable";
import { Mixture } from "./Mixture";
import css from "./OpDetail.module.css";
import { ScoreTable } from "./ScoreTable";
import { Shapes } from "./Shapes";
import { VectorTiles, type ShownVector } from "./VectorTiles";

export interface OpDetailProps extends Shown {
  readonly op: Op;
}

export function OpDetail({ op, ...shown }: OpDetailProps): ReactNode {
  const { t } = useTranslation("step");
  const { trace, index, step } = shown;
  return (
    <div className={css.detail}>
      <div>
        <Equation tex={equationOf(trace, index, op)} label={t("equation")} />
        <p className={css.explain}>
          {t(`explain.${explanationOf(op, shown)}`, { count: step.logits.length })}
        </p>
        <Shapes tensors={shapesOf(trace, step, index, op)} />
      </div>
      <div>
        <Numbers op={op} {...shown} />
      </div>
    </div>
  );
}

/** Which explanation fits the operation in this kind of model. */
function explanationOf(op: Op, { trace }: Shown) {
  const luong = isLuong(trace);
  if (op === "query") return luong ? "queryLuong" : "queryBahdanau";
  if (op === "score") return trace.attention === "none" ? "dot" : trace.attention;
  if (op !== "cell") return op;
  if (trace.attention === "none") return "cellNone";
  return luong ? "cellPlain" : "cellBahdanau";
}

function Numbers({ op, ...shown }: OpDetailProps): ReactNode {
  switch (op) {
    case "score":
    case "softmax":
      return <ScoreTable {...shown} />;
    case "context":
      return (
        <>
          <Mixture {...shown} />
          <ScoreTable {...shown} />
        </>
      );
    case "cell":
      return (
        <>
          <VectorTiles trace={shown.trace} vectors={cellVectors(shown)} />
          <Kept {...shown} />
        </>
      );
    case "output":
      return <LogitTable step={shown.step} />;
    case "embed":
    case "query":
    case "combine":
      return <VectorTiles trace={shown.trace} vectors={plainVectors(op, shown)} />;
    default:
      return op satisfies never;
  }
}

function cellVectors({ trace, index }: Shown): ShownVector[] {
  const { state } = symbolsOf(trace);
  const now = subscript(index + 1);
  return [
    {
      subject: { kind: "previous", step: index },
      owner: "decoder",
      caption: `${state}${subscript(index)}`,
    },
    { subject: { kind: "reset", step: index }, owner: "decoder", caption: `r${now}` },
    { subject: { kind: "update", step: index }, owner: "decoder", caption: `z${now}` },
    { subject: { kind: "candidate", step: index }, owner: "decoder", caption: `n${now}` },
    { subject: { kind: "state", step: index }, owner: "decoder", caption: `${state}${now}` },
  ];
}

function plainVectors(op: "embed" | "query" | "combine", { trace, index }: Shown): ShownVector[] {
  const now = subscript(index + 1);
  const caption = joinsContext(trace) ? `E(${inputSymbol(trace, index)})` : `x${now}`;
  if (op === "embed")
    return [{ subject: { kind: "input", step: index }, owner: "decoder", caption }];
  if (op === "query") {
    const kind = isLuong(trace) ? "state" : "previous";
    return [{ subject: { kind, step: index }, owner: "decoder", caption: `q${now}` }];
  }
  return [
    { subject: { kind: "context", step: index }, owner: "attention", caption: `c${now}` },
    { subject: { kind: "state", step: index }, owner: "decoder", caption: `h${now}` },
    { subject: { kind: "combined", step: index }, owner: "decoder", caption: `h̃${now}` },
  ];
}

/** How much of the old state the update gate keeps. */
function Kept({ step }: Shown): ReactNode {
  const { t } = useTranslation("step");
  const format = useFormat();
  const share = mean(step.gates.update) ?? 0;
  return <p className={css.fact}>{t("kept", { share: format.percent(share, 0) })}</p>;
}
