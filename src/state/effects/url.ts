/**
 * The page's link: every setting that differs from its default, the example on the stage, the selection and the look.
 * Keys of settings are `FIELDS[...].url`; steps, columns and examples count from 1, as they do on the screen. Never weights.
 */
import {
  DEFAULT_CONFIG,
  FIELD_NAMES,
  FIELDS,
  parseField,
  type Config,
  type Field,
  type FieldName,
} from "../../engine/setup/config";
import { settle } from "../../engine/setup/conflicts";
import { settleDifficulty, withTask } from "../../engine/tasks/difficulty";
import { isLanguage } from "../../languages";
import type { BackendName } from "../../workers/protocol";
import { useApp } from "../store";
import { isBackend } from "../slices/backends";
import { isFirstEverywhere } from "../slices/firstExample";
import { environmentPreferences, isTheme, type Preferences } from "../ports/preferences";
import type { RunState } from "../slices/run";
import { INITIAL_VIEW, SPEEDS, type ViewState } from "../slices/view";

export interface UrlState {
  readonly config: Config;
  /** What the link says about the view, and nothing more. */
  readonly view: Partial<ViewState>;
  /** The backend that the link insists on; null leaves the choice to the page. */
  readonly backend: BackendName | null;
}

/** A link as it was read. */
interface ReadUrl extends UrlState {
  /** Settings that it names and that are not as it says, as "key=value". */
  readonly refused: readonly string[];
}

const MAX_SOURCE = 200; // characters of a typed source
const MAX_POSITION = 256; // steps, columns and held-out examples
const SPEED: Field = { kind: "number", ...SPEEDS, url: "speed", effect: "live" };

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
  const settled = settleDifficulty(
    settle({ ...defaultsFor(task as Config["task"]), ...(config as Partial<Config>) }),
  );
  return {
    config: settled,
    view: readView(query),
    backend: isBackend(backend) ? backend : null,
    refused: refusedSettings(query, settled),
  };
}

const MOST_REFUSED = 6; // to name
const LONGEST_VALUE = 24; // characters

/** The settings of a link that are not as it says: no value of theirs, out of range, or not to be had beside the others. */
function refusedSettings(query: URLSearchParams, config: Config): string[] {
  return FIELD_NAMES.flatMap((name) => {
    const { url } = FIELDS[name];
    const text = query.get(url);
    if (text === null || isTaken(text, config[name])) return [];
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

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function readView(query: URLSearchParams): Partial<ViewState> {
  const view: Partial<Writable<ViewState>> = {};
  const [step, column, example] = [
    position(query, "step"),
    position(query, "column"),
    position(query, "example"),
  ];
  if (step !== null) view.step = step - 1;
  if (step !== null && column !== null) view.column = column - 1;
  if (example !== null) view.example = { kind: "heldOut", index: example - 1 };
  const source = query.get("source");
  if (source !== null) view.example = { kind: "typed", text: source.slice(0, MAX_SOURCE) };
  if (query.get("feed") === "truth") view.teacherForcing = true;
  const speed = parseField(SPEED, query.get(SPEED.url) ?? "");
  if (typeof speed === "number") view.stepsPerSecond = speed;
  const [language, theme] = [query.get("lang"), query.get("theme")];
  if (isLanguage(language)) view.language = language;
  if (isTheme(theme)) view.theme = theme;
  return view;
}

/** A whole number counted from 1, or null where the key is missing or no number. */
function position(query: URLSearchParams, key: string): number | null {
  const value = Number.parseInt(query.get(key) ?? "", 10);
  return Number.isNaN(value) ? null : Math.min(MAX_POSITION, Math.max(1, value));
}

/** The query that `readUrl` reads back to the same settings and view; "" where everything is as by default. */
export function writeUrl({ config, view, backend }: UrlState, environment: Preferences): string {
  const query = new URLSearchParams();
  const defaults = { ...defaultsFor(config.task), task: DEFAULT_CONFIG.task };
  for (const name of FIELD_NAMES) {
    if (config[name] !== defaults[name]) query.set(FIELDS[name].url, String(config[name]));
  }
  writeView(query, config.task, { ...INITIAL_VIEW, ...environment, ...view });
  if (view.language && view.language !== environment.language) query.set("lang", view.language);
  if (view.theme && view.theme !== environment.theme) query.set("theme", view.theme);
  if (backend) query.set("backend", backend);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

function writeView(query: URLSearchParams, task: Config["task"], view: ViewState): void {
  if (view.example.kind === "typed") query.set("source", view.example.text.slice(0, MAX_SOURCE));
  else if (!isFirstEverywhere(task, view.example.index))
    query.set("example", String(view.example.index + 1));
  if (view.step < MAX_POSITION) {
    query.set("step", String(view.step + 1));
    if (view.column !== null) query.set("column", String(view.column + 1));
  }
  if (view.teacherForcing) query.set("feed", "truth");
  if (view.stepsPerSecond !== INITIAL_VIEW.stepsPerSecond)
    query.set(SPEED.url, String(view.stepsPerSecond));
}

/** The view as the link holds it: a selection of the last step says nothing, unless it names a column. */
function linkedView(view: ViewState, run: RunState): Partial<ViewState> {
  const last = (run.trace?.steps.length ?? Infinity) - 1;
  const { step, ...rest } = view;
  if (view.column !== null) return { ...rest, step: Math.min(step, last) };
  return step < last ? view : rest;
}

/** Writes the link of the page as it is now, keeping the backend that it insists on. */
export function writeLink(): void {
  const { config, view, run } = useApp.getState();
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
    if (state.config === before.config && state.view === before.view) return;
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
