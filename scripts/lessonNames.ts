/** The networks that read and write names alone, and what a lesson claims of them. */
import { readFileSync } from "node:fs";
import { readAloneFile } from "../src/engine/alone/aloneFile";
import { baselines } from "../src/engine/alone/baselines";
import { ranked } from "../src/engine/alone/belief";
import type { AloneConfig } from "../src/engine/alone/aloneConfig";
import type { NameFile, NameSetId } from "../src/engine/alone/nameFile";
import { type NameTask, nameTask } from "../src/engine/alone/names";
import { shippedNames } from "../src/engine/alone/shippedNames";
import { SHIPPED_NETWORKS, shippedNetworkFile } from "../src/engine/alone/shippedNetworks";
import { evaluateAlone } from "../src/engine/fused/alone/evaluate";
import { readName } from "../src/engine/fused/alone/read";
import { type AloneTrainer, createAloneTrainer } from "../src/engine/fused/alone/trainer";
import { writeNames } from "../src/engine/fused/alone/write";
import type { Ops } from "../src/engine/fused/ops";
import { createWasmOps } from "../src/engine/fused/wasm/wasmOps";

const FOLDER = "public/data";
const WRITTEN = 12; // names of each class

export interface NameNetworks {
  readonly reader: AloneTrainer;
  readonly writer: AloneTrainer;
}

async function startOps(): Promise<Ops> {
  const ops = await createWasmOps();
  if (!ops) throw new Error("lessons: expected WebAssembly SIMD, which this Node lacks");
  return ops;
}

function taskOf({ names, accents }: AloneConfig): NameTask {
  const file = JSON.parse(readFileSync(`${FOLDER}/names.json`, "utf8")) as NameFile;
  return nameTask(shippedNames(file, names as NameSetId), accents);
}

export async function shippedNetworks(): Promise<NameNetworks> {
  const ops = await startOps();
  const read = (config: AloneConfig): AloneTrainer => {
    const saved = readAloneFile(readFileSync(`${FOLDER}/${shippedNetworkFile(config.alone)}`));
    return createAloneTrainer(ops, taskOf(config), config, saved);
  };
  return { reader: read(SHIPPED_NETWORKS.classifier), writer: read(SHIPPED_NETWORKS.generator) };
}

/** @param share of the updates of the shipped ones */
export async function trainedNetworks(seed: number, share: number): Promise<NameNetworks> {
  const ops = await startOps();
  const train = async (shipped: AloneConfig): Promise<AloneTrainer> => {
    const config = { ...shipped, seed };
    const trainer = createAloneTrainer(ops, taskOf(config), config);
    while (trainer.steps < share * config.updates) await trainer.step(config);
    return trainer;
  };
  const reader = await train(SHIPPED_NETWORKS.classifier);
  return { reader, writer: await train(SHIPPED_NETWORKS.generator) };
}

/** How much more often counting one to three letters is right than the network, on held-out names. */
export async function countingOverNetwork({ reader }: NameNetworks): Promise<number> {
  return baselines(reader.task).grams - (await evaluateAlone(reader)).heldOut.right;
}

/** Of names that are drawn at a temperature. */
interface Drawn {
  readonly fresh: number; //   share that is in no list
  readonly fitting: number; // share that the reader puts into the class that the writer was told
}

async function drawnAt({ reader, writer }: NameNetworks, temperature: number): Promise<Drawn> {
  const labels = writer.task.classes.flatMap((_, label) => Array.from({ length: WRITTEN }, () => label)); // prettier-ignore
  const choice = { kind: "sample", temperature, seed: 1 } as const;
  const all = await writeNames(writer, { labels, beginning: "", choice });
  const names = all.filter(({ name }) => name !== "");
  let fitting = 0;
  for (const { name, label } of names) {
    const { beliefs } = await readName(reader, name);
    if (ranked(beliefs.at(-1) ?? [])[0]?.label === label) fitting += 1;
  }
  const fresh = names.filter(({ novelty }) => novelty === "new").length;
  return { fresh: fresh / names.length, fitting: fitting / names.length };
}

const [COOL, HOT] = [0.3, 1.5]; // the temperatures of the lesson

export async function fittingLost(names: NameNetworks): Promise<number> {
  return (await drawnAt(names, COOL)).fitting - (await drawnAt(names, HOT)).fitting;
}

export async function newGained(names: NameNetworks): Promise<number> {
  return (await drawnAt(names, HOT)).fresh - (await drawnAt(names, COOL)).fresh;
}
