/** How a loss at the end of the answer reaches a state at the beginning of the source: along the encoder, or by the map. */
import { EOS } from "../engine/text/tokens";
import { ENCODER_ROADS } from "../engine/results/roads";
import type { Trace } from "../engine/results/trace";
import { isBidirectional } from "../engine/setup/modelShape";
import { alignedColumns } from "../vis/facts/aligned";
import { type ColumnRoads, roadLengths } from "../vis/facts/roadLengths";
import { type Facts, roadsOf } from "./facts";
import {
  type Act,
  atRow,
  type GoalStep,
  type PredictStep,
  type Question,
  type Values,
} from "./lesson";
import { best } from "./looks";
import { sourceWord } from "./words";

/** The row that writes the last letter; null: the answer has none, or it is unknown. */
function lastRow({ expected }: Trace): number | null {
  const row = (expected ?? []).findLastIndex(({ id }) => id !== EOS);
  return row === -1 ? null : row;
}

/** The column of the letter that this row writes. */
const neededColumn = (trace: Trace, row: number): number => alignedColumns(trace, row)[0] ?? 0;

/** The gradients of the encoder's states for the loss of this row; null: the page has not read them. */
function columnsOf(facts: Facts, row: number): readonly ColumnRoads[] | null {
  const answer = roadsOf(facts);
  if (answer?.of !== row) return null;
  return roadLengths(answer.roads, isBidirectional(facts.trace.shape) ? 2 : 1).columns;
}

const LENGTH = 2; // the first letter must be far from the end of the source

/** Asks about the loss of the last letter, in a model of this kind. */
function askAbout({ trace }: Facts, isKind: (trace: Trace) => boolean): number | null {
  const row = lastRow(trace);
  return row !== null && row >= LENGTH && isKind(trace) ? row : null;
}

/** A question about the state of the letter that the row writes, which the reveal selects. */
const atState = ({ trace }: Facts, row: number) => ({
  ...atRow(row),
  column: neededColumn(trace, row),
});

/** Lets the stage draw the gradients of the asked row's loss. */
const drawn: Act = {
  calls: (_, { row }) => [
    ["select", row ?? 0],
    ["draw", "gradients"],
  ],
  isDone: (facts, _, { row }) => columnsOf(facts, row ?? 0) !== null,
};

/** The words of the texts, and how long the gradients are. */
function roadValues(facts: Facts, { row }: Question): Values {
  const { trace } = facts;
  const needed = neededColumn(trace, row ?? 0);
  const columns = columnsOf(facts, row ?? 0);
  const last = trace.source.length - 1;
  return {
    row: { count: (row ?? 0) + 1 },
    letter: { word: sourceWord(trace, needed) },
    last: { word: sourceWord(trace, last) },
    positions: { count: last - needed },
    updates: { count: trace.trainedSteps },
    ratio: { number: ratioOf(columns, needed), decimals: 3 },
  };
}

/** The gradient of a column's state over that of the last one. */
function ratioOf(columns: readonly ColumnRoads[] | null, column: number): number {
  return (columns?.[column]?.whole ?? 0) / (columns?.at(-1)?.whole ?? 1);
}

const isUntrained = ({ trainedSteps }: Trace): boolean => trainedSteps === 0;

const far: PredictStep<"far", "right" | "needed" | "other"> = {
  id: "far",
  kind: "predict",
  reason: { tab: "equation", operation: "cell" },
  ask: (facts) => {
    const row = askAbout(facts, (trace) => isUntrained(trace) && trace.shape.attention === "none");
    return row === null ? null : { kind: "tile", of: "encoder", ...atRow(row) };
  },
  values: roadValues,
  act: drawn,
  judge: (facts, question, prediction) => {
    const columns = columnsOf(facts, question.row ?? 0) ?? [];
    const longest = best([...columns.keys()], (s) => columns[s]?.whole ?? 0) ?? 0;
    const picked = prediction.kind === "tile" ? prediction.tile : -1;
    const isRight = picked === longest;
    const isNeeded = picked === neededColumn(facts.trace, question.row ?? 0);
    return {
      verdict: isRight ? "right" : isNeeded ? "needed" : "other",
      isRight,
      values: {
        ...roadValues(facts, question),
        longest: { word: sourceWord(facts.trace, longest) },
      },
      truth: { kind: "tile", tile: longest },
    };
  },
};

const SIZES = ["faint", "shorter", "alike"] as const;

function sizeOf(ratio: number): (typeof SIZES)[number] {
  return ratio < 1 / 20 ? "faint" : ratio < 1 / 5 ? "shorter" : "alike";
}

