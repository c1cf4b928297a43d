/** Wrong tokens put on purpose where a decoder reads its last answer, in bulk: does the rest of the answer recover? */
import { type Batch, makeBatch } from "../batch";
import type { DistanceScore, InjectedExample, InjectionReport } from "../results/exposure";
import { createRandom } from "../rng";
import { asRead } from "../tasks/readingOrder";
import type { Pair, Task } from "../tasks/task";
import { SPECIAL_TOKENS, UNK, viewToken } from "../text/tokens";
import type { EvaluatedModel } from "./evaluation";
import { sayingsOf, upToEos } from "./sayings";

const CHUNK = 64;
const SEED = 19890601; // independent of the run's seed, so that every model of a task reads the same wrong tokens

/**
 * Puts a wrong token in the place of the right one. Before it the decoder reads the truth, so that nothing else is
 * wrong; after it, its own answers. Yields after every chunk.
 * @param model the caller must not train it until the last chunk
 * @param position of the wrong token in the answer; 1 is the first token
 */
export async function* injectWrongToken(
  model: EvaluatedModel,
  examples: readonly Pair[],
  position: number,
): AsyncGenerator<void, InjectionReport> {
  const injections = examples.flatMap((pair, index) =>
    injectionInto(model, pair, { index, position }),
  );
  const cases: InjectedExample[] = [];
  const after: DistanceTally = [];
  for (let start = 0; start < injections.length; start += CHUNK) {
    const answered = await answersAfter(model, injections.slice(start, start + CHUNK), position);
    for (const each of answered) {
      countDistances(after, each);
      cases.push(viewCase(model.task, each));
    }
    yield;
  }
  return { position, examples: injections.length, after, cases };
}

/** A wrong token for one example. */
interface Injection {
  readonly index: number;
  readonly pair: Pair; // in reading order
  readonly wrong: number; // id
}

/** None where the answer has no token at this position, or the task no other token. */
function injectionInto(
  { task, shape }: EvaluatedModel,
  pair: Pair,
  { index, position }: { readonly index: number; readonly position: number },
): Injection[] {
  const token = pair.target[position - 1];
  const others = task.targetVocabulary.size - SPECIAL_TOKENS.length - 1;
  if (token === undefined || others < 1) return [];
  const drawn = SPECIAL_TOKENS.length + createRandom(SEED, `${index}/${position}`).below(others);
  const wrong = drawn < task.targetVocabulary.idOf(token) ? drawn : drawn + 1;
  return [{ index, pair: asRead(shape.sourceOrder, pair), wrong }];
}

/** The steps of one example that follow the wrong token. */
interface Answered {
  readonly injection: Injection;
  readonly expected: Int32Array; // <eos> last
  readonly said: Int32Array; // up to its own <eos>
  readonly saidUntouched: Int32Array;
}

async function answersAfter(
  { task, predictor }: EvaluatedModel,
  injections: readonly Injection[],
  position: number,
): Promise<Answered[]> {
  const batch = makeBatch(
    task,
    injections.map(({ pair }) => pair),
  );
  const { targetLength: T, targetOut, targetLengths } = batch;
  const truths = position + 1; // <sos> and the tokens up to the position
  const [touched, untouched] = await Promise.all([
    sayingsOf(predictor, withWrongTokens(batch, injections, position), truths),
    sayingsOf(predictor, batch, truths),
  ]);
  return injections.map((injection, row) => {
    const end = targetLengths[row] ?? 0;
    const rest = (said: readonly Int32Array[]): Int32Array =>
      upToEos((said[row] ?? new Int32Array()).slice(position, end));
    const expected = targetOut.slice(row * T + position, row * T + end);
    return { injection, expected, said: rest(touched), saidUntouched: rest(untouched) };
  });
}

/** The batch whose decoder reads the wrong tokens: `targetIn` begins with <sos>, so a token stands at its position. */
function withWrongTokens(batch: Batch, injections: readonly Injection[], position: number): Batch {
  const targetIn = Int32Array.from(batch.targetIn);
  injections.forEach(({ wrong }, row) => (targetIn[row * batch.targetLength + position] = wrong));
  return { ...batch, targetIn };
}

/** Counts by distance, the first one first. */
type DistanceTally = { -readonly [K in keyof DistanceScore]: DistanceScore[K] }[];

const emptyScore = (distance: number): DistanceScore => ({
  distance,
  examples: 0,
  right: 0,
  rightUntouched: 0,
  recovered: 0,
  recoveredUntouched: 0,
});

function countDistances(tally: DistanceTally, { expected, said, saidUntouched }: Answered): void {
  const right = rightOnes(expected, said);
  const rightUntouched = rightOnes(expected, saidUntouched);
  const [lastWrong, lastWrongUntouched] = [right, rightUntouched].map((each) =>
    each.lastIndexOf(false),
  );
  expected.forEach((_, i) => {
    const score = (tally[i] ??= emptyScore(i + 1));
    score.examples += 1;
    score.right += Number(right[i]);
    score.rightUntouched += Number(rightUntouched[i]);
    score.recovered += Number(i > (lastWrong ?? -1));
    score.recoveredUntouched += Number(i > (lastWrongUntouched ?? -1));
  });
}

/** Whether each expected token was said; <unk> is never right. */
function rightOnes(expected: Int32Array, said: Int32Array): boolean[] {
  return Array.from(expected, (id, i) => id !== UNK && said[i] === id);
}

function viewCase(task: Task, { injection, expected, said }: Answered): InjectedExample {
  const view = (id: number) => viewToken(task.targetVocabulary, id);
  const lastWrong = rightOnes(expected, said).lastIndexOf(false);
  return {
    index: injection.index,
    injected: view(injection.wrong),
    expected: Array.from(expected, view),
    said: Array.from(said, view),
    recoveredAt: lastWrong === expected.length - 1 ? null : lastWrong + 2,
  };
}
