/**
 * The page's link: every setting that differs from its default, the example, the selection and the language, but no
 * weights. Of weights that the receiver lacks it says how many updates made them. The keys of settings are `FIELDS[...].url`. Steps, columns and examples count from 1, as on the screen.
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
import { DEFAULT_LANGUAGE, type Language } from "../../languages";
import type { LessonPlace } from "../../lessons/catalogue";
import type { BackendName } from "../../workers/protocol";
import { LANE } from "../slices/lane";
import { isBackend } from "../slices/backends";
import {
  type LinkedTraining,
  linkedTrainingOf,
  parseLinkedTraining,
  useLinkedTraining,
} from "../slices/linkedTraining";
import { openingOf } from "../slices/opening";
import type { RunState } from "../slices/run";
import { LAST_STEP, type ViewState } from "../slices/view";
import { readView, type WantedView, writeView } from "../slices/linkedView";
import { laneOf, useApp } from "../store";

interface ReadUrl {
  readonly config: Config;
  /** The part of the view that the link names. */
  readonly view: WantedView;
  /** The backend that the link demands; null leaves the choice to the page. */
  readonly backend: BackendName | null;
  /** The weights on the sender's page. */
  readonly trained: LinkedTraining | null;
  /** Settings of the link that the page could not take over, as "key=value". */
  readonly refused: readonly string[];
  /** Whether the link names nothing that the page could show. */
  readonly isPlain: boolean;
}

/** What this device knows of the student who opens a link. */
interface Reader {
  readonly language: Language;
  /** Where the student left the lessons; null: nowhere. */
  readonly lesson: LessonPlace | null;
}

const NEW_READER: Reader = { language: DEFAULT_LANGUAGE, lesson: null };

/**
 * Reads a link. It skips unknown keys and invalid values, clamps numbers to their range, and changes settings that
 * exclude each other to the nearest valid ones.
 */
export function readUrl(search: string, reader: Reader = NEW_READER): ReadUrl {
  const query = new URLSearchParams(search);
  const named = readView(query);
  const opening = openingOf(query, named.language ?? reader.language, reader.lesson);
  const config: Partial<Record<FieldName, string | number>> = {};
  const task = parseField(FIELDS.task, query.get(FIELDS.task.url) ?? "") ?? opening.task;
  for (const name of FIELD_NAMES) {
    const value = parseField(FIELDS[name], query.get(FIELDS[name].url) ?? "");
    if (value !== null) config[name] = value;
  }
  const view = { ...named, mode: opening.mode, lesson: opening.lesson };
  const settled = settleDifficulty(
    settle({ ...defaultsFor(task as Config["task"]), ...(config as Partial<Config>) }),
  );
  return {
    config: settled,
    view,
    backend: readBackend(query),
    trained: parseLinkedTraining(query.get("trained")),
    isPlain: opening.isPlain,
    refused: refusedSettings(query, { ...settled, ...GREEDY, ...view.show?.choosing }),
  };
}

function readBackend(query: URLSearchParams): BackendName | null {
  const backend = query.get("backend");
  return isBackend(backend) ? backend : null;
}

const MOST_REFUSED = 6; // in the notice
const LONGEST_VALUE = 24; // characters

const SETTINGS = { ...FIELDS, ...CHOOSING_FIELDS };
const SETTING_NAMES = [...FIELD_NAMES, ...CHOOSING_NAMES];

/** The settings of a link that the page could not take over: invalid, out of range, or in conflict with others. */
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

/** The settings of a link that names only a task. Each task has its own initial difficulty. */
function defaultsFor(task: Config["task"]): Config {
  return withTask(DEFAULT_CONFIG, task);
}

interface UrlState {
  readonly config: Config;
  readonly view: ViewState;
  readonly backend: BackendName | null;
  readonly trained: LinkedTraining | null;
}

/** The query that `readUrl` reads back to the same settings and view. */
export function writeUrl({ config, view, backend, trained }: UrlState): string {
  const query = new URLSearchParams();
  // A lesson has a scene, so a link to a lesson names its task always.
  const isLearning = view.mode === "learn" || view.lesson !== null;
  const task = isLearning ? null : DEFAULT_CONFIG.task;
  const defaults = { ...defaultsFor(config.task), task };
  for (const name of FIELD_NAMES) {
    if (config[name] !== defaults[name]) query.set(FIELDS[name].url, String(config[name]));
  }
  writeView(query, view, config.task);
  if (backend) query.set("backend", backend);
  if (trained !== null) query.set("trained", String(trained));
  return `?${query.toString()}`;
}

/** The view for the link. It leaves out the last step, which is the default, unless a column is selected. */
function linkedView(view: ViewState, run: RunState): ViewState {
  const last = (run.trace?.steps.length ?? Infinity) - 1;
  if (view.column !== null) return { ...view, step: Math.min(view.step, last) };
  return view.step < last ? view : { ...view, step: LAST_STEP };
}

/** Writes the page's current link and keeps the backend that the link demands. */
export function writeLink(): void {
  const { view } = useApp.getState();
  const { config, run } = laneOf(LANE);
  const backend = readBackend(new URLSearchParams(location.search));
  // Of weights that this page does not have, the link says what the link of this page said, so that a reload says it again.
  const trained = linkedTrainingOf(run) ?? useLinkedTraining.getState().trained;
  const search = writeUrl({ config, view: linkedView(view, run), backend, trained });
  if (search === location.search) return;
  try {
    history.replaceState(history.state, "", location.pathname + search + location.hash);
  } catch {
    // some browsers limit the rate or forbid it for local files; the page works without it
  }
}

const WRITE_EVERY_MS = 400; // Safari allows 100 writes in 30 s

/** Keeps the link up to date; returns a function that stops this. */
export function syncUrl(): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const unsubscribe = useApp.subscribe((state, before) => {
    const [lane, earlier] = [state.lanes[LANE], before.lanes[LANE]];
    const hasTrained = earlier.run.status === "training" && lane.run.status === "idle";
    if (lane.config === earlier.config && state.view === before.view && !hasTrained) return;
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
