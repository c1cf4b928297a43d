/** A comparison: the named pairs of settings, how the settings of lane B differ from those of A, and what each lane decodes. */
import { bakedName } from "../../engine/files/baked";
import {
  type Config,
  FIELD_NAMES,
  type FieldName,
  FIELDS,
  needsFreshModel,
} from "../../engine/setup/config";
import { obstacleTo, settle } from "../../engine/setup/conflicts";
import { parameterCount } from "../../engine/setup/learnedParameters";
import { type ModelShape, modelShape } from "../../engine/setup/modelShape";
import { withNetwork } from "../../engine/setup/usualRate";
import type { Show, WeightsOf } from "../../engine/show";
import { settleDifficulty } from "../../engine/tasks/difficulty";
import type { LaneId } from "../../workers/protocol";
import type { Lane } from "./lane";
import { type RunState, snapshotUpTo } from "./run";
import { isPlayheadOfB, type ViewState } from "./view";

/** The named pairs, in the order of the rail. */
export const PAIR_IDS = [
  "withWithout",
  "equalParameters",
  "timings",
  "scores",
  "feeding",
  "cells",
  "sourceOrder",
  "directions",
  "networks",
  "earlier",
  "shipped",
] as const;

export type PairId = (typeof PAIR_IDS)[number];

/** The pair of a comparison that names none. */
export const FIRST_PAIR: PairId = "withWithout";

/** The settings of both lanes. */
export interface PairSettings {
  readonly a: Config;
  readonly b: Config;
}

/** The sizes of both vocabularies, special tokens included. */
export type VocabularySizes = Pick<ModelShape, "sourceTokens" | "targetTokens">;

/** The parts of the page's state that decide what a lane decodes. */
interface Compared {
  readonly lanes: { readonly a: Lane; readonly b?: Lane };
  readonly view: ViewState;
}

// --- pairs ----------------------------------------------------------------------------------------

type Pair = (config: Config, sizes: VocabularySizes | null) => PairSettings;

/** Lane A with some settings, and lane B with some others. */
function differ(config: Config, a: Partial<Config>, b: Partial<Config>): PairSettings {
  const ofA = changed(config, a);
  return { a: ofA, b: changed(ofA, b) };
}

/** Another kind of network brings its learning rate. */
const changed = (config: Config, change: Partial<Config>): Config => ({
  ...withNetwork(config, change.network ?? config.network),
  ...change,
});

/** The pair is about recurrent networks. */
const RECURRENT = { network: "recurrent" } as const;

/** A's own attention, else the additive one, in a recurrent network. */
const attentive = (config: Config): Pick<Config, "network" | "attention"> => ({
  ...RECURRENT,
  attention: config.attention === "none" ? "additive" : config.attention,
});

const same: Pair = (config) => ({ a: config, b: config });

const PAIRS: Readonly<Record<PairId, Pair>> = {
  withWithout: (config) => differ(config, attentive(config), { attention: "none" }),
  equalParameters: (config, sizes) => {
    const { a, b } = differ(config, attentive(config), { attention: "none" });
    return { a, b: sizes ? { ...b, hiddenSize: equalSize(a, b, sizes) } : b };
  },
  timings: (config) =>
    differ(config, { ...attentive(config), timing: "bahdanau" }, { timing: "luong" }),
  // The dot product needs query and key of the same size.
  scores: (config) =>
    differ(
      config,
      { ...RECURRENT, attention: "additive", direction: "unidirectional" },
      { attention: "dot" },
    ),
  feeding: (config) => differ(config, { forcing: 1, schedule: "constant" }, { forcing: 0 }),
  cells: (config) => differ(config, { ...RECURRENT, cell: "gru" }, { cell: "rnn" }),
  sourceOrder: (config) => differ(config, { sourceOrder: "forward" }, { sourceOrder: "reversed" }),
  directions: (config) => {
    const isPossible =
      obstacleTo({ ...config, ...RECURRENT }, "direction", "bidirectional") === null;
    const score = isPossible ? {} : { attention: "general" as const };
    return differ(
      config,
      { ...RECURRENT, ...score, direction: "unidirectional" },
      { direction: "bidirectional" },
    );
  },
  networks: (config) => differ(config, attentive(config), { network: "transformer" }),
  earlier: same,
  shipped: same,
};

/**
 * The settings of both lanes in a pair. The settings of A are those of the page, with the least change that the pair
 * needs.
 * @param sizes the vocabularies of A's run; null: not known yet, and then B keeps A's hidden size
 */
export function pairSettings(
  id: PairId,
  config: Config,
  sizes: VocabularySizes | null = null,
): PairSettings {
  return PAIRS[id](config, sizes);
}

