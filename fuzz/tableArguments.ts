/** Seeded arguments for every act of the page's table of acts. A new act does not compile until it stands here. */
import { BESIDES } from "../src/engine/beside";
import { MASKS } from "../src/engine/results/batchAccount";
import { OPERATIONS } from "../src/engine/results/operation";
import { type FieldName, FIELDS } from "../src/engine/setup/config";
import { PACES } from "../src/engine/setup/trainingView";
import { CHOOSING_FIELDS, CHOOSING_NAMES } from "../src/engine/show";
import type { Field } from "../src/engine/setup/field";
import type { Random } from "../src/engine/rng";
import { LESSON_IDS } from "../src/lessons/catalogue";
import type { ACTS } from "../src/state/actions/actTable";
import { PAIR_IDS } from "../src/state/slices/comparison";
import { SECTIONS } from "../src/state/slices/sections";
import * as view from "../src/state/slices/view";
import { WALK_STAGES } from "../src/state/slices/walk";
import type { Seen } from "./page/store";
import { coin, pick } from "./pick";
import { TEXTS } from "./strings";

type Arguments = (random: Random, seen: Seen) => readonly unknown[];

const none: Arguments = () => [];
const flag: Arguments = (random) => [coin(random)];
const word =
  (words: readonly unknown[]): Arguments =>
  (random) => [pick(random, words)];

/** Small enough for a step to be quick on a busy machine. */
const QUICK: Readonly<Record<string, readonly number[]>> = {
  hiddenSize: [2, 8, 16, 32],
  embeddingSize: [2, 8, 16],
  batchSize: [8, 16],
  maxSteps: [50, 200],
};

export function valueOf(random: Random, field: Field): string | number {
  if (field.kind === "choice") return pick(random, field.options);
  const steps = Math.floor((field.max - field.min) / field.step);
  return Number((field.min + random.below(steps + 1) * field.step).toFixed(6));
}

/** Each value of these goes with all others. The controls offer the other settings only where they fit. */
const FREE: readonly FieldName[] = [
  "cell",
  "tokenInput",
  "hiddenSize",
  "embeddingSize",
  "dropout",
  "batchSize",
  "learningRate",
  "clipNorm",
  "forcing",
  "schedule",
  "halfLife",
  "forcingFloor",
  "coin",
  "targetMatch",
  "maxSteps",
  "patience",
  "seed",
];

function setting(random: Random): readonly unknown[] {
  const name = pick(random, FREE);
  const quick = QUICK[name];
  return [{ [name]: quick ? pick(random, quick) : valueOf(random, FIELDS[name]) }];
}

const position = (random: Random, { columns }: Seen): number => random.below(columns + 1);
const step = (random: Random, { steps }: Seen): number => random.below(steps + 1);

export function anyEdit(random: Random, seen: Seen): unknown {
  const token = pick(random, [...seen.tokens, "<eos>", "zzz"]);
  const weights = Array.from({ length: seen.columns }, () => random.below(3) / 2);
  return pick(random, [
    { kind: "say", step: step(random, seen), token },
    { kind: "feed", step: step(random, seen), token },
    { kind: "look", step: step(random, seen), weights },
    { kind: "hide", position: position(random, seen) },
    { kind: "emptyContext", step: step(random, seen) },
    { kind: "emptyState", step: step(random, seen) },
    { kind: "swapStates", source: pick(random, TEXTS) },
    { kind: "temperature", of: "attention", value: pick(random, [0.1, 0.5, 1, 10]) },
    { kind: "padding", count: 1 + random.below(8) },
  ]);
}

function choice(random: Random): readonly unknown[] {
  const name = pick(random, CHOOSING_NAMES);
  return [{ [name]: valueOf(random, CHOOSING_FIELDS[name]) }];
}

