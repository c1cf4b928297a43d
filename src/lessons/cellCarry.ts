/** What the update gates carry through an answer, without a map and with one, for “Inside a cell”. */
import type { Trace } from "../engine/results/trace";
import { isPlain } from "./cellUnits";
import { type Facts, hasAttention } from "./facts";
import { NO_ROW, type PredictStep, type Values } from "./lesson";

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** For each row, the share of the decoder's first state that the update gates have kept until then: a mean over units. */
export function keptShares({ steps }: Trace): number[] {
  let kept: readonly number[] | null = null;
  return steps.map(({ layers: [layer] }) => {
    const z = [...(layer?.gates.update ?? [])];
    kept = z.map((share, k) => share * (kept?.[k] ?? 1));
    return mean(kept);
  });
}

const HALF = 0.5;

/** The first row that holds less than half of the first state; -1: there is none. */
const halfRow = (trace: Trace): number => keptShares(trace).findIndex((share) => share < HALF);

const shareIn = (trace: Trace, row: number): number => keptShares(trace)[row] ?? 0;

function carryValues({ trace }: Facts): Values {
  const row = Math.max(0, halfRow(trace));
  const last = trace.steps.length - 1;
  return {
    half: { count: row + 1 },
    share: { share: shareIn(trace, row) },
    first: { share: shareIn(trace, 0) },
    last: { share: shareIn(trace, last) },
    rows: { count: last + 1 },
    units: { count: trace.shape.hiddenSize },
  };
}

const canCarry = (facts: Facts): boolean => isPlain(facts, "gru") && halfRow(facts.trace) > 0;

export const carry: PredictStep<"carry", "right" | "early" | "late"> = {
  id: "carry",
  kind: "predict",
  reason: { tab: "equation", operation: "cell" },
  ask: (facts) => (canCarry(facts) ? { kind: "row", ...NO_ROW } : null),
  values: carryValues,
  judge: (facts, _, prediction) => {
    const truth = halfRow(facts.trace);
    const picked = prediction.kind === "row" ? prediction.row : -1;
    const wrong = picked < truth ? "early" : "late";
    return {
      verdict: picked === truth ? "right" : wrong,
      isRight: picked === truth,
      values: {
        ...carryValues(facts),
        picked: { count: picked + 1 },
        pickedShare: { share: shareIn(facts.trace, picked) },
      },
      truth: { kind: "row", row: truth },
    };
  },
};

const WHEN = ["earlier", "same", "later"] as const;

export const needless: PredictStep<"needless", "right" | (typeof WHEN)[number]> = {
  id: "needless",
  kind: "predict",
  reason: { tab: "equation", operation: "context" },
  ask: (facts) => (canCarry(facts) ? { kind: "choice", choices: WHEN, ...NO_ROW } : null),
  values: carryValues,
  act: {
    calls: () => [["changeScene", { settings: { attention: "additive" } }]],
    isDone: (facts) => hasAttention(facts) && !facts.isTraining,
  },
  judge: ({ trace }, _, prediction, before) => {
    const [was, found] = [halfRow(before.trace), halfRow(trace)];
    const row = found < 0 ? trace.steps.length : found; // it holds half to the end
    const truth = row < was ? "earlier" : row > was ? "later" : "same";
    const choice = prediction.kind === "choice" ? prediction.choice : "";
    const wrong = WHEN.find((each) => each === choice) ?? "same";
    return {
      verdict: choice === truth ? "right" : wrong,
      isRight: choice === truth,
      values: {
        ...carryValues(before),
        firstNow: { share: shareIn(trace, 0) },
        shareNow: { share: shareIn(trace, was) },
      },
      truth: { kind: "choice", choice: truth },
    };
  },
};
