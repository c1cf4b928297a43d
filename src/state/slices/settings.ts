/** The settings as the page and the worker have them, and how the page's follow the run. */
import {
  FIELD_NAMES,
  needsFreshModel,
  type Config,
  withLiveFields,
} from "../../engine/setup/config";
import { settle } from "../../engine/setup/conflicts";
import type { Event } from "../../workers/protocol";
import { isSurvivable, type RunState } from "./run";

export interface Settings {
  /** The settings as the controls show them: what the student wants, a moment before the run has it. */
  readonly config: Config;
  /** The settings the worker was last told of; null before it was told any. */
  readonly sent: Config | null;
  /** The settings of a fresh model that was asked for and is not there yet. */
  readonly awaited: Config | null;
  /** The settings when a model was last asked for or came: what differs from them the student has changed since. */
  readonly base: Config;
}

/** Whether the model that was asked for cannot be made: the run stays what it was, if there is one. */
export function isRefusal(event: Event): boolean {
  if (event.type !== "failed") return false;
  return event.failure.kind === "pairsMissing" || event.failure.kind === "outOfMemory";
}

/**
 * What an event changes of the settings. They follow the run where the worker changed it of its own accord (undo, a
 * model from a file) or could not change it, and stay as they are while the worker is still behind what was asked for.
 */
export function settingsAfter(settings: Settings, event: Event, run: RunState): Partial<Settings> {
  if (isRefusal(event)) return followRun(settings, run.info?.config);
  // A worker that is gone brings nothing any more; the wish itself stays, for the next one.
  if (event.type === "failed") return isSurvivable(event.failure) ? {} : { awaited: null };
  if (event.type !== "ready") return {};
  const { awaited } = settings;
  if (awaited === null) return followRun(settings, event.info.config);
  return needsFreshModel(awaited, event.info.config) ? {} : { awaited: null };
}

/** The run's settings, with what the student has changed since the model was asked for. */
function followRun({ config, sent, base }: Settings, run: Config | undefined): Partial<Settings> {
  if (run === undefined) return { awaited: null };
  // What left since then has reached the worker after the model did: it applies to the run already.
  const held = sent === null || sent === base ? run : withLiveFields(run, sent);
  const changed = FIELD_NAMES.filter((name) => config[name] !== base[name]);
  const changes = Object.fromEntries(changed.map((name) => [name, config[name]]));
  return { awaited: null, config: settle({ ...run, ...changes }), sent: held, base: held };
}

/** Whether the controls show what the worker has not been told of. */
export function isAhead({ config, sent }: Pick<Settings, "config" | "sent">): boolean {
  return sent !== null && FIELD_NAMES.some((name) => sent[name] !== config[name]);
}
