/** Reads the shipped models from public/data, for tests under Node. */
import { readFileSync } from "node:fs";
import { type BakedEntry, bakedName, bakedRecordFile } from "../engine/files/baked";
import type { Config } from "../engine/setup/config";
import { generatedTask } from "../engine/tasks/byId";
import { readBaked } from "../workers/run/loadBaked";
import type { BakedModel } from "../workers/run/run";

/** A shipped file. */
export function shippedFile(file: string): Buffer {
  return readFileSync(new URL(`../../public/data/${file}`, import.meta.url));
}

/**
 * The record of the shipped model that fits a set-up.
 * @throws if there is none
 */
export function shippedEntry(config: Config): BakedEntry {
  const name = bakedName(config);
  if (name === null) throw new Error(`no shipped model of ${config.task}, ${config.attention}`);
  return JSON.parse(shippedFile(bakedRecordFile(name)).toString()) as BakedEntry;
}

/**
 * The shipped model that fits a set-up.
 * @throws if there is none
 */
export function shippedModel(config: Config): BakedModel {
  const entry = shippedEntry(config);
  if (config.task === "pairs") throw new Error("a user's own pairs are not shipped");
  return readBaked(
    generatedTask(config.task, config),
    entry,
    shippedFile(entry.files.weights.file),
  );
}
