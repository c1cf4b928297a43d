/** All that can be done on the page, by name. The store keeps a log of who did what. */
import { type Actor, withAct } from "../slices/actLog";
import { useApp } from "../store";
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
  lookBack,
  nextExample,
  setTeacherForcing,
  showExample,
  typeSource,
} from "./showing";
import { restartWorker } from "./startup";
import { chooseBackend, measureBackends, moveNow } from "./switchBackend";
import {
  dismissFailure,
  evaluate,
  pause,
  resetModel,
  stopEvaluating,
  train,
  trainOneStep,
  undo,
} from "./training";
import {
  inspect,
  listWrongOnly,
  openSection,
  orderExamples,
  readCurvesAt,
  select,
  selectByHand,
  setLanguage,
  setMode,
  setPausesHidden,
  setPlaying,
  setSpeed,
  setTheme,
  showLayer,
  showOperation,
} from "./viewing";

const ACTS = {
  configure,
  resetSettings,
  showTrainedModel,
  train,
  pause,
  trainOneStep,
  resetModel,
  undo,
  evaluate,
  stopEvaluating,
  dismissFailure,
  restartWorker,
  typeSource,
  showExample,
  nextExample,
  setTeacherForcing,
  choose,
  lookBack,
  select,
  selectByHand,
  setPlaying,
  setSpeed,
  setLanguage,
  setTheme,
  setPausesHidden,
  setMode,
  showOperation,
  showLayer,
  inspect,
  openSection,
  readCurvesAt,
  orderExamples,
  listWrongOnly,
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
  moveNow,
};

type Acts = typeof ACTS;
type AnyAct = (...args: never[]) => unknown;

/** What a button hands to its listener says nothing of the act. */
function isBrowserEvent(arg: unknown): boolean {
  return typeof arg === "object" && arg !== null && "nativeEvent" in arg;
}

const LONGEST_TEXT = 200; // characters

/** An argument as the log keeps it: of a file its name and size, of a long text its beginning. */
function brief(arg: unknown): unknown {
  if (arg instanceof Blob) return { file: arg instanceof File ? arg.name : "", bytes: arg.size };
  return typeof arg === "string" ? arg.slice(0, LONGEST_TEXT) : arg;
}

/** The acts as done by one actor: each is noted in the log, then done. */
function actsBy(by: Actor): Acts {
  const noted =
    (name: string, act: AnyAct): AnyAct =>
    (...args) => {
      const said = args.filter((arg) => !isBrowserEvent(arg)).map(brief);
      useApp.setState(({ acts }) => ({ acts: withAct(acts, { name, args: said, by }) }));
      return act(...args);
    };
  const entries = Object.entries(ACTS).map(([name, act]) => [name, noted(name, act)]);
  return Object.fromEntries(entries) as Acts;
}

export const student: Acts = actsBy("student");
export const page: Acts = actsBy("page");
