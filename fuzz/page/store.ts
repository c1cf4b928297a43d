/**
 * The page's store and its table of acts, reached from outside: the monkey imports the scripts that the page has loaded,
 * so that nothing is shipped for it. These functions run in the page, so they import nothing but types.
 */
import type { AppState } from "../../src/state/store";

type AnyAct = (...args: readonly unknown[]) => unknown;

interface Reached {
  readonly state: () => AppState;
  readonly act: (name: string, args: readonly unknown[]) => unknown;
}

const isStore = (value: unknown): value is { getState: () => AppState } =>
  typeof value === "function" &&
  "getState" in value &&
  "lanes" in (value as { getState: () => object }).getState();

/** The acts of an actor answer to every name, because their script may not have loaded. */
const isActor = (value: unknown): value is Readonly<Record<string, AnyAct>> =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as Readonly<Record<string, unknown>>)["noSuchAct"] === "function";

async function exportsOfPage(): Promise<unknown[]> {
  const scripts = [...document.querySelectorAll<HTMLScriptElement>("script[type=module]")];
  const modules = await Promise.all(
    scripts.map(({ src }) => import(/* @vite-ignore */ src) as Promise<object>),
  );
  return modules.flatMap((module) => Object.values(module) as unknown[]);
}

/** Null: the page has not loaded its scripts yet. */
export async function reach(): Promise<Reached | null> {
  const exported = await exportsOfPage();
  const store = exported.find(isStore);
  if (!store) return null;
  const isStudents = (actor: Readonly<Record<string, AnyAct>>): boolean => {
    actor["listWrongOnly"]?.(store.getState().view.wrongOnly);
    return store.getState().acts.at(-1)?.by === "student";
  };
  const student = exported.filter(isActor).find(isStudents);
  if (!student) return null;
  return { state: () => store.getState(), act: (name, args) => student[name]?.(...args) };
}

/** What the monkey knows of the page when it chooses its next act. */
export interface Seen {
  readonly status: string;
  readonly isQuiet: boolean;
  readonly tokens: readonly string[];
  readonly steps: number;
  readonly columns: number;
  readonly hiddenSize: number;
  readonly batchSize: number;
  readonly width: number;
  /** Whether training, playback or a replay changes the page by itself. */
  readonly isMoving: boolean;
  /** Whether the stage shows weights of an earlier update. */
  readonly isPast: boolean;
}

function isSettled({ run, config }: AppState["lanes"]["a"]): boolean {
  if (run.status === "failed") return true;
  return run.info !== null && JSON.stringify(run.info.config) === JSON.stringify(config);
}

/** Whether the worker has the settings of the page. */
function hasSettings({ lanes, view }: AppState): boolean {
  const { b } = lanes;
  const isSettledB = view.mode !== "compare" || b === undefined || isSettled(b);
  return isSettled(lanes.a) && isSettledB;
}

/** What the worker has yet to answer. One that has failed answers nothing. */
const awaited = ({ requests, lanes }: AppState): AppState["requests"] =>
  requests.filter(({ lane }) => lanes[lane]?.run.status !== "failed");

/** Whether it also has answered everything. */
const isQuiet = (state: AppState): boolean => awaited(state).length === 0 && hasSettings(state);

/** What keeps the page from coming to rest, for the report of one that hangs. */
export function waitsFor({ requests, lanes }: AppState): string {
  const asked = requests.map(({ lane, command }) => `${command.type} of ${lane}`);
  const states = Object.entries(lanes).map(([lane, each]) => {
    const { status, info } = each.run;
    return `${lane}: ${status}, ${info === null ? "no model" : isSettled(each) ? "settled" : "another config"}`;
  });
  return [...asked, ...states].join("; ");
}

function isMoving({ lanes, view, film }: AppState): boolean {
  const trains = Object.values(lanes).some(({ run }) => run.status === "training");
  return trains || view.playing || view.replaying || film !== null;
}

export function look(state: AppState): Seen {
  const { run, config } = state.lanes.a;
  const { trace } = run;
  return {
    status: run.status,
    isQuiet: isQuiet(state),
    tokens: (trace?.steps ?? []).map(({ chosen }) => chosen.text),
    steps: trace?.steps.length ?? 1,
    columns: trace?.source.length ?? 1,
    hiddenSize: config.hiddenSize,
    batchSize: config.batchSize,
    width: innerWidth,
    isMoving: isMoving(state),
    isPast: state.view.show.weightsOf !== "present",
  };
}

/**
 * Whether a lesson has chosen the row: an open question begins at a row of its own, on each page that opens at it,
 * whatever row the link names (`components/lesson/Question.tsx`).
 */
export const hasLessonRow = ({ acts }: AppState): boolean =>
  acts.some(({ name, by }) => name === "selectByHand" && by === "lesson");

/** The weights that decode. A link never holds them, so that its page may have others, and a shorter answer. */
export const weightsOf = ({ lanes: { a } }: AppState): string =>
  `${a.run.info?.weights ?? "none"} ${a.run.step}`;

/** What undo must bring back. */
export function remembered({ lanes, view }: AppState): object {
  const { run, config } = lanes.a;
  const { trace } = run;
  return {
    config,
    step: run.step,
    weights: run.info?.weights,
    edits: view.show.edits,
    example: trace?.show.example,
    answer: trace?.steps.map(({ chosen, attention }) => [
      chosen.id,
      [...(attention?.weights ?? [])],
    ]),
  };
}

/** The next frame. A tab in the background has none, so a timer takes its place. */
function frame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
    setTimeout(resolve, 200);
  });
}

const CALM_FRAMES = 3;

/** Waits until the page is quiet; false: it was not within the time, which ends a page that hangs. */
export async function quieten(state: () => AppState, limit: number): Promise<boolean> {
  const end = performance.now() + limit;
  let [calm, frames] = [0, 0];
  let asked = new Set<unknown>();
  while (performance.now() < end) {
    const now = state();
    if (frames++ === CALM_FRAMES) asked = new Set(awaited(now).map(({ id }) => id));
    calm = isQuiet(now) ? calm + 1 : 0;
    // A page that moves asks again and again; on a busy machine the next request is there before the last answer.
    const isAnswered = frames > CALM_FRAMES && !awaited(now).some(({ id }) => asked.has(id));
    if (calm === CALM_FRAMES || (isMoving(now) && isAnswered && hasSettings(now))) return true;
    await frame();
  }
  return false;
}

/** The link after the page has written it: it stays the same for longer than the page waits before it writes. */
export async function settledLink(): Promise<string> {
  let [link, calm] = [location.search, 0];
  while (calm < 12) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    calm = location.search === link ? calm + 1 : 0;
    link = location.search;
  }
  return link;
}
