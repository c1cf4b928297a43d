/**
 * Reads the page's link: every setting that differs from its default, the example, the selection and the language, but no
 * weights. Of weights that the receiver lacks it says how many updates made them. The keys of settings are
 * `FIELDS[...].url`. Steps, columns and examples count from 1, as on the screen. `writtenLink.ts` writes it, and
 * `slices/linkedEdits.ts` holds the edits.
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
import type { Scene } from "../../lessons/scene";
import type { BackendName } from "../../workers/protocol";
import { isBackend } from "../slices/backends";
import { type LinkedTraining, parseLinkedTraining } from "../slices/linkedTraining";
import { openingOf } from "../slices/opening";
import { readView, type WantedView } from "../slices/linkedView";
import { sceneShow } from "../slices/scene";

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
  /** Whether the link leaves it to a lesson what stands on the stage. */
  readonly isScene: boolean;
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
  const language = named.language ?? reader.language;
  const opening = openingOf(query, language, reader.lesson);
  const config: Partial<Record<FieldName, string | number>> = {};
  const task = parseField(FIELDS.task, query.get(FIELDS.task.url) ?? "") ?? opening.task;
  for (const name of FIELD_NAMES) {
    const value = parseField(FIELDS[name], query.get(FIELDS[name].url) ?? "");
    if (value !== null) config[name] = value;
  }
  const { scene, mode, lesson } = opening;
  const view = { ...(scene ? inScene(scene, language, named) : named), mode, lesson };
  const settled = settleDifficulty(
    settle({
      ...defaultsFor(task as Config["task"]),
      ...scene?.settings,
      ...(config as Partial<Config>),
    }),
  );
  return {
    config: settled,
    view,
    backend: readBackend(query),
    trained: parseLinkedTraining(query.get("trained")),
    isPlain: opening.isPlain,
    isScene: scene !== null,
    refused: refusedSettings(query, { ...settled, ...GREEDY, ...view.show?.choosing }),
  };
}

/** The view of a link into a scene: what the link does not name is the scene's. */
function inScene(scene: Scene, language: Language, named: WantedView): WantedView {
  return { ...scene.view, ...named, show: { ...sceneShow(scene, language), ...named.show } };
}

/** The backend that the link demands; null: none. */
export function readBackend(query: URLSearchParams): BackendName | null {
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
export function defaultsFor(task: Config["task"]): Config {
  return withTask(DEFAULT_CONFIG, task);
}