function countOf(config: Config, { sourceTokens, targetTokens }: VocabularySizes): number {
  return parameterCount(modelShape(config, sourceTokens, targetTokens));
}

/** The hidden size with which B has the number of parameters nearest to that of A. */
function equalSize(a: Config, b: Config, sizes: VocabularySizes): number {
  const { min, max, step } = FIELDS.hiddenSize;
  const wanted = countOf(a, sizes);
  const distance = (hiddenSize: number): number =>
    Math.abs(countOf({ ...b, hiddenSize }, sizes) - wanted);
  const offered = Array.from({ length: (max - min) / step + 1 }, (_, i) => min + i * step);
  return offered.reduce((best, size) => (distance(size) < distance(best) ? size : best));
}

/** Whether lane B of the pair is a finished model: the shipped one, or the run of A after an earlier update. */
export function hasFixedB(pair: PairId | null): boolean {
  return pair === "earlier" || pair === "shipped";
}

/** Why a pair cannot be compared now. */
export type PairProblem =
  | "noSnapshots" // the run has no weights of earlier updates
  | "noShipped" // the page ships no model of A's settings
  | "isShipped" // A is the shipped model itself
  | "tooLarge"; // both models together are too large

/** What decides which pairs lane A can be compared in. */
export interface PairFacts {
  readonly config: Config;
  readonly info: RunState["info"];
  /** Whether the run has weights of an earlier update. */
  readonly hasEarlier: boolean;
}

export const pairFacts = ({ config, run }: Lane): PairFacts => ({
  config,
  info: run.info,
  hasEarlier: run.snapshots.length > 1,
});

/** Why lane A cannot be compared in this pair; null: it can. */
export function pairProblem(
  id: PairId,
  { config, info, hasEarlier }: PairFacts,
): PairProblem | null {
  const { a, b } = pairSettings(id, config, info);
  if (areTooLarge(a, b, info)) return "tooLarge";
  if (id === "earlier") return hasEarlier ? null : "noSnapshots";
  if (id !== "shipped") return null;
  if (bakedName(config) === null) return "noShipped";
  return info?.weights === "baked" && !needsFreshModel(info.config, config) ? "isShipped" : null;
}

/** Parameters of two models that fit the memory of a tab with their moments, snapshots and earlier runs. */
const MOST_PARAMETERS = 16_000_000;

/** Whether two models would need more memory than a tab has. Unknown vocabularies count as small. */
export function areTooLarge(a: Config, b: Config, sizes: VocabularySizes | null): boolean {
  return sizes !== null && countOf(a, sizes) + countOf(b, sizes) > MOST_PARAMETERS;
}

// --- settings of B --------------------------------------------------------------------------------

/** The settings in which B differs from A. */
export function differingFields(a: Config, b: Config): FieldName[] {
  return FIELD_NAMES.filter((name) => a[name] !== b[name]);
}

/** B's settings after a change of its own. Both lanes have one task. */
export function withChange(b: Config, change: Partial<Config>): Config {
  return settleDifficulty(settle({ ...changed(b, change), task: b.task }));
}

/** The settings of B after a change of A's: B keeps its differences. In another task it takes A's difficulty. */
export function followedSettings(before: Config, a: Config, b: Config): Config {
  const kept = differingFields(before, b).filter(
    (name) => a.task === before.task || !DIFFICULTY.includes(name),
  );
  const differences = Object.fromEntries(kept.map((name) => [name, b[name]]));
  return withChange({ ...a, ...differences }, {});
}

const DIFFICULTY: readonly FieldName[] = ["task", "shortest", "longest", "symbols"];

// --- what a lane decodes --------------------------------------------------------------------------

/**
 * What a lane decodes: one Show for both, each with its own weights at the playhead. In the pair "earlier", B has the
 * weights of A's run at the playhead.
 */
export function showOf({ lanes, view }: Compared, lane: LaneId): Show {
  const { b } = lanes;
  if (lane === "a" || !b) return view.show;
  const { sourceProblem, trace } = lanes.a.run;
  const { example, edits } = sourceProblem && trace ? trace.show : view.show; // A could not read the source
  const { snapshots } = isPlayheadOfB(view) ? lanes.a.run : b.run;
  return { ...view.show, example, edits, weightsOf: weightsAt(snapshots, view.playhead) };
}

function weightsAt(snapshots: readonly number[], playhead: number | null): WeightsOf {
  const step = playhead === null ? null : snapshotUpTo(snapshots, playhead);
  return step === null ? "present" : { step };
}
