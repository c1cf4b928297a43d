/** Holds fused operations to those in plain JavaScript before a network trains on them. */
import { DEFAULT_ALONE } from "../../engine/alone/aloneConfig";
import { nameTask } from "../../engine/alone/names";
import { createAloneTrainer } from "../../engine/fused/alone/trainer";
import type { Ops } from "../../engine/fused/ops";

const TOLERANCE = 1e-3; // of a weight after some updates

/** The operations if a small generator learns on them what it learns in plain JavaScript, else the plain ones. */
export async function checkedOps(ops: Ops | null, plain: Ops): Promise<Ops> {
  if (ops === null) return plain;
  const [found, expected] = [await learnedOn(ops), await learnedOn(plain)];
  const isRight = expected.every((value, i) => Math.abs(value - (found[i] ?? NaN)) <= TOLERANCE);
  return isRight ? ops : plain;
}

async function learnedOn(ops: Ops): Promise<Float32Array> {
  const listed = ["ab", "ba", "bab", "aba", "abba"].map((name, i) => ({ name, label: `${i % 2}` }));
  const config = { ...DEFAULT_ALONE, alone: "generator", hiddenSize: 4, batchSize: 8 } as const;
  const trainer = createAloneTrainer(ops, nameTask(listed, "kept"), config);
  for (let i = 0; i < 3; i++) await trainer.step(config);
  const { parameters } = await trainer.learner.save();
  trainer.learner.dispose();
  return parameters;
}
