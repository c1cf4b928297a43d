/** What the layout of the stage needs from a trace: its counts, its widest labels, and the parts of its model. */
import { hasMemory } from "../../engine/cells/layout";
import type { Trace } from "../../engine/results/trace";
import { feedsInput, hasAttentionalState, isBidirectional } from "../../engine/setup/modelShape";
import { BOLD, widestEm } from "./labels";

export interface StageShape {
  readonly columns: number; // S, source tokens
  readonly rows: number; //    T, decoder steps
  readonly attends: boolean;
  readonly combines: boolean; // Luong timing has h~ between state and output
  readonly feeds: boolean; //    h~ enters the next step's input
  readonly bothWays: boolean; // the encoder is bidirectional and has a bridge
  readonly memory: boolean; //   an LSTM passes on two vectors
  readonly recurs: boolean; //   a state goes on to the next one
  readonly sourceEm: number; // widest label of each side, the source's in bold
  readonly targetEm: number;
  readonly compares: boolean; // another decode stands beside
}

export function stageShape(trace: Trace): StageShape {
  const { shape } = trace;
  return {
    columns: trace.source.length,
    rows: trace.steps.length,
    attends: shape.attention !== "none",
    combines: hasAttentionalState(shape),
    feeds: feedsInput(shape),
    bothWays: isBidirectional(shape),
    memory: hasMemory(shape.cell),
    recurs: shape.network === "recurrent",
    sourceEm: BOLD * widestEm(trace.source),
    targetEm: widestEm([
      ...(trace.expected ?? []),
      ...trace.steps.flatMap((step) => [step.input, step.chosen]),
      ...(trace.beside?.steps ?? []).map(({ chosen }) => chosen),
    ]),
    compares: trace.beside !== null,
  };
}
