/** The acts on lane B as the page calls them: `comparison.ts` loads with the first call. */
import type { Mode } from "../slices/view";
import { laneOf, setView, useApp } from "../store";
import { LANE } from "../slices/lane";
import { lateScript } from "./lateScript";

const { late } = lateScript(() => import("./comparison"));

export const compareWith = late("compareWith");
export const configureB = late("configureB");
export const sameAsA = late("sameAsA");
export const stopComparing = late("stopComparing");

const open = late("openComparison");

/** Opens the comparison of mode Compare. Where its script does not load, the page goes back to the mode before. */
export async function openComparison(before: Mode): Promise<void> {
  await open();
  const isMissing = laneOf(LANE).run.failure?.kind === "actMissing";
  if (isMissing && useApp.getState().view.mode === "compare") setView({ mode: before });
}
