/** Words and numbers of a trace, for the texts of lessons. */
import type { Trace } from "../engine/results/trace";
import type { TokenView } from "../engine/text/tokens";

const NOTHING: TokenView = { id: 0, text: "" };

export const sourceWord = (trace: Trace, column: number): TokenView =>
  trace.source[column] ?? NOTHING;

/** What a row writes. */
export const saidWord = (trace: Trace, row: number): TokenView =>
  trace.steps[row]?.chosen ?? NOTHING;

export const scoresOf = (trace: Trace, row: number): readonly number[] => [
  ...(trace.steps[row]?.attention?.scores ?? []),
];

export const weightsOf = (trace: Trace, row: number): readonly number[] => [
  ...(trace.steps[row]?.attention?.weights ?? []),
];