/** Null: the act needs a file, a promise of the page or a part of a lesson, so only the controls of the page call it. */
export const ARGUMENTS: Readonly<Record<keyof typeof ACTS, Arguments | null>> = {
  configure: setting,
  resetSettings: none,
  showTrainedModel: none,
  train: none,
  pause: none,
  trainOneStep: none,
  walkUpdate: none,
  showWalkStage: word(WALK_STAGES),
  followInWalk: (random) => [pick(random, ["stage", 0, 1, 7])],
  decodeInWalk: null,
  closeWalk: none,
  resetModel: none,
  undo: none,
  redo: none,
  useBest: none,
  setPace: word(PACES),
  evaluate: none,
  stopEvaluating: none,
  compareWith: word(PAIR_IDS),
  configureB: setting,
  sameAsA: null,
  stopComparing: none,
  dismissFailure: none,
  restartWorker: null,
  draftSource: word(TEXTS),
  decodeDraft: none,
  typeSource: word(TEXTS),
  showExample: (random) => [random.below(64)],
  nextExample: none,
  setTeacherForcing: flag,
  showBeside: word(BESIDES),
  choose: choice,
  lookBack: (random) => [pick(random, ["present", { step: 0 }, { step: 50 }, { step: 999 }])],
  editDecode: (random, seen) => [anyEdit(random, seen)],
  refuseWeight: null,
  removeEdit: null,
  clearEdits: none,
  undoEdit: none,
  dismissRefusedEdits: none,
  showUntouched: flag,
  select: (random, seen) => [step(random, seen), coin(random) ? null : position(random, seen)],
  selectByHand: (random, seen) => [step(random, seen), position(random, seen)],
  setPlaying: flag,
  setSpeed: word([0.5, 1.5, 4]),
  keepLanguage: null,
  setLanguage: word(["en", "ko"]),
  setTheme: word(["light", "dark"]),
  setPausesHidden: flag,
  setMode: word(view.MODES),
  openNote: null,
  openRail: word(view.RAIL_TABS),
  takeAway: flag,
  openPanel: word(["rail", "inspect", "train", "none"]),
  showCentre: word(view.CENTRES),
  showOperation: word(OPERATIONS),
  showLayer: word([null, 0, 1]),
  showHead: word([null, 0, 1]),
  showSelfMap: word([null, ...view.SELF_MAPS]),
  divideScores: word([true, false]),
  inspect: (random, seen) => [
    pick(random, [
      null,
      { kind: "encoder", column: random.below(seen.columns), layer: 0 },
      { kind: "context", step: random.below(seen.steps) },
      { kind: "state", step: random.below(seen.steps), layer: 0 },
      { kind: "input", step: random.below(seen.steps) },
    ]),
  ],
  inspectLane: word(["a", "b"]),
  showMaps: word(view.MAPS_SHOWN),
  derive: null,
  readParameters: word(["a"]),
  showInspector: word(view.INSPECTORS),
  light: word([null, "encode", ...OPERATIONS]),
  lightOperands: null,
  draw: word(view.DRAWN),
  chooseLoss: word(view.LOSSES),
  openSection: (random) => [pick(random, SECTIONS), coin(random)],
  orderExamples: word([
    null,
    { key: "loss", descending: true },
    { key: "length", descending: false },
  ]),
  listWrongOnly: flag,
  showCurves: word(view.CURVES),
  readMaps: word(["a"]),
  playReplay: flag,
  replayOn: none,
  measureExposure: none,
  injectAt: word([1, 2, 3, 20]),
  showExposureAt: word([null, 0, 50]),
  readBatch: none,
  switchMask: (random) => [pick(random, MASKS), coin(random)],
  showBatchPart: word(view.BATCH_PARTS),
  showWholeBatch: flag,
  saveModel: none,
  openModel: null,
  forgetDownload: none,
  dismissOutcome: none,
  openPairs: flag,
  inspectPairs: null,
  cancelPairs: none,
  dropPairs: null,
  takeDropped: null,
  exportPairs: none,
  forgetExport: none,
  timePairs: null,
  timeLengths: null,
  stopTimingLengths: null,
  startOnPairs: flag,
  listKeptPairs: none,
  recallPairs: null,
  renameKeptPairs: null,
  forgetKeptPairs: null,
  forgetAllKeptPairs: null,
  chooseBackend: word(["wasm", "cpu"]),
  measureBackends: null,
  switchNow: none,
  openLesson: word(LESSON_IDS),
  loadLesson: word(LESSON_IDS),
  resumeLesson: null,
  present: flag,
  lookUp: word([null, ...view.READINGS]),
  showWhere: null,
  listLessons: none,
  showScene: null,
  changeScene: null,
  predict: null,
  showAnswer: none,
  reveal: null,
  stopActing: none,
  trainFor: word([5, 20]),
  openWhy: flag,
  finishStep: none,
  nextStep: none,
  skipStep: none,
  previousStep: none,
  forgetProgress: none,
  playOpening: none,
  skipOpening: none,
  openAlone: word([null, "classifier", "generator"]),
  openAloneKind: word(["classifier", "generator"]),
  enterAlone: null,
  retryAlone: null,
  openAloneScene: null,
  changeAlone: null,
  trainAlone: null,
  pauseAlone: null,
  updateAlone: null,
  resetAlone: null,
  saveAlone: null,
  openAloneFile: null,
  forgetAloneFile: null,
  takeOwnNames: null,
};
