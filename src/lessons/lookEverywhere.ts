/** What came next: a Transformer does the task of the first lesson, and no token waits for another. */
import type { HeadTrace } from "../engine/results/trace";
import type { Facts } from "./facts";
import { lookOf, planOf } from "./looks";
import { beforeRow, NO_ROW, type PredictStep, type Values } from "./lesson";
import { every, mask, positions, scale } from "./selfLooks";
import { now } from "./smallTransformer";
import { saidWord, sourceWord } from "./words";

/** The heads with which the decoder looks at the source; null: the network is recurrent. */
const crossOf = ({ trace }: Facts): readonly HeadTrace[] | null =>
  trace.transformer?.cross.at(-1) ?? null;

const RECURRENT = { settings: { network: "recurrent", learningRate: 0.006 } } as const;

function waitValues({ trace: { source, steps, shape } }: Facts): Values {
  return {
    source: { count: source.length },
    rows: { count: steps.length },
    both: { count: source.length + steps.length },
    doubled: { count: 2 * (source.length + steps.length) },
    layers: { count: 2 * shape.layers },
  };
}

const wait: PredictStep<"wait", "right" | "half" | "low" | "high"> = {
  id: "wait",
  kind: "predict",
  scene: RECURRENT,
  reason: { tab: "equation", operation: "cell" },
  ask: ({ trace }) =>
    trace.transformer === null && trace.shape.layers === 1
      ? { kind: "number", decimals: 0, min: 1, max: trace.source.length * trace.steps.length, step: 1, ...NO_ROW }
      : null, // prettier-ignore
  values: waitValues,
  judge: (facts, _, prediction) => {
    const [S, T] = [facts.trace.source.length, facts.trace.steps.length];
    const truth = S + T;
    const guess = prediction.kind === "number" ? prediction.value : 0;
    const wrong = guess === S || guess === T ? "half" : guess < truth ? "low" : "high";
    return {
      verdict: guess === truth ? "right" : wrong,
      isRight: guess === truth,
      values: waitValues(facts),
      truth: { kind: "number", value: truth },
      pointed: { kind: "states" },
    };
  },
};

function cornerValues(facts: Facts, row: number): Values {
  const look = lookOf(facts.trace, row);
  return {
    row: { count: row + 1 },
    said: { word: saidWord(facts.trace, row) },
    word: { word: sourceWord(facts.trace, look?.column ?? 0) },
    weight: { weight: look?.weight ?? 0 },
    heads: { count: crossOf(facts)?.length ?? 0 },
  };
}

const corner: PredictStep<"corner", "right" | "place" | "other"> = {
  id: "corner",
  kind: "predict",
  reason: { tab: "equation", operation: "score" },
  ask: (facts) => {
    const { cross, look } = planOf(facts.trace);
    const row = crossOf(facts) ? (cross?.after.row ?? look?.row) : undefined;
    return row === undefined ? null : { kind: "cell", ...beforeRow(row) };
  },
  values: (facts, { row }) => cornerValues(facts, row ?? 0),
  judge: (facts, question, prediction) => {
    const row = question.row ?? 0;
    const column = lookOf(facts.trace, row)?.column ?? 0;
    const picked = prediction.kind === "cell" ? prediction.column : -1;
    const verdict = picked === column ? "right" : picked === row ? "place" : "other";
    return {
      verdict,
      isRight: picked === column,
      values: {
        ...cornerValues(facts, row),
        picked: { word: sourceWord(facts.trace, picked) },
        pickedWeight: { weight: facts.trace.steps[row]?.attention?.weights[picked] ?? 0 },
      },
      truth: { kind: "cell", row, column },
    };
  },
};

export const LOOK_EVERYWHERE = [wait, corner, every, positions, mask, scale, now] as const;
