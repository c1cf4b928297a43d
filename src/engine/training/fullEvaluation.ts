/** The full evaluation: every figure, exact match by source length, and each held-out example, in chunks. */
import { makeBatch } from "../batch";
import type { Decoded } from "../decoding/greedy";
import { plainResult } from "../model/scope";
import { viewWeights } from "../model/weights";
import type { AttentionFigures, Figures, ScoredExample, ScoreReport } from "../results/scoreReport";
import type { Pair, Task } from "../tasks/task";
import { viewToken } from "../text/tokens";
import { corpusBleu, type Translation } from "./bleu";
import { answersOf, inChunks, type Judged } from "./evaluation";
import {
  countForced,
  emptyForcedTally,
  type ForcedTally,
  meanLoss,
  perplexity,
} from "./forcedMetrics";
import { type ForcedReading, readForced } from "./forcedReading";
import { type Outcome, scoreLengths } from "./lengths";
import { compare, count, emptyTally, type Scores, toScores } from "./metrics";

/** What a model is judged on. */
export interface Exam {
  readonly heldOut: readonly Pair[];
  /** Longer than any that training draws: for exact match by length alone. */
  readonly longer: readonly Pair[];
}

/**
 * Yields after every chunk; the return value is the report, but for the step.
 * @param model read anew for each chunk: its weights must stay what they are
 * @param tell called after every chunk with how many examples are done
 */
export function* evaluateFully(
  model: Judged,
  { heldOut, longer }: Exam,
  tell: (done: number) => void = () => undefined,
): Generator<void, Omit<ScoreReport, "step">> {
  const { figures, examples } = yield* judgeHeldOut(model, heldOut, tell);
  const unseen = yield* judgeLonger(model, longer, (done) => tell(heldOut.length + done));
  const seen = examples.map(({ source, isExact }) => ({ length: source.length, isExact }));
  const byLength = [...scoreLengths(seen, true), ...scoreLengths(unseen, false)];
  return { figures, byLength, examples };
}

function* judgeHeldOut(
  model: Judged,
  heldOut: readonly Pair[],
  tell: (done: number) => void,
): Generator<void, { readonly figures: Figures; readonly examples: readonly ScoredExample[] }> {
  const { task } = model;
  const [free, forced] = [emptyTally(), emptyForcedTally()];
  const examples: ScoredExample[] = [];
  const translations: Translation[] = [];
  for (const pairs of inChunks(model, heldOut)) {
    const answers = answersOf(model, pairs);
    const readings = readTruth(model, pairs);
    pairs.forEach((pair, i) => {
      const [answer, reading] = [answers[i], readings[i]];
      const written = heldOut[examples.length];
      if (!answer || !reading || !written) throw new Error(`evaluation: no answer to pair ${i}`);
      const comparison = count(free, task, pair, answer);
      countForced(forced, task, pair, reading);
      const said = wordsOf(task, answer);
      translations.push({ answer: said, truth: pair.target });
      examples.push({
        source: written.source,
        expected: task.join(pair.target),
        answer: task.join(said),
        ended: answer.ended,
        ...comparison,
        loss: meanLoss(reading),
      });
    });
    tell(examples.length);
    yield;
  }
  const bleu = task.targetUnit === "word" ? corpusBleu(translations) : null;
  return { figures: { ...toFigures(toScores(free), forced), bleu }, examples };
}

function* judgeLonger(
  model: Judged,
  longer: readonly Pair[],
  tell: (done: number) => void,
): Generator<void, readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const pairs of inChunks(model, longer)) {
    const answers = answersOf(model, pairs);
    pairs.forEach((pair, i) => {
      const answer = answers[i];
      if (!answer) throw new Error(`evaluation: no answer to pair ${i}`);
      const { isExact } = compare(model.task, pair, answer);
      outcomes.push({ length: pair.source.length, isExact });
    });
    tell(outcomes.length);
    yield;
  }
  return outcomes;
}

function readTruth({ task, shape, predictor }: Judged, pairs: readonly Pair[]): ForcedReading[] {
  return plainResult(() =>
    readForced(viewWeights(shape, predictor.parameters), shape, makeBatch(task, pairs)),
  );
}

function wordsOf({ targetVocabulary }: Task, { tokens }: Decoded): string[] {
  return tokens.map((id) => viewToken(targetVocabulary, id).text);
}

function toFigures(free: Scores, forced: ForcedTally): Omit<Figures, "bleu"> {
  return {
    exactMatch: free.exactMatch,
    freeAccuracy: free.tokenAccuracy,
    forcedAccuracy: forced.rightTokens / forced.tokens,
    perplexity: perplexity(forced),
    attention: toAttentionFigures(free, forced),
  };
}

function toAttentionFigures(free: Scores, forced: ForcedTally): AttentionFigures | null {
  const { steps, linkedTokens } = forced;
  if (steps === 0) return null;
  return {
    alignmentError: free.alignmentError,
    goldMass: linkedTokens === 0 ? null : forced.goldMass / linkedTokens,
    entropy: forced.entropy / steps,
    largestEntropy: forced.largestEntropy / steps,
  };
}
