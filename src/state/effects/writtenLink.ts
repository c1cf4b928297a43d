/** Writes the page's link, which `addressBar.ts` reads. It loads after the first picture. */
import { type Config, DEFAULT_CONFIG, FIELD_NAMES, FIELDS } from "../../engine/setup/config";
import type { BackendName } from "../../workers/protocol";
import { setLinkWriter } from "../ports/linkPort";
import { LANE } from "../slices/lane";
import { writeComparison } from "../slices/linkedComparison";
import { writeEdits } from "../slices/linkedEdits";
import { type LinkedTraining, linkedTrainingOf, useLinkedTraining } from "../slices/linkedTraining";
import { writeView } from "../slices/linkedView";
import type { RunState } from "../slices/run";
import { LAST_STEP, type ViewState } from "../slices/view";
import { useAlone } from "../aloneStore";
import { type AppState, laneOf, useApp } from "../store";
import { defaultsFor, readBackend } from "./addressBar";

interface UrlState {
  readonly config: Config;
  /** The settings of lane B; null: there is no comparison. */
  readonly b?: Config | null;
  readonly view: ViewState;
  readonly backend: BackendName | null;
  readonly trained: LinkedTraining | null;
  /** What the page of the networks alone shows; null: it is closed. */
  readonly alone?: string | null;
}

/** The query that `readUrl` reads back to the same settings and view. */
export function writeUrl({ config, b, view, backend, trained, alone }: UrlState): string {
  const query = new URLSearchParams();
  // A lesson has a scene, so a link to a lesson names its task always.
  const isLearning = view.mode === "learn" || view.lesson !== null;
  const task = isLearning ? null : DEFAULT_CONFIG.task;
  const defaults = { ...defaultsFor(config.task), task };
  for (const name of FIELD_NAMES) {
    if (config[name] !== defaults[name]) query.set(FIELDS[name].url, String(config[name]));
  }
  writeView(query, view, config.task);
  writeEdits(query, view.show.edits);
  if (b) writeComparison(query, view.pair, { a: config, b });
  if (backend) query.set("backend", backend);
  if (trained !== null) query.set("trained", String(trained));
  if (alone) query.set("alone", alone);
  return `?${query.toString()}`;
}

/** The decode for the link. After a refused source it names what is still on the stage, to which the edits belong. */
function linkedShow({ show }: ViewState, { sourceProblem, trace }: RunState): ViewState["show"] {
  if (!sourceProblem || !trace) return show;
  const { example, edits } = trace.show;
  return { ...show, example, edits };
}

/** The view for the link. It leaves out the last step, which is the default, unless a column is selected. */
function linkedView(now: ViewState, run: RunState): ViewState {
  const view = { ...now, show: linkedShow(now, run) };
  const last = (run.trace?.steps.length ?? Infinity) - 1;
  if (view.column !== null) return { ...view, step: Math.min(view.step, last) };
  return view.step < last ? view : { ...view, step: LAST_STEP };
}

/** Writes the page's current link and keeps the backend that the link demands. */
function writeLink(): void {
  const { view, lanes } = useApp.getState();
  const { config, run } = laneOf(LANE);
  const b = lanes.b?.config ?? null;
  const backend = readBackend(new URLSearchParams(location.search));
  // Of weights that this page does not have, the link says what the link of this page said, so that a reload says it again.
  const trained = linkedTrainingOf(run) ?? useLinkedTraining.getState().trained;
  const alone = useAlone.getState().place;
  const search = writeUrl({ config, b, view: linkedView(view, run), backend, trained, alone });
  if (search === location.search) return;
  try {
    history.replaceState(history.state, "", location.pathname + search + location.hash);
  } catch {
    // some browsers limit the rate or forbid it for local files; the page works without it
  }
}

const WRITE_EVERY_MS = 400; // Safari allows 100 writes in 30 s

/**
 * Keeps the link up to date; returns a function that stops this.
 * @param since the state that the link describes; what has changed since then is written, too
 */
export function syncUrl(since: AppState = useApp.getState()): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const writeSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = null;
      writeLink();
    }, WRITE_EVERY_MS);
  };
  const follow = (state: AppState, before: AppState): void => {
    const [lane, earlier] = [state.lanes[LANE], before.lanes[LANE]];
    // The last step has no number in the link, so an answer of another length changes it.
    const length = earlier.run.trace?.steps.length; // undefined: the page opens
    const isAsLong = length === undefined || lane.run.trace?.steps.length === length;
    const hasTrained = earlier.run.status === "training" && lane.run.status === "idle";
    const isSameB = state.lanes.b?.config === before.lanes.b?.config;
    const isSame = lane.config === earlier.config && isSameB && state.view === before.view;
    if (!isSame || !isAsLong || hasTrained) writeSoon();
  };
  const unsubscribe = useApp.subscribe(follow);
  const unsubscribeAlone = useAlone.subscribe(({ place }, before) => {
    if (place !== before.place) writeSoon();
  });
  follow(useApp.getState(), since);
  setLinkWriter(writeLink);
  return () => {
    setLinkWriter(null);
    unsubscribe();
    unsubscribeAlone();
    if (timer !== null) clearTimeout(timer);
  };
}
