/** Fetches a model that is shipped with the page. */
import { type BakedEntry, bakedName, bakedRecordFile } from "../../engine/files/baked";
import { readCheckpoint } from "../../engine/files/checkpoint";
import type { Config } from "../../engine/setup/config";
import { parameterCount } from "../../engine/setup/learnedParameters";
import { modelShape } from "../../engine/setup/modelShape";
import { openSafetensors } from "../../engine/files/safetensors";
import { generatedTask } from "../../engine/tasks/byId";
import type { Task } from "../../engine/tasks/task";
import type { Event } from "../protocol";
import type { BakedModel } from "./run";

/**
 * The shipped model of a set-up; null where the page has none.
 * @param dataUrl the folder of the shipped models, with a slash at the end
 * @throws where a file cannot be fetched or read
 */
export async function loadBaked(config: Config, dataUrl: string): Promise<BakedModel | null> {
  const name = bakedName(config);
  if (name === null || config.task === "pairs") return null;
  const record = await fetchFile(dataUrl + bakedRecordFile(name));
  const entry = (await record.json()) as BakedEntry;
  const file = await (await fetchFile(dataUrl + entry.files.weights.file)).arrayBuffer();
  const task = generatedTask(config.task, config);
  const model = readBaked(task, entry, new Uint8Array(file));
  const shape = modelShape(config, task.sourceVocabulary.size, task.targetVocabulary.size);
  if (model.parameters.length !== parameterCount(shape))
    throw new Error(`${name}: the files are of another version of the model`);
  return model;
}

/**
 * The shipped model of a record.
 * @param file the weights
 * @throws where the file does not hold the weights of that model
 */
export function readBaked(task: Task, entry: BakedEntry, file: Uint8Array): BakedModel {
  const { sourceVocabulary, targetVocabulary } = task;
  const shape = modelShape(entry.config, sourceVocabulary.size, targetVocabulary.size);
  return {
    parameters: readCheckpoint(shape, openSafetensors(file)),
    steps: entry.steps,
    losses: entry.losses.map((loss, i) => ({ step: i + 1, loss })),
    evaluations: entry.evaluations,
  };
}

interface ShippedPorts {
  readonly loadBaked: (config: Config) => Promise<BakedModel | null>;
  readonly post: (event: Event) => void;
}

/** The shipped model of a set-up. A model that cannot be read is reported, and fresh weights take its place. */
export async function bakedOrReport(
  { loadBaked: load, post }: ShippedPorts,
  config: Config,
): Promise<BakedModel | null> {
  try {
    return await load(config);
  } catch (error) {
    const failure = { kind: "bakedMissing", task: config.task, detail: String(error) } as const;
    post({ type: "failed", failure });
    return null;
  }
}

async function fetchFile(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  return response;
}
