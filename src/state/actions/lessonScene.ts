/** Puts the scene of a lesson or of one of its steps on the stage. */
import { keepsModel } from "../../engine/alone/sameModel";
import { bakedName } from "../../engine/files/baked";
import { FIELD_NAMES } from "../../engine/setup/config";
import { type LessonPlace, sceneOf } from "../../lessons/catalogue";
import type { Show } from "../../engine/show";
import { changed, configOf, type PairId, type Scene, type SceneChange } from "../../lessons/scene";
import { stepsAt } from "../ports/lessonFiles";
import { LANE } from "../slices/lane";
import type { LessonState } from "../slices/lesson";
import { useAlone } from "../aloneStore";
import { type AloneWish, readWish } from "../slices/alone";
import { alonePlace } from "../slices/aloneScene";
import { isAsked, ofLane } from "../slices/requests";
import { sceneShow, sceneView } from "../slices/scene";
import { type AppState, laneOf, setLane, setRun, setView, useApp } from "../store";
import { ALONE_ACTS } from "./alone";
import { compareWith, stopComparing } from "./comparing";
import { askForModel } from "./settings";
import { replaceShow, WHOLE_DECODE } from "./showing";

/** The scene in which a step begins; "kept" where it goes on with the scene of the step before. */
function sceneAt(place: LessonPlace): { readonly scene: Scene; readonly isKept: boolean } {
  const scene = sceneOf(place.id);
  const change = stepsAt(place)?.[place.step]?.scene;
  if (change === "kept") return { scene, isKept: true };
  return { scene: change ? changed(scene, change) : scene, isKept: false };
}

/** Whether the lane has the model of the scene, untouched. */
function hasModel(scene: Scene): boolean {
  const { run, config: now } = laneOf(LANE);
  const config = configOf(scene, useApp.getState().view.language);
  if (FIELD_NAMES.some((name) => now[name] !== config[name])) return false;
  if (run.info === null) return scene.weights !== "fresh"; // the page opens with the shipped model
  const isUntouched = run.info.weights === "fresh" && run.step === 0;
  if (scene.weights === "fresh") return isUntouched;
  return run.info.weights === "baked" || (isUntouched && bakedName(config) === null); // nothing to bring back
}

/** Whether the stage decodes what the scene decodes. */
function hasShow(scene: Scene): boolean {
  const { show, language } = useApp.getState().view;
  return JSON.stringify(show) === JSON.stringify(sceneShow(scene, language));
}

/** Whether the page compares what the scene compares. */
function hasPair({ compare }: Scene): boolean {
  const { lesson, view } = useApp.getState();
  return compare === undefined ? !lesson.isComparing : lesson.isComparing && view.pair === compare;
}

/** Whether the page of the networks alone shows what the scene shows there. */
function hasAlone(scene: Scene): boolean {
  const { place, info } = useAlone.getState();
  const wanted = alonePlace(scene);
  return place === wanted && (wanted === null || info?.isShipped === true);
}

/** Opens the page of the networks alone as the scene wants it, or closes it. */
function putAlone(scene: Scene): void {
  const place = alonePlace(scene);
  if (hasAlone(scene)) return;
  if (place === null) return ALONE_ACTS.openAlone(null);
  const { wish } = useAlone.getState();
  const wanted = readWish(place);
  if (hasNetwork(wanted)) ALONE_ACTS.changeAlone({ ...wanted, config: wish.config });
  else ALONE_ACTS.openAloneScene(place);
}

/** Whether the page of the networks alone has the shipped network that is wanted. */
function hasNetwork({ config }: AloneWish): boolean {
  const { place, info, wish, failure } = useAlone.getState();
  const isShipped = place !== null && info?.isShipped === true && failure === null;
  return isShipped && keepsModel(info.config, config) && keepsModel(wish.config, config);
}

/** Ends the wait for a model beside which a second one comes. */
let stopWaiting: () => void = () => undefined;

/** Opens the comparison once the first model has come: beside a shipped model stands another shipped one. */
function compareOnArrival(pair: PairId): void {
  stopWaiting();
  if (!isModelAsked(useApp.getState())) return void compareWith(pair);
  stopWaiting = useApp.subscribe((state) => {
    if (isModelAsked(state)) return;
    stopWaiting();
    void compareWith(pair);
  });
}

const isModelAsked = ({ requests }: Pick<AppState, "requests">): boolean =>
  isAsked(ofLane(requests, LANE), "configure");

/** Opens the comparison of the scene, or closes that of the scene before. */
function putPair(scene: Scene): void {
  const { compare } = scene;
  if (hasPair(scene) && compare === undefined) return;
  setLesson({ isComparing: compare !== undefined });
  if (compare !== undefined) return compareOnArrival(compare);
  stopWaiting();
  void closePair();
}

/** The mode comes first, so that the lesson stays in the rail, with its focus. */
async function closePair(): Promise<void> {
  setView({ mode: "learn" });
  await stopComparing();
}

function put(scene: Scene): void {
  const { language } = useApp.getState().view;
  const show = sceneShow(scene, language);
  setView(sceneView(scene));
  if (hasModel(scene)) replaceShow(show);
  else putModel(scene, show);
  putPair(scene);
  putAlone(scene);
}

function putModel(scene: Scene, show: Show): void {
  const { language } = useApp.getState().view;
  const { run } = laneOf(LANE);
  const isOwn = run.info !== null && run.info.weights !== "baked" && run.step > 0;
  setLane(LANE, { config: configOf(scene, language) });
  setRun(LANE, { sourceProblem: null });
  setView({ ...WHOLE_DECODE, show });
  askForModel(scene.weights ?? "baked");
  if (isOwn) setLesson({ hasReplacedRun: true });
}

function setLesson(change: Partial<LessonState>): void {
  useApp.setState(({ lesson }) => ({ lesson: { ...lesson, ...change } }));
}

/** Puts the scene of the open step on the stage, whatever stands there. */
export function showScene(): void {
  const { lesson: place } = useApp.getState().view;
  if (place) put(sceneAt(place).scene);
}

/**
 * Puts the scene of the open step on the stage where another one stands there.
 * @param goesOn whether the stage has what the step before left, for a step that goes on with it
 */
export function showMissingScene(goesOn: boolean): void {
  const { lesson: place } = useApp.getState().view;
  if (!place) return;
  const { scene, isKept } = sceneAt(place);
  const isThere = hasModel(scene) && hasShow(scene) && hasPair(scene) && hasAlone(scene);
  if (!(isKept && goesOn) && !isThere) put(scene);
  else setView(sceneView(scene));
}

/** Puts a changed scene of the open step on the stage: another model, example or view. */
export function changeScene(change: SceneChange): void {
  const { lesson: place } = useApp.getState().view;
  if (place) put(changed(sceneAt(place).scene, change));
}
