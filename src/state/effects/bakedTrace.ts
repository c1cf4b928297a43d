/** The page fetches and shows the shipped trace and history of its settings before the worker is up. */
import {
  bakedExamples,
  type BakedEntry,
  bakedName,
  bakedRecordFile,
  bakedTraceFile,
} from "../../engine/files/baked";
import type { Config } from "../../engine/setup/config";
import type { Trace } from "../../engine/results/trace";
import { readTrace } from "../../engine/files/traceCodec";
import type { Show } from "../../engine/show";
import { LANE } from "../slices/lane";
import { laneOf, setRun } from "../store";
import { createHistory } from "../slices/losses";

/** A shipped trace with the settings of its model. */
export interface BakedTrace {
  readonly config: Config;
  readonly trace: Trace;
}

/** The shipped trace of this decode; null if the page ships none or cannot read it. */
export async function fetchShippedTrace(
  config: Config,
  { example, feeding, choosing }: Show,
): Promise<BakedTrace | null> {
  const name = bakedName(config);
  if (name === null || feeding === "truth" || choosing.method !== "greedy") return null;
  if (example.kind !== "heldOut") return null;
  if (!bakedExamples(config).includes(example.index)) return null;
  const response = await fetchData(bakedTraceFile(name, example.index));
  try {
    return response && { config, trace: readTrace(await response.text()) };
  } catch {
    return null; // the worker reports the problem and decodes without the file
  }
}

/** The training history of the shipped model of these settings; null as above. */
export async function fetchShippedHistory(config: Config): Promise<BakedEntry | null> {
  const name = bakedName(config);
  const response = name === null ? null : await fetchData(bakedRecordFile(name));
  try {
    return response && ((await response.json()) as BakedEntry);
  } catch {
    return null;
  }
}

/** A shipped file; null if it cannot be fetched. */
export async function fetchData(file: string): Promise<Response | null> {
  try {
    const response = await fetch(`data/${file}`);
    return response.ok ? response : null;
  } catch {
    return null;
  }
}

// --- shown until the worker's run is ready --------------------------------------------------------

/** Shows a shipped trace before the worker is up, unless the student has chosen another model meanwhile. */
export function showBakedTrace({ config, trace }: BakedTrace): void {
  if (laneOf(LANE).run.trace === null && awaitsWorkerWith(config)) setRun(LANE, { trace });
}

/** Shows the training history of that model until the worker's run is ready. */
export function showBakedHistory({ config, losses, evaluations, steps }: BakedEntry): void {
  if (!awaitsWorkerWith(config)) return;
  const points = losses.map((loss, i) => ({ step: i + 1, loss }));
  setRun(LANE, { step: steps, losses: createHistory(points), evaluations });
}

/** Whether no run is ready yet and the page will ask for the shipped model of these settings. */
function awaitsWorkerWith(shipped: Config): boolean {
  const { run, config } = laneOf(LANE);
  return run.info === null && run.status === "starting" && bakedName(config) === bakedName(shipped);
}
