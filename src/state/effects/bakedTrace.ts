/** What is shipped with the page for its set-up: fetched and shown by the page itself, before any worker is up. */
import {
  bakedExamples,
  type BakedEntry,
  bakedName,
  bakedTraceFile,
} from "../../engine/files/baked";
import type { Config } from "../../engine/setup/config";
import type { Trace } from "../../engine/results/trace";
import { readTrace } from "../../engine/files/traceCodec";
import type { Show } from "../../engine/show";
import { LANE } from "../slices/lane";
import { laneOf, setRun } from "../store";
import { createHistory } from "../slices/losses";

/** A trace that was shipped with the page, and what it is of. */
export interface BakedTrace {
  readonly config: Config;
  readonly trace: Trace;
}

/** The shipped trace of what the page is to show; null where none was shipped, or none can be read. */
export async function fetchShippedTrace(
  config: Config,
  { example, feeding }: Show,
): Promise<BakedTrace | null> {
  const name = bakedName(config);
  if (name === null || feeding === "truth" || example.kind !== "heldOut") return null;
  if (!bakedExamples(config.task).includes(example.index)) return null;
  const response = await fetchData(bakedTraceFile(name, example.index));
  try {
    return response && { config, trace: readTrace(await response.text()) };
  } catch {
    return null; // the worker will say what is wrong with it, and decode with what there is
  }
}

/** How the shipped model of this set-up was trained; null as above. */
export async function fetchShippedHistory(config: Config): Promise<BakedEntry | null> {
  const name = bakedName(config);
  const response = name === null ? null : await fetchData("manifest.json");
  try {
    const entries = (await response?.json()) as readonly BakedEntry[] | undefined;
    return entries?.find((entry) => entry.name === name) ?? null;
  } catch {
    return null;
  }
}

async function fetchData(file: string): Promise<Response | null> {
  try {
    const response = await fetch(`data/${file}`);
    return response.ok ? response : null;
  } catch {
    return null;
  }
}

// --- shown until the worker tells of its model ----------------------------------------------------

/** Shows a shipped trace before any worker is up, unless another model has been chosen meanwhile. */
export function showBakedTrace({ config, trace }: BakedTrace): void {
  if (laneOf(LANE).run.trace === null && awaitsWorkerWith(config)) setRun(LANE, { trace });
}

/** Shows how the model behind that trace was trained, until the worker tells of it. */
export function showBakedHistory({ config, losses, evaluations, steps }: BakedEntry): void {
  if (!awaitsWorkerWith(config)) return;
  const points = losses.map((loss, i) => ({ step: i + 1, loss }));
  setRun(LANE, { step: steps, losses: createHistory(points), evaluations });
}

/** Whether no worker has told of any model yet, and the one that it will be asked for is the shipped one of this set-up. */
function awaitsWorkerWith(shipped: Config): boolean {
  const { run, config } = laneOf(LANE);
  return run.info === null && run.status === "starting" && bakedName(config) === bakedName(shipped);
}
