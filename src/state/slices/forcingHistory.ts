/** The settings of teacher forcing over a run. They are live: a change applies from the present update on. */
import { type ForcingSettings, truthProbability } from "../../engine/setup/truthProbability";

export interface ForcingChange {
  /** The first update with these settings. */
  readonly from: number;
  readonly settings: ForcingSettings;
}

/** Ascending; the first entry begins at update 0. */
export type ForcingHistory = readonly ForcingChange[];

/** The history of a run whose earlier changes are not known. */
export function startForcing(settings: ForcingSettings): ForcingHistory {
  return [{ from: 0, settings }];
}

/** The history after the settings have changed at an update. */
export function changeForcing(
  history: ForcingHistory,
  from: number,
  settings: ForcingSettings,
): ForcingHistory {
  const last = history.at(-1)?.settings;
  if (last !== undefined && isSame(last, settings)) return history;
  return [...history.filter((change) => change.from < from), { from, settings }];
}

function isSame(a: ForcingSettings, b: ForcingSettings): boolean {
  return (["forcing", "schedule", "halfLife", "forcingFloor"] as const).every(
    (name) => a[name] === b[name],
  );
}

/** P(feed truth) at an update; null: nothing is known of the run. */
export function truthAt(history: ForcingHistory, update: number): number | null {
  const change = history.findLast(({ from }) => from <= update);
  return change === undefined ? null : truthProbability(change.settings, update);
}
