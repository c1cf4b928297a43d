/** What a recurrent cell does with its state: blocks, gates, memory, layers and directions. */
import { cellBlocks } from "../engine/cells/layout";
import type { CellKind } from "../engine/setup/config";
import { parameterCount, parameterSpecs, sizeOf } from "../engine/setup/learnedParameters";
import type { ModelShape } from "../engine/setup/modelShape";
import { carry, needless } from "./cellCarry";
import { directions, layers, now } from "./cellStates";
import { isPlain, keep, memory } from "./cellUnits";
import type { Facts } from "./facts";
import { NO_ROW, type PredictStep, type Values } from "./lesson";

/** The parameters of both cells, the encoder's and the decoder's, with a cell of this kind. */
function cellParameters(shape: ModelShape, cell: CellKind): number {
  const specs = parameterSpecs({ ...shape, cell });
  const isCell = (name: string): boolean => name.includes(`.${cell}.`);
  return specs
    .filter(({ name }) => isCell(name))
    .reduce((sum, spec) => sum + sizeOf(spec.shape), 0);
}

const times = (shape: ModelShape, cell: CellKind): number =>
  cellParameters(shape, cell) / cellParameters(shape, "rnn");

function blockValues({ trace: { shape } }: Facts): Values {
  const total = (cell: CellKind): number => parameterCount({ ...shape, cell });
  return {
    rnn: { count: cellParameters(shape, "rnn") },
    lstm: { count: cellParameters(shape, "lstm") },
    gruTimes: { count: times(shape, "gru") },
    lstmTimes: { count: times(shape, "lstm") },
    whole: { count: total("rnn") },
    wholeLstm: { count: total("lstm") },
    wholeTimes: { number: total("lstm") / total("rnn"), decimals: 1 },
  };
}

const MOST_TIMES = 8;

const blocks: PredictStep<"blocks", "right" | "gates" | "low" | "high"> = {
  id: "blocks",
  kind: "predict",
  scene: { settings: { cell: "rnn" } },
  reason: { tab: "equation", operation: "cell" },
  ask: (facts) =>
    isPlain(facts, "rnn")
      ? { kind: "number", decimals: 0, min: 1, max: MOST_TIMES, step: 1, ...NO_ROW }
      : null,
  values: blockValues,
  act: {
    calls: () => [["changeScene", { settings: { cell: "lstm" } }]],
    isDone: ({ trace: { shape }, isTraining }) => shape.cell === "lstm" && !isTraining,
  },
  judge: ({ trace: { shape } }, _, prediction, before) => {
    const truth = times(shape, shape.cell);
    const guess = prediction.kind === "number" ? prediction.value : 0;
    const gates = cellBlocks(shape.cell) - 1; // all blocks but the candidate
    const wrong = guess === gates ? "gates" : guess < truth ? "low" : "high";
    return {
      verdict: guess === truth ? "right" : wrong,
      isRight: guess === truth,
      values: blockValues(before),
      truth: { kind: "number", value: truth },
    };
  },
};

export const INSIDE_A_CELL = [
  blocks,
  keep,
  carry,
  needless,
  memory,
  layers,
  directions,
  now,
] as const;
