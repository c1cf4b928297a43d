/** The view: plain data about what the student looks at, and the rules that keep it in range. */
import type { Mask } from "../../engine/results/batchAccount";
import type { Lit, Op } from "../../engine/results/operation";
import type { Subject } from "../../engine/results/subject";
import type { DecoderStep, Trace } from "../../engine/results/trace";
import { INITIAL_TRAINING_VIEW, type TrainingView } from "../../engine/setup/trainingView";
import { INITIAL_SHOW, type Show } from "../../engine/show";
import { DEFAULT_LANGUAGE, type Language } from "../../languages";
import type { LessonPlace } from "../../lessons/catalogue";
import type { LaneId } from "../../workers/protocol";
import { type ClassroomView, INITIAL_CLASSROOM } from "./classroom";
import type { PairId } from "./comparison";
import type { SectionId } from "./sections";
import type { WalkView } from "./walk";

export type Theme = "light" | "dark";

export function isTheme(text: string | null): text is Theme {
  return text === "light" || text === "dark";
}

/** The page's modes: a mode decides what stands in the rail, and how many stages there are. */
export const MODES = ["learn", "lab", "compare"] as const;

export type Mode = (typeof MODES)[number];

/** The tabs of the inspector. */
export const INSPECTORS = ["equation", "pytorch", "numbers"] as const;

export type InspectorTab = (typeof INSPECTORS)[number];

/** The lab's tabs in the rail. */
export const RAIL_TABS = ["model", "data", "training"] as const;

export type RailTab = (typeof RAIL_TABS)[number];

/** What stands in the centre: the network, the full evaluation, the next batch, or the tree of a beam search. */
export const CENTRES = ["network", "results", "batch", "beam"] as const;

export type Centre = (typeof CENTRES)[number];

/** What the student looks up in place of the network. */
export const READINGS = ["glossary", "sources", "teacher"] as const;

export type Reading = (typeof READINGS)[number];

/** What stands under the stage of a narrow page; "inspect" also opens the drawer of a middle-sized one. */
export type Panel = "rail" | "inspect" | "train" | "none";

export const DRAWN = ["values", "gradients"] as const;

export type Drawn = (typeof DRAWN)[number];

/** Two attention maps: both of them, or A's weights minus B's. */
export const MAPS_SHOWN = ["both", "difference"] as const;

export type MapsShown = (typeof MAPS_SHOWN)[number];

/** The sides of a Transformer that look within themselves, as its trace names them. */
export const SELF_MAPS = ["encoder", "self"] as const;

export type SelfMap = (typeof SELF_MAPS)[number];

export const LOSSES = ["token", "all"] as const;

export type LossChoice = (typeof LOSSES)[number];

/** What the view of the batch shows beside the sources: what training feeds and wants, or the model's own answers. */
export const BATCH_PARTS = ["training", "answers"] as const;

/** The rows of a batch that the page shows at first. */
export const FIRST_ROWS = 8;

export type BatchPart = (typeof BATCH_PARTS)[number];

/** What the timeline draws beside the losses: exact match and P(feed truth), or the attention of the held-out examples. */
export const CURVES = ["answers", "attention"] as const;

export type Curves = (typeof CURVES)[number];

/** The columns that sort the table of examples. */
export type SortKey = "result" | "length" | "loss";

export interface Order {
  readonly key: SortKey;
  readonly descending: boolean;
}

