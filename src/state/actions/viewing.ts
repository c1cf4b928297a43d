/** Acts that change the view: the selected pair (t, s), playback, and the page's appearance. */
import { remember } from "../ports/preferences";
import type { Lit, Op } from "../../engine/results/operation";
import type { Subject } from "../../engine/results/subject";
import type { Language } from "../../languages";
import { type SectionId, withSection } from "../slices/sections";
import {
  type Centre,
  clampStep,
  type Drawn,
  type InspectorTab,
  type LossChoice,
  type MapsShown,
  type Mode,
  type Order,
  type Panel,
  type RailTab,
  type SelfMap,
  type Theme,
} from "../slices/view";
import { longestTrace, setView, useApp } from "../store";
import type { LaneId } from "../../workers/protocol";
import { openComparison } from "./comparing";
import { ALONE_ACTS } from "./alone";
import { sayMissing } from "./lateScript";

/** Goes to a decoder step: the answer so far ends there. A null column is that of the largest weight. */
export function select(step: number, column: number | null = null): void {
  const to = clampStep(longestTrace(useApp.getState()), step);
  setView({ step: to, reached: to, column, inspected: inspectedIn(to) });
}

/** The inspected vector of this step: the inspector follows the selection from step to step. */
function inspectedIn(step: number): Subject | null {
  const { inspected } = useApp.getState().view;
  return inspected && "step" in inspected ? { ...inspected, step } : inspected;
}

/** Draws values or gradients on the stage. */
export const draw = (drawn: Drawn): void => setView({ drawn });

/** Chooses the loss of the gradients. */
export const chooseLoss = (lossOf: LossChoice): void => setView({ lossOf });

/** Selects a pair and ends playback. The answer so far never gets shorter. */
export function selectByHand(step: number, column: number | null): void {
  const to = clampStep(longestTrace(useApp.getState()), step);
  const reached = Math.max(useApp.getState().view.reached, to);
  setView({ step: to, reached, column, inspected: inspectedIn(to), playing: false });
}

export const setPlaying = (playing: boolean): void => setView({ playing });
export const setSpeed = (stepsPerSecond: number): void => setView({ stepsPerSecond });

/** Changes what stands in the rail. A narrow page brings the rail under the stage. */
export function setMode(mode: Mode): void {
  const before = useApp.getState().view.mode;
  setView({ mode, panel: "rail" });
  ALONE_ACTS.openAlone(null);
  if (mode === "compare") void openComparison(before);
}

/** Opens a tab of the lab, from any mode. */
export const openRail = (railTab: RailTab): void =>
  setView({ mode: "lab", railTab, panel: "rail" });

export const showCentre = (centre: Centre): void => setView({ centre });

/** Opens and closes the dialog in which figures, tables and the link leave the page. */
export const takeAway = (takesAway: boolean): void => setView({ takesAway });

export const openPanel = (panel: Panel): void => setView({ panel });

export const showOperation = (operation: Op): void => setView({ operation });

/** Shows a layer in the tiles, 0-based; null: the top layer of any model. */
export const showLayer = (layer: number | null): void => setView({ layer });

/** Shows a head of a Transformer in the map, 0-based; null: the mean over all heads. */
export const showHead = (head: number | null): void => setView({ head });

/** Shows a map of self-attention large in place of the picture; null: the picture. */
export const showSelfMap = (selfMap: SelfMap | null): void => setView({ selfMap });

/** Divides the scores of a Transformer in the inspector, as the model does, or leaves them. */
export const divideScores = (dividesScores: boolean): void => setView({ dividesScores });

/** Shows the numbers of a tile in the inspector; null: those of the selected step. */
export function inspect(inspected: Subject | null): void {
  setView({ inspected, derivation: null, ...(inspected && { inspector: "numbers" }) });
}

/** Shows in the inspector how a number is computed; null: the numbers that it stands among. */
export function derive(derivation: string | null): void {
  setView({ derivation, ...(derivation && { inspector: "numbers" }) });
}

/** Of two lanes side by side, the inspector follows the one that the student used last. */
export const inspectLane = (lane: LaneId): void => setView({ inspectedLane: lane });

/** Shows two attention maps side by side, or their difference. */
export const showMaps = (maps: MapsShown): void => setView({ maps });

/** Opens a note beside the PyTorch code, by its id. */
export const openNote = (id: string): void => setView({ note: { id } });

export const showInspector = (inspector: InspectorTab): void => setView({ inspector });

/** Lights an operation everywhere on the page; null: none. */
export const light = (lit: Lit | null): void => setView({ lit });

/** Lights the tiles whose numbers enter the derivation on show. */
export const lightOperands = (operands: readonly string[]): void => setView({ operands });

export function openSection(section: SectionId, isOpen: boolean): void {
  setView({ open: withSection(useApp.getState().view.open, section, isOpen) });
}

export const orderExamples = (exampleOrder: Order | null): void => setView({ exampleOrder });
export const listWrongOnly = (wrongOnly: boolean): void => setView({ wrongOnly });

export function setLanguage(language: Language): void {
  remember("language", language);
  setView({ language });
}

/** The texts of a language do not load: the page goes back to the language it shows, and says so. */
export function keepLanguage(shown: Language, reason: string): void {
  setLanguage(shown);
  sayMissing(reason);
}

export function setTheme(theme: Theme): void {
  remember("theme", theme);
  setView({ theme });
}

/** Whether training pauses while the tab is hidden. */
export function setPausesHidden(pausesHidden: boolean): void {
  remember("pausesHidden", String(pausesHidden));
  setView({ pausesHidden });
}
