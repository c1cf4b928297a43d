/** The full evaluation: all metrics, scores by length and by position, and each held-out example, in chunks. */
import { tensor1d } from "@tensorflow/tfjs-core";
import { makeBatch } from "../batch";
import type { Decoded } from "../decoding/greedy";
import { plainResult } from "../model/scope";
import { viewWeights } from "../model/weights";
import type { AttentionMetrics, Metrics, ScoredExample, ScoreReport } from "../results/scoreReport";
import type { Pair, Task } from "../tasks/task";
import { viewToken } from "../text/tokens";
import { corpusBleu, type Translation } from "./bleu";
import { answersOf, inChunks, type EvaluatedModel } from "./evaluation";
import {
  countForced,
  emptyForcedTally,
  type ForcedTally,
  meanLoss,
  perplexity,
} from "./forcedMetrics";
import { type TeacherForcedPrediction, predictTeacherForced } from "./teacherForcedPredictions";
import { type Outcome, scoreLengths } from "./lengths";
import { compare, count, emptyTally, type Scores, toScores } from "./metrics";
import { countPositions, type PositionTally } from "./positions";

/** The examples of a full evaluation. */
export interface EvaluationExamples {
  readonly heldOut: readonly Pair[];
  /** Longer than any training source: only for exact match by length. */
  readonly longer: readonly Pair[];
}

/**
 * Yields after every chunk; the return value is the report without the step.
 * @param model its weights must not change until the last chunk
 * @param tell called after every chunk with the number of examples done
 */
export async function* evaluateFully(
  model: EvaluatedModel,
  { heldOut, longer }: EvaluationExamples,
  tell: (done: number) => void = () => undefined,
): AsyncGenerator<void, Omit<ScoreReport, "step">> {
  const { examples, ...scores } = yield* evaluateHeldOut(model, heldOut, tell);
  const unseen = yield* evaluateLonger(model, longer, (done) => tell(heldOut.length + done));
  const seen = examples.map(({ source, isExact }) => ({ length: source.length, isExact }));
  const byLength = [...scoreLengths(seen, true), ...scoreLengths(unseen, false)];
  return { ...scores, byLength, examples };
}

async function* evaluateHeldOut(
  model: EvaluatedModel,
  heldOut: readonly Pair[],
  tell: (done: number) => void,
): AsyncGenerator<void, Pick<ScoreReport, "metrics" | "byPosition" | "examples">> {
  const { task } = model;
  const [free, forced] = [emptyTally(), emptyForcedTally()];
  const byPosition: PositionTally = [];
  const examples: ScoredExample[] = [];
  const translations: Translation[] = [];
  const parameters = await model.predictor.readParameters();
  for (const pairs of inChunks(model, heldOut)) {
    const answers = await answersOf(model, pairs);
    const predictions = predictTruth(model, parameters, pairs);
    pairs.forEach((pair, i) => {
      const [answer, prediction] = [answers[i], predictions[i]];
      const written = heldOut[examples.length];
      if (!answer || !prediction || !written)
        throw new Error(`evaluation: expected an answer to pair ${i}, got none`);
      const { right, ...score } = count(free, task, pair, answer);
      countPositions(byPosition, right, countForced(forced, task, pair, prediction));
      const words = wordsOf(task, answer);
      translations.push({ answer: words, truth: pair.target });
      examples.push({
        source: written.source,
        expected: task.join(pair.target),
        answer: task.join(words),
        ended: answer.ended,
        ...score,
        tokens: right.length,
        loss: meanLoss(prediction),
      });
    });
    tell(examples.length);
    yield;
  }
  const bleu = task.targetUnit === "word" ? corpusBleu(translations) : null;
  return { metrics: { ...toMetrics(toScores(free), forced), bleu }, byPosition, examples };
}

async function* evaluateLonger(
  model: EvaluatedModel,
  longer: readonly Pair[],
  tell: (done: number) => void,
): AsyncGenerator<void, readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const pairs of inChunks(model, longer)) {
    const answers = await answersOf(model, pairs);
    pairs.forEach((pair, i) => {
      const answer = answers[i];
      if (!answer) throw new Error(`evaluation: expected an answer to pair ${i}, got none`);
      const { isExact } = compare(model.task, pair, answer);
      outcomes.push({ length: pair.source.length, isExact });
    });
    tell(outcomes.length);
    yield;
  }
  return outcomes;
}

function predictTruth(
  { task, shape }: EvaluatedModel,
  parameters: Float32Array,
  pairs: readonly Pair[],
): TeacherForcedPrediction[] {
  return plainResult(() =>
    predictTeacherForced(viewWeights(shape, tensor1d(parameters)), shape, makeBatch(task, pairs)),
  );
}

function wordsOf({ targetVocabulary }: Task, { tokens }: Decoded): string[] {
  return tokens.map((id) => viewToken(targetVocabulary, id).text);
}

function toMetrics(free: Scores, forced: ForcedTally): Omit<Metrics, "bleu"> {
  return {
    exactMatch: free.exactMatch,
    freeAccuracy: free.tokenAccuracy,
    forcedAccuracy: forced.rightTokens / forced.tokens,
    perplexity: perplexity(forced),
    attention: toAttentionMetrics(free, forced),
  };
}

function toAttentionMetrics(free: Scores, forced: ForcedTally): AttentionMetrics | null {
  const { steps, linkedTokens } = forced;
  if (steps === 0) return null;
  return {
    alignmentError: free.alignmentError,
    goldMass: linkedTokens === 0 ? null : forced.goldMass / linkedTokens,
    entropy: forced.entropy / steps,
    largestEntropy: forced.largestEntropy / steps,
  };
}
