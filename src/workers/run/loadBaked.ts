/** Fetches a model that was shipped with the page. */
import { type BakedEntry, bakedName } from "../../engine/files/baked";
import { readCheckpoint } from "../../engine/files/checkpoint";
import type { Config } from "../../engine/setup/config";
import { modelShape } from "../../engine/setup/modelShape";
import { openSafetensors } from "../../engine/files/safetensors";
import { generatedTask } from "../../engine/tasks/byId";
import type { Task } from "../../engine/tasks/task";
import type { Event } from "../protocol";
import type { BakedModel } from "./run";

/**
 * The shipped model for a set-up, or null where none was shipped.
 * @param dataUrl where `manifest.json` and its files lie, with a slash at the end
 * @throws where a file cannot be fetched or read
 */
export async function loadBaked(config: Config, dataUrl: string): Promise<BakedModel | null> {
  const name = bakedName(config);
  if (name === null || config.task === "pairs") return null;
  const manifest = (await (
    await fetchFile(`${dataUrl}manifest.json`)
  ).json()) as readonly BakedEntry[];
  const entry = manifest.find((candidate) => candidate.name === name);
  if (!entry) throw new Error(`the manifest does not list "${name}"`);
  const file = await (await fetchFile(dataUrl + entry.files.weights.file)).arrayBuffer();
  return readBaked(generatedTask(config.task, config), entry, new Uint8Array(file));
}

/**
 * The shipped model of a manifest's entry.
 * @param file its weights
 * @throws where the file does not hold the weights of such a model
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

/** What a session has to load shipped models and to tell of those that cannot be read. */
interface ShippedPorts {
  readonly loadBaked: (config: Config) => Promise<BakedModel | null>;
  readonly post: (event: Event) => void;
}

/** The shipped model for a set-up. One that cannot be read is reported and not missed: fresh weights take its place. */
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
