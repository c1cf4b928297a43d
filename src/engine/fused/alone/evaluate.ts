/** Judges a network alone on the held-out names, and on as many training names. */
import type { AloneEvaluation, SplitScore } from "../../alone/evaluation";
import type { Named } from "../../alone/names";
import type { AloneTrainer } from "./trainer";

const MOST = 600; // names of each split

export async function evaluateAlone(trainer: AloneTrainer): Promise<AloneEvaluation> {
  const { task, steps: step } = trainer;
  const heldOut = spread(task.heldOut, MOST);
  const judged = await judge(trainer, heldOut);
  const { score: train } = await judge(trainer, spread(task.train, heldOut.length));
  const confusion = judged.said && confusionOf(task.classes.length, heldOut, judged.said);
  return { step, train, heldOut: judged.score, confusion };
}

/** At most so many names, from the whole list, whose classes follow each other. */
export function spread<T>(names: readonly T[], most: number): readonly T[] {
  if (names.length <= most) return names;
  return Array.from({ length: most }, (_, i) => names[Math.floor((i * names.length) / most)] as T);
}

interface Judged {
  readonly score: SplitScore;
  readonly said: readonly number[] | null; // the class of each name, of a classifier
}

async function judge(trainer: AloneTrainer, names: readonly Named[]): Promise<Judged> {
  const { learner, batchOf } = trainer;
  const batch = batchOf(names);
  const loss = await learner.loss(batch);
  const { logits } = await learner.say(batch);
  if (learner.shape.alone === "classifier") {
    const said = rowsArgMax(logits, names.length);
    const right = names.filter(({ label }, b) => said[b] === label).length / names.length;
    return { score: { loss, right }, said };
  }
  const { size, sourceLength: N, sourceLengths, targets } = batch;
  const said = rowsArgMax(logits, size * N);
  const real = said.map((_, i) => i % N < (sourceLengths[Math.floor(i / N)] ?? 0));
  const right = said.filter((id, i) => real[i] === true && id === targets[i]).length;
  return { score: { loss, right: right / real.filter(Boolean).length }, said: null };
}

/** The place of the largest value of each row. */
function rowsArgMax(values: Float32Array, rows: number): number[] {
  const width = values.length / rows;
  return Array.from({ length: rows }, (_, r) => {
    const row = values.subarray(r * width, (r + 1) * width);
    return row.reduce((best, value, i) => (value > (row[best] ?? 0) ? i : best), 0);
  });
}

function confusionOf(
  classes: number,
  names: readonly Named[],
  said: readonly number[],
): number[][] {
  const counts = Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0));
  names.forEach(({ label }, b) => {
    const row = counts[label];
    const column = said[b] ?? 0;
    if (row) row[column] = (row[column] ?? 0) + 1;
  });
  return counts;
}
