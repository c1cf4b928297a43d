/** Where training stops by itself. */
import { bestOf, criterionOf, type Evaluation } from "../results/history";
import type { Config } from "./config";

/** Where training began. */
interface Start {
  readonly step: number; // updates before it
  readonly match: number; // exact match there
}

interface Stops {
  /** The exact match that ends training; null: the model had it at the start, so that only the cap ends training. */
  readonly match: number | null;
  /** The update that ends training: the next multiple of the cap. */
  readonly step: number;
}

export function stopsOf(
  { targetMatch, maxSteps }: Pick<Config, "targetMatch" | "maxSteps">,
  start: Start,
): Stops {
  return {
    match: targetMatch > start.match ? targetMatch : null,
    step: (Math.floor(start.step / maxSteps) + 1) * maxSteps,
  };
}

/**
 * Whether the held-out examples have not been answered better for as many updates as the settings allow: from there on
 * the model learns its pairs by heart. Training that goes on afterwards has that many updates again.
 * @param begin the update at which training began
 */
export function hasOverfitted(
  { task, patience }: Pick<Config, "task" | "patience">,
  evaluations: readonly Evaluation[],
  begin: number,
): boolean {
  if (task !== "pairs" || patience === 0) return false;
  const [best, now] = [bestOf(evaluations, criterionOf(task)), evaluations.at(-1)];
  return best !== null && now !== undefined && now.step - Math.max(best.step, begin) >= patience;
}
