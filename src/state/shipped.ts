/** What is shipped with the page for its set-up. The page fetches it itself: the picture is there before any worker. */
import { bakedExamples, type BakedEntry, bakedName, bakedTraceFile } from "../engine/baked";
import type { Config } from "../engine/config";
import type { Trace } from "../engine/trace";
import { readTrace } from "../engine/traceCodec";
import type { ViewState } from "./view";

/** The shipped trace of what the page is to show; null where none was shipped, or none can be read. */
export async function fetchShippedTrace(
  config: Config,
  { example, teacherForcing }: Pick<ViewState, "example" | "teacherForcing">,
): Promise<Trace | null> {
  const name = bakedName(config);
  if (name === null || teacherForcing || example.kind !== "heldOut") return null;
  if (!bakedExamples(config.task).includes(example.index)) return null;
  const response = await fetchData(bakedTraceFile(name, example.index));
  try {
    return response && readTrace(await response.text());
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
