/** Walks an update on the operations of a device, and makes the same updates without a walk. */
import { fusedArithmetic } from "../../src/engine/fused/fusedLearner";
import type { Ops } from "../../src/engine/fused/ops";
import { type Config, DEFAULT_CONFIG } from "../../src/engine/setup/config";
import { accountOf } from "../../src/engine/training/accountOf";
import { createTrainer } from "../../src/engine/training/trainer";
import { tinyTask } from "../../src/testing/tinyTask";

export interface WalkedLosses {
  readonly mean: number; // over the tokens of the walked batch
  readonly walked: readonly number[]; // that training reports: the walked update and the next one
  readonly plain: readonly number[]; // the same two updates without a walk
}

const CONFIG: Config = {
  ...DEFAULT_CONFIG,
  hiddenSize: 16,
  embeddingSize: 8,
  batchSize: 16,
  forcing: 0.5,
};

export async function walkAnUpdate(ops: Ops): Promise<WalkedLosses> {
  const open = () => createTrainer(tinyTask, CONFIG, { arithmetic: fusedArithmetic(ops) });
  const [walking, plain] = [open(), open()];
  const { rows, tokenLosses } = accountOf(walking, await walking.walk(CONFIG));
  await walking.step(CONFIG);
  for (let i = 0; i < 2; i++) await plain.step(CONFIG);
  const tokens = rows.reduce((total, { targetLength }) => total + targetLength, 0);
  const sum = tokenLosses.reduce((total, row) => total + row.reduce((a, b) => a + b, 0), 0);
  const lossesOf = async (trainer: typeof plain): Promise<number[]> =>
    (await trainer.takeLosses()).map(({ loss }) => loss);
  const losses = {
    mean: sum / tokens,
    walked: await lossesOf(walking),
    plain: await lossesOf(plain),
  };
  for (const trainer of [walking, plain]) trainer.dispose();
  return losses;
}