export interface ViewState extends ClassroomView {
  readonly mode: Mode;
  /** The named pair of the comparison; null: there is no comparison, or the student has changed B's settings. */
  readonly pair: PairId | null;
  /** The open step of a lesson, in every mode; null: the list of lessons. */
  readonly lesson: LessonPlace | null;
  readonly railTab: RailTab;
  readonly centre: Centre;
  /** Stands in the centre instead; null: the student looks nothing up. */
  readonly reading: Reading | null;
  readonly panel: Panel;
  /** The selected decoder step, 0-based. */
  readonly step: number;
  /** The last step of the answer so far, 0-based. The figure draws later steps faint. */
  readonly reached: number;
  /** The selected source column; null: the largest weight of the step. */
  readonly column: number | null;
  readonly playing: boolean;
  readonly stepsPerSecond: number;
  /** The operation whose equation the step shows. A model without it shows its cell. */
  readonly operation: Op;
  /** The layer that the tiles show, 0-based; null: the top one. */
  readonly layer: number | null;
  /** The head of a Transformer that the map shows, 0-based; null: the mean over all heads. */
  readonly head: number | null;
  /** The map of self-attention that stands large in place of the picture; null: the picture does. */
  readonly selfMap: SelfMap | null;
  /** Whether the inspector divides the scores of a Transformer, as the model does. */
  readonly dividesScores: boolean;
  /** The operation that pointer or focus is on, lit wherever it stands on the page; null: none. */
  readonly lit: Lit | null;
  readonly inspector: InspectorTab;
  /** The tile whose numbers the inspector shows; null: it shows the scores and weights of the step. */
  readonly inspected: Subject | null;
  /** The number whose derivation the inspector shows, as `engine/derivation/placeText.ts` names it; null: none. */
  readonly derivation: string | null;
  /** The note beside the PyTorch code that the page opens, by its id. A new object opens it again. */
  readonly note: { readonly id: string } | null;
  /** The tiles whose numbers enter that derivation, as `writeSubject` names them. */
  readonly operands: readonly string[];
  /** The open sections, in the order of `SECTIONS`. */
  readonly open: readonly SectionId[];
  /**
   * The update at which the playhead of the timeline stands; null: the present. The stage shows the newest snapshot up
   * to it (`show.weightsOf`).
   */
  readonly playhead: number | null;
  /** The walk through one update; null: the student has closed it, or walked none. */
  readonly walk: WalkView | null;
  /** The order of the table of examples; null: their own order. */
  readonly exampleOrder: Order | null;
  /** Whether the table lists only wrong answers. */
  readonly wrongOnly: boolean;
  readonly curves: Curves;
  /** Whether the playhead walks along the kept updates by itself. */
  readonly replaying: boolean;
  /** The update whose accuracy by position the results show; null: the measured weights. */
  readonly exposureAt: number | null;
  /** Where the results put a wrong token into the answers; 1 is the first token. */
  readonly injectedAt: number;
  readonly batchPart: BatchPart;
  /** Whether the view of the batch shows all rows. */
  readonly wholeBatch: boolean;
  /** The masks that are off in the view of the batch, in the order of `MASKS`. */
  readonly masksOff: readonly Mask[];
  /** Whether the stage shows the decode without the student's edits, while a key or a button is held. */
  readonly showsUntouched: boolean;
  /** The decode for the stage. Training does not depend on it. */
  readonly show: Show;
  /** What the stage draws: the values of a decode, or the gradients of its loss. */
  readonly drawn: Drawn;
  /** The loss of the gradients: of the selected token, or the mean over all tokens. */
  readonly lossOf: LossChoice;
  /** Of two lanes side by side, the one that the inspector shows. */
  readonly inspectedLane: LaneId;
  readonly maps: MapsShown;
  /** The speed of training and the rows on the stage during it. */
  readonly training: TrainingView;
  /** Whether training pauses while the tab is hidden. */
  readonly pausesHidden: boolean;
  /** Whether the dialog is open in which figures, tables and the link leave the page. */
  readonly takesAway: boolean;
  /** Whether the page is part of another one: the stage with its player, and nothing else. */
  readonly embedded: boolean;
  readonly language: Language;
  readonly theme: Theme;
}

/** The last step, however many the trace has. */
export const LAST_STEP = Number.MAX_SAFE_INTEGER;

export const SPEEDS = { min: 0.5, max: 4, step: 0.5, initial: 1.5 } as const; // decoder steps a second

export const INITIAL_VIEW: ViewState = {
  mode: "lab",
  pair: null,
  lesson: null,
  railTab: "model",
  centre: "network",
  reading: null,
  panel: "rail",
  step: LAST_STEP,
  reached: LAST_STEP,
  column: null,
  playing: false,
  stepsPerSecond: SPEEDS.initial,
  operation: "score",
  layer: null,
  head: null,
  selfMap: null,
  dividesScores: true,
  lit: null,
  inspector: "equation",
  inspected: null,
  derivation: null,
  note: null,
  operands: [],
  open: [],
  playhead: null,
  walk: null,
  exampleOrder: null,
  wrongOnly: false,
  curves: "answers",
  replaying: false,
  exposureAt: null,
  injectedAt: 2,
  batchPart: "training",
  wholeBatch: false,
  masksOff: [],
  showsUntouched: false,
  show: INITIAL_SHOW,
  drawn: "values",
  lossOf: "token",
  inspectedLane: "a",
  maps: "both",
  training: INITIAL_TRAINING_VIEW,
  pausesHidden: false,
  takesAway: false,
  embedded: false,
  language: DEFAULT_LANGUAGE,
  theme: "light",
  ...INITIAL_CLASSROOM,
};

/** Whether the playhead of the timeline belongs to lane B: A's run stands beside itself after an earlier update. */
export function isPlayheadOfB({ mode, pair }: Pick<ViewState, "mode" | "pair">): boolean {
  return mode === "compare" && pair === "earlier";
}

/** The nearest step that the trace has. */
export function clampStep(trace: Trace | null, step: number): number {
  const last = (trace?.steps.length ?? 1) - 1;
  return Math.max(0, Math.min(last, step));
}

/** The column to show: the selected one, else the argmax of the step's weights; null without attention. */
export function shownColumn(step: DecoderStep | undefined, column: number | null): number | null {
  const weights = step?.attention?.weights;
  if (!weights) return null;
  if (column !== null && column < weights.length) return column;
  return weights.reduce((best, weight, i) => (weight > (weights[best] ?? 0) ? i : best), 0);
}
