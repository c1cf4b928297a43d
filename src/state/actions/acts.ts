/** Every act of the page by name. The store logs each act with its actor. */
import { type Actor, withAct } from "../slices/actLog";
import { useApp } from "../store";
import { readBatch, showBatchPart, showWholeBatch, switchMask } from "./batch";
import { compareWith, configureB, sameAsA, stopComparing } from "./comparing";
import {
  clearEdits,
  dismissRefusedEdits,
  editDecode,
  refuseWeight,
  removeEdit,
  showUntouched,
  undoEdit,
} from "./editing";
import { playOpening, skipOpening } from "./film";
import {
  changeScene,
  finishStep,
  forgetProgress,
  listLessons,
  loadLesson,
  nextStep,
  openLesson,
  openWhy,
  predict,
  previousStep,
  resumeLesson,
  reveal,
  showAnswer,
  showScene,
  skipStep,
  stopActing,
  trainFor,
} from "./lessons";
import { dismissOutcome, forgetDownload, openModel, saveModel } from "./modelFiles";
import { inspectPairs, openPairs, startOnPairs } from "./ownPairs";
import {
  forgetAllKeptPairs,
  forgetKeptPairs,
  listKeptPairs,
  recallPairs,
  renameKeptPairs,
} from "./savedPairs";
import { configure, resetSettings, showTrainedModel } from "./settings";
import {
  choose,
  decodeDraft,
  draftSource,
  lookBack,
  nextExample,
  readParameters,
  setTeacherForcing,
  showBeside,
  showExample,
  typeSource,
} from "./showing";
import { lookUp, showWhere } from "./reading";
import { playReplay, readMaps, replayOn, showCurves } from "./replay";
import { restartWorker } from "./startup";
import { chooseBackend, measureBackends, switchNow } from "./switchBackend";
import {
  dismissFailure,
  evaluate,
  pause,
  resetModel,
  restoreBest,
  stopEvaluating,
  train,
  trainOneStep,
  redo,
  undo,
} from "./training";
import {
  derive,
  chooseLoss,
  draw,
  inspect,
  light,
  lightOperands,
  listWrongOnly,
  openPanel,
  openRail,
  openSection,
  orderExamples,
  select,
  selectByHand,
  setLanguage,
  setMode,
  setPausesHidden,
  setPlaying,
  setSpeed,
  setTheme,
  showCentre,
  showInspector,
  showLayer,
  showOperation,
} from "./viewing";
import { closeWalk, decodeInWalk, followInWalk, showWalkStage, walkUpdate } from "./walking";
import { setPace } from "./watching";

const ACTS = {
  configure,
  resetSettings,
  showTrainedModel,
  train,
  pause,
  trainOneStep,
  walkUpdate,
  showWalkStage,
  followInWalk,
  decodeInWalk,
  closeWalk,
  resetModel,
  undo,
  redo,
  useBest: restoreBest,
  setPace,
  evaluate,
  stopEvaluating,
  compareWith,
  configureB,
  sameAsA,
  stopComparing,
  dismissFailure,
  restartWorker,
  draftSource,
  decodeDraft,
  typeSource,
  showExample,
  nextExample,
  setTeacherForcing,
  showBeside,
  choose,
  lookBack,
  editDecode,
  refuseWeight,
  removeEdit,
  clearEdits,
  undoEdit,
  dismissRefusedEdits,
  showUntouched,
  select,
  selectByHand,
  setPlaying,
  setSpeed,
  setLanguage,
  setTheme,
  setPausesHidden,
  setMode,
  openRail,
  openPanel,
  showCentre,
  showOperation,
  showLayer,
  inspect,
  derive,
  readParameters,
  showInspector,
  light,
  lightOperands,
  draw,
  chooseLoss,
  openSection,
  orderExamples,
  listWrongOnly,
  showCurves,
  readMaps,
  playReplay,
  replayOn,
  readBatch,
  switchMask,
  showBatchPart,
  showWholeBatch,
  saveModel,
  openModel,
  forgetDownload,
  dismissOutcome,
  openPairs,
  inspectPairs,
  startOnPairs,
  listKeptPairs,
  recallPairs,
  renameKeptPairs,
  forgetKeptPairs,
  forgetAllKeptPairs,
  chooseBackend,
  measureBackends,
  switchNow,
  openLesson,
  loadLesson,
  resumeLesson,
  lookUp,
  showWhere,
  listLessons,
  showScene,
  changeScene,
  predict,
  showAnswer,
  reveal,
  stopActing,
  trainFor,
  openWhy,
  finishStep,
  nextStep,
  skipStep,
  previousStep,
  forgetProgress,
  playOpening,
  skipOpening,
};

type Acts = typeof ACTS;
type AnyAct = (...args: never[]) => unknown;

/** A button passes its event to the listener; the event is no argument of the act. */
function isBrowserEvent(arg: unknown): boolean {
  return typeof arg === "object" && arg !== null && "nativeEvent" in arg;
}

/** A pointer that passes over the page lights parts of it; it does nothing that a log needs. */
const UNLOGGED: readonly string[] = ["light", "lightOperands"] satisfies (keyof Acts)[];

const LONGEST_TEXT = 200; // characters

/** The form of an argument in the log: name and size of a file, the beginning of a long text. */
function toLogged(arg: unknown): unknown {
  if (arg instanceof Blob) return { file: arg instanceof File ? arg.name : "", bytes: arg.size };
  return typeof arg === "string" ? arg.slice(0, LONGEST_TEXT) : arg;
}

/** The acts of one actor. Each call writes the act into the log, then runs it; only lighting leaves no entry. */
function actsBy(by: Actor): Acts {
  const logging =
    (name: string, act: AnyAct): AnyAct =>
    (...args) => {
      const logged = args.filter((arg) => !isBrowserEvent(arg)).map(toLogged);
      useApp.setState(({ acts }) => ({ acts: withAct(acts, { name, args: logged, by }) }));
      return act(...args);
    };
  const entries = Object.entries(ACTS).map(([name, act]) => [
    name,
    UNLOGGED.includes(name) ? act : logging(name, act),
  ]);
  return Object.fromEntries(entries) as Acts;
}

export const student: Acts = actsBy("student");
export const lesson: Acts = actsBy("lesson");
export const page: Acts = actsBy("page");
