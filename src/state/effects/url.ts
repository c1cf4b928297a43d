/**
 * The page's link: every setting that differs from its default, the example on the stage, the selection and the look.
 * Keys of settings are `FIELDS[...].url`; steps, columns and examples count from 1, as they do on the screen. Never weights.
 */
import {
  type Config,
  DEFAULT_CONFIG,
  type FieldName,
  FIELD_NAMES,
  FIELDS,
} from "../../engine/setup/config";
import { settle } from "../../engine/setup/conflicts";
import { parseField } from "../../engine/setup/field";
import { CHOOSING_FIELDS, CHOOSING_NAMES, GREEDY } from "../../engine/show";
import { settleDifficulty, withTask } from "../../engine/tasks/difficulty";
import type { BackendName } from "../../workers/protocol";
import { LANE } from "../slices/lane";
import { environmentPreferences } from "../ports/preferences";
import { isBackend } from "../slices/backends";
import type { RunState } from "../slices/run";
import { LAST_STEP, type ViewState } from "../slices/view";
import { type LinkContext, readView, type WantedView, writeView } from "../slices/viewFields";
import { laneOf, useApp } from "../store";

/** A link as it was read. */
interface ReadUrl {
  readonly config: Config;
  /** What the link says about the view, and nothing more. */
  readonly view: WantedView;
  /** The backend that the link insists on; null leaves the choice to the page. */
  readonly backend: BackendName | null;
  /** Settings that it names and that are not as it says, as "key=value". */
  readonly refused: readonly string[];
}

/**
 * What a link says. Unknown keys and values that make no sense are left out, numbers are clamped to their range, and
 * settings that cannot go together are brought to the nearest that can.
 */
export function readUrl(search: string): ReadUrl {
  const query = new URLSearchParams(search);
  const config: Partial<Record<FieldName, string | number>> = {};
  const task = parseField(FIELDS.task, query.get(FIELDS.task.url) ?? "") ?? FIELDS.task.initial;
  for (const name of FIELD_NAMES) {
    const value = parseField(FIELDS[name], query.get(FIELDS[name].url) ?? "");
    if (value !== null) config[name] = value;
  }
  const backend = query.get("backend");
  const view = readView(query);
  const settled = settleDifficulty(
    settle({ ...defaultsFor(task as Config["task"]), ...(config as Partial<Config>) }),
  );
  return {
    config: settled,
    view,
    backend: isBackend(backend) ? backend : null,
    refused: refusedSettings(query, { ...settled, ...GREEDY, ...view.show?.choosing }),
  };
}

const MOST_REFUSED = 6; // to name
const LONGEST_VALUE = 24; // characters

const SETTINGS = { ...FIELDS, ...CHOOSING_FIELDS };
const SETTING_NAMES = [...FIELD_NAMES, ...CHOOSING_NAMES];

/** The settings of a link that are not as it says: no value of theirs, out of range, or not to be had beside the others. */
function refusedSettings(
  query: URLSearchParams,
  values: Readonly<Record<keyof typeof SETTINGS, string | number>>,
): string[] {
  return SETTING_NAMES.flatMap((name) => {
    const { url } = SETTINGS[name];
    const text = query.get(url);
    if (text === null || isTaken(text, values[name])) return [];
    return [`${url}=${text.slice(0, LONGEST_VALUE)}`];
  }).slice(0, MOST_REFUSED);
}

function isTaken(text: string, value: string | number): boolean {
  return typeof value === "number" ? Number(text) === value : text === value;
}

/** The settings of a link that names a task and nothing else: every task has a first difficulty of its own. */
function defaultsFor(task: Config["task"]): Config {
  return withTask(DEFAULT_CONFIG, task);
}

/** What the page's link holds. */
interface UrlState {
  readonly config: Config;
  readonly view: ViewState;
  readonly backend: BackendName | null;
}

/** The query that `readUrl` reads back to the same settings and view; "" where everything is as by default. */
export function writeUrl(
  { config, view, backend }: UrlState,
  environment: LinkContext["environment"],
): string {
  const query = new URLSearchParams();
  const defaults = { ...defaultsFor(config.task), task: DEFAULT_CONFIG.task };
  for (const name of FIELD_NAMES) {
    if (config[name] !== defaults[name]) query.set(FIELDS[name].url, String(config[name]));
  }
  writeView(query, view, { task: config.task, environment });
  if (backend) query.set("backend", backend);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/** The view as the link holds it: a selection of the last step says nothing, unless it names a column. */
function linkedView(view: ViewState, run: RunState): ViewState {
  const last = (run.trace?.steps.length ?? Infinity) - 1;
  if (view.column !== null) return { ...view, step: Math.min(view.step, last) };
  return view.step < last ? view : { ...view, step: LAST_STEP };
}

/** Writes the link of the page as it is now, keeping the backend that it insists on. */
export function writeLink(): void {
  const { view } = useApp.getState();
  const { config, run } = laneOf(LANE);
  const { backend } = readUrl(location.search);
  const search = writeUrl(
    { config, view: linkedView(view, run), backend },
    environmentPreferences(),
  );
  if (search === location.search) return;
  try {
    history.replaceState(history.state, "", location.pathname + search + location.hash);
  } catch {
    // some browsers limit how often, or forbid it for files: the page works without
  }
}

const WRITE_EVERY_MS = 400; // Safari allows 100 writes in 30 s

/** Keeps the page's link true from now on; returns what ends that. */
export function syncUrl(): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const unsubscribe = useApp.subscribe((state, before) => {
    const isSame = state.lanes[LANE].config === before.lanes[LANE].config;
    if (isSame && state.view === before.view) return;
    timer ??= setTimeout(() => {
      timer = null;
      writeLink();
    }, WRITE_EVERY_MS);
  });
  return () => {
    unsubscribe();
    if (timer !== null) clearTimeout(timer);
  };
}
