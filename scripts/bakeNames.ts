/** Trains the networks alone that ship with the page, as `npm run bake` asks, and writes their files to public/data. */
import { readFileSync, writeFileSync } from "node:fs";
import type { AloneConfig } from "../src/engine/alone/aloneConfig";
import { writeAloneFile } from "../src/engine/alone/aloneFile";
import type { NameFile, NameSetId } from "../src/engine/alone/nameFile";
import { nameTask } from "../src/engine/alone/names";
import { shippedNames } from "../src/engine/alone/shippedNames";
import { SHIPPED_NETWORKS, shippedNetworkFile } from "../src/engine/alone/shippedNetworks";
import { evaluateAlone } from "../src/engine/fused/alone/evaluate";
import { createAloneTrainer } from "../src/engine/fused/alone/trainer";
import { createWasmOps } from "../src/engine/fused/wasm/wasmOps";

const FOLDER = "public/data";

/** A trained network of these settings. */
async function trained(config: AloneConfig) {
  const ops = await createWasmOps();
  if (!ops) throw new Error("bake: expected WebAssembly SIMD, which this Node lacks");
  const file = JSON.parse(readFileSync(`${FOLDER}/names.json`, "utf8")) as NameFile;
  const task = nameTask(shippedNames(file, config.names as NameSetId), config.accents);
  const trainer = createAloneTrainer(ops, task, config);
  while (trainer.steps < config.updates) await trainer.step(config);
  return trainer;
}

export async function bakeNames(): Promise<void> {
  for (const config of Object.values(SHIPPED_NETWORKS)) {
    const trainer = await trained(config);
    const { classes, vocabulary } = trainer.task;
    const { parameters } = await trainer.learner.save();
    const { steps } = trainer;
    const model = { config, classes, letters: vocabulary.tokens, steps, parameters };
    const name = shippedNetworkFile(config.alone);
    writeFileSync(`${FOLDER}/${name}`, writeAloneFile(model, "F16"));
    const { heldOut } = await evaluateAlone(trainer);
    console.log(`${name}: right on held-out names ${heldOut.right}`);
  }
}
