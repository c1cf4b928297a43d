/** Where training stops by itself. */
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