type SizeVerdict = "right" | "less" | "more";

/** Judges a prediction of how long the gradient of the needed state is. */
function judgeSize(facts: Facts, question: Question, choice: string) {
  const row = question.row ?? 0;
  const truth = sizeOf(ratioOf(columnsOf(facts, row), neededColumn(facts.trace, row)));
  const isLess = SIZES.findIndex((each) => each === choice) < SIZES.indexOf(truth);
  const verdict: SizeVerdict = choice === truth ? "right" : isLess ? "less" : "more";
  return {
    verdict,
    isRight: choice === truth,
    values: roadValues(facts, question),
    truth: { kind: "choice", choice: truth },
  } as const;
}

/** A step that asks how long the gradient of the needed state is. */
function sizeStep<Id extends string>(
  id: Id,
  scene: PredictStep["scene"],
  isKind: (trace: Trace) => boolean,
): PredictStep<Id, SizeVerdict> {
  return {
    id,
    kind: "predict",
    ...(scene && { scene }),
    reason: { tab: "equation", operation: id === "withMap" ? "context" : "cell" },
    ask: (facts) => {
      const row = askAbout(facts, isKind);
      return row === null ? null : { kind: "choice", choices: SIZES, ...atState(facts, row) };
    },
    values: roadValues,
    act: drawn,
    judge: (facts, question, prediction) =>
      judgeSize(facts, question, prediction.kind === "choice" ? prediction.choice : ""),
  };
}

const ATTENTION = { settings: { attention: "additive" } } as const;

const withMap = sizeStep(
  "withMap",
  ATTENTION,
  (trace) => isUntrained(trace) && trace.shape.attention !== "none",
);

const trained = sizeStep(
  "trained",
  { weights: "baked" },
  (trace) => !isUntrained(trace) && trace.shape.attention === "none",
);

function roadsAt(facts: Facts, row: number): ColumnRoads | null {
  return columnsOf(facts, row)?.[neededColumn(facts.trace, row)] ?? null;
}

const road: PredictStep<"road", "right" | "corner" | "other"> = {
  id: "road",
  kind: "predict",
  scene: { ...ATTENTION, weights: "baked" },
  reason: { tab: "equation", operation: "context" },
  ask: (facts) => {
    const row = askAbout(facts, (trace) => !isUntrained(trace) && trace.shape.attention !== "none");
    return row === null ? null : { kind: "choice", choices: ENCODER_ROADS, ...atState(facts, row) };
  },
  values: roadValues,
  act: drawn,
  judge: (facts, question, prediction) => {
    const roads = roadsAt(facts, question.row ?? 0);
    const truth = best(ENCODER_ROADS, (each) => roads?.[each] ?? 0) ?? "values";
    const choice = prediction.kind === "choice" ? prediction.choice : "";
    const isRight = choice === truth;
    const shareOf = (each: (typeof ENCODER_ROADS)[number]) => ({
      number: (roads?.[each] ?? 0) / (roads?.[truth] ?? 1),
      decimals: 2,
    });
    return {
      verdict: isRight ? "right" : choice === "corner" ? "corner" : "other",
      isRight,
      values: {
        ...roadValues(facts, question),
        main: { text: `choices.${truth}` },
        asValue: shareOf("values"),
        asKey: shareOf("scores"),
        corner: shareOf("corner"),
      },
      truth: { kind: "choice", choice: truth },
    };
  },
};

const ENOUGH = 1 / 3;

/** Whether the model and the word are still those of the scene. */
function isUntouched({ shape, trainedSteps, source }: Trace): boolean {
  const isOwn = shape.attention === "none" && shape.sourceOrder === "forward";
  return isOwn && trainedSteps === 0 && source.length > 6;
}

const now: GoalStep<"now", "reached" | "short"> = {
  id: "now",
  kind: "goal",
  scene: { view: { drawn: "gradients" } },
  reason: null,
  isPossible: ({ trace }) => lastRow(trace) !== null,
  check: (facts) => {
    const { trace } = facts;
    const row = lastRow(trace);
    const columns = row === null ? null : columnsOf(facts, row);
    if (row === null || columns === null || isUntouched(trace)) return null;
    const needed = neededColumn(trace, row);
    const isReached = ratioOf(columns, needed) >= ENOUGH;
    return {
      verdict: isReached ? "reached" : "short",
      isRight: isReached,
      values: roadValues(facts, { kind: "row", ...atRow(row) }),
    };
  },
};

export const TWO_ROADS = [far, withMap, trained, road, now] as const;
