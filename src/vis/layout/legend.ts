/** Which marks a stage has that need an explanation, in the order of its legend. */
import type { Trace } from "../../engine/results/trace";
import { feedsInput, isBidirectional, type ModelShape } from "../../engine/setup/modelShape";
import { isWhollyLinked } from "../facts/aligned";
import { judge } from "../facts/judgedTokens";
import { unitsPerCell } from "./tile";

export type LegendMark =
  | "halves"
  | "largest"
  | "gold"
  | "asks"
  | "double"
  | "feeds"
  | "truth"
  | "model"
  | "wrong"
  | "hand"
  | "changed";

/** A mark, and the name of what it means. */
export interface LegendEntry {
  readonly mark: LegendMark;
  readonly meaning: LegendMark | "goldPartly";
}

export function legendOf(trace: Trace): readonly LegendEntry[] {
  const { shape, gold, show } = trace;
  const attends = shape.attention !== "none";
  const has: Readonly<Record<LegendMark, boolean>> = {
    halves: isBidirectional(shape),
    largest: attends,
    gold: attends && gold !== null,
    asks: attends,
    double: shape.cell === "lstm",
    feeds: feedsInput(shape),
    truth: show.feeding === "truth",
    model: show.feeding !== "truth",
    wrong: judge(trace).some(({ mark }) => mark === "wrong"),
    hand: show.edits.length > 0,
    changed: show.edits.length > 0,
  };
  const marks = (Object.keys(has) as LegendMark[]).filter((mark) => has[mark]);
  const isPartly = gold !== null && !isWhollyLinked(gold);
  return marks.map((mark) => ({
    mark,
    meaning: mark === "gold" && isPartly ? "goldPartly" : mark,
  }));
}

/** A bridge is linear and has no bounds, and a GRU keeps a share of the first state that the bridge makes. */
export function canPassOne(shape: ModelShape): boolean {
  return isBidirectional(shape) && shape.cell === "gru";
}

/** Of which tiles each small square is a mean, and of how many units; only where it is more than one. */
export interface Blocks {
  readonly of: "blocks" | "blocksSplit" | "blocksSplitContext" | "blocksDecoder";
  readonly count: number;
}

export function blocksOf(shape: ModelShape): readonly Blocks[] {
  const whole = unitsPerCell(shape.hiddenSize);
  const half = unitsPerCell(shape.hiddenSize, "half");
  const split = shape.attention === "none" ? "blocksSplit" : "blocksSplitContext";
  const all: readonly Blocks[] = isBidirectional(shape)
    ? [
        { of: split, count: half },
        { of: "blocksDecoder", count: whole },
      ]
    : [{ of: "blocks", count: whole }];
  return all.filter(({ count }) => count > 1);
}
