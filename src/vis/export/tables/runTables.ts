/** The tables of a run: its curves, and the results of its full evaluation. */
import type { Evaluation, LossPoint } from "../../../engine/results/history";
import type { ScoreReport } from "../../../engine/results/scoreReport";
import type { CellValue, Table } from "./csv";

/** Of an evaluation, by the name of its column. */
const MEASURES = {
  exact_match: ({ exactMatch }: Evaluation) => exactMatch,
  token_accuracy: ({ tokenAccuracy }: Evaluation) => tokenAccuracy,
  held_out_loss: ({ heldOutLoss }: Evaluation) => heldOutLoss ?? null,
  alignment_error: ({ alignmentError }: Evaluation) => alignmentError,
  attention_entropy: ({ entropy }: Evaluation) => entropy?.mean ?? null,
  even_entropy: ({ entropy }: Evaluation) => entropy?.even ?? null,
  examples: ({ examples }: Evaluation) => examples,
} as const;

/** One row an update that has a loss or an evaluation. Losses and entropies are in nats. */
export function curvesTable(
  losses: readonly LossPoint[],
  evaluations: readonly Evaluation[],
): Table {
  const lossAt = new Map(losses.map(({ step, loss }) => [step, loss]));
  const evaluationAt = new Map(evaluations.map((each) => [each.step, each]));
  const updates = [...new Set([...lossAt.keys(), ...evaluationAt.keys()])].toSorted((a, b) => a - b); // prettier-ignore
  return {
    columns: ["update", "loss", ...Object.keys(MEASURES)],
    rows: updates.map((update): CellValue[] => {
      const evaluation = evaluationAt.get(update);
      const measured = Object.values(MEASURES).map((read) =>
        evaluation ? read(evaluation) : null,
      );
      return [update, lossAt.get(update) ?? null, ...measured];
    }),
  };
}

export function lengthsTable({ byLength }: ScoreReport): Table {
  return {
    columns: ["length", "examples", "right", "exact_match", "in_training"],
    rows: byLength.map(({ length, examples, matches, isSeen }) => [
      length,
      examples,
      matches,
      matches / examples,
      isSeen,
    ]),
  };
}

export function positionsTable({ byPosition }: ScoreReport): Table {
  return {
    columns: ["position", "examples", "free_right", "forced_right", "first_errors"],
    rows: byPosition.map(({ position, examples, freeRight, forcedRight, firstErrors }) => [
      position,
      examples,
      freeRight,
      forcedRight,
      firstErrors,
    ]),
  };
}

/** The source's tokens with blanks between them. */
export function examplesTable({ examples }: ScoreReport): Table {
  return {
    columns: ["example", "source", "expected", "answer", "right", "said_eos", "right_tokens", "tokens", "loss"], // prettier-ignore
    rows: examples.map((each, i) => [
      i + 1,
      each.source.join(" "),
      each.expected,
      each.answer,
      each.isExact,
      each.ended,
      each.rightTokens,
      each.tokens,
      each.loss,
    ]),
  };
}
