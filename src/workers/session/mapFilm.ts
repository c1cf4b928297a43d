/** The attention map of an example with the snapshots of a run. */
import { type MapFilm, mapFrame } from "../../engine/results/mapFilm";
import { type Show, withExpectedRows } from "../../engine/show";
import type { Command } from "../protocol";
import type { Run } from "../run/run";
import { resolveExample, traceRun } from "./traceRun";

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
    snapshots.map((snapshot) => {
      const past: Show = { ...plain, weightsOf: { step: snapshot.step } };
      return traceRun(run, snapshot, { ...resolved, show: past });
    }),
  );
  const frames = traces.flatMap((trace) => mapFrame(trace) ?? []);
  return { example: show.example, source: traces[0]?.source ?? [], frames };
}
