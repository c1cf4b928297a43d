/** The attention map of an example with the snapshots of a run. */
import { type MapFilm, mapFrame } from "../../engine/results/mapFilm";
import { type Show, withExpectedRows } from "../../engine/show";
import type { Command } from "../protocol";
import type { Run } from "../run/run";
import { readForTrace, resolveExample } from "./traceRun";

type MapsCommand = Extract<Command, { readonly type: "maps" }>;

/**
 * All maps are fed the expected answer where it is known, so that they have the same rows. Edits do not apply.
 * @returns null where the model cannot read the example
 */
export async function mapFilmOf(run: Run, { show, steps }: MapsCommand): Promise<MapFilm | null> {
  const resolved = resolveExample(run, show.example);
  if ("problem" in resolved) return null;
  const plain: Show = withExpectedRows({ ...show, edits: [], beside: "none" });
  const snapshots = run.snapshots.all.filter(({ step }) => steps.includes(step));
  const traces = await Promise.all(
    snapshots.map(async (snapshot) => {
      const decode = await readForTrace(run, snapshot);
      return decode({ ...resolved, show: { ...plain, weightsOf: { step: snapshot.step } } });
    }),
  );
  const frames = traces.flatMap((trace) => mapFrame(trace) ?? []);
  return { example: show.example, source: traces[0]?.source ?? [], frames };
}
