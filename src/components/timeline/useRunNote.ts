/** What model this is, or why training has stopped: in a few words and in full. */
import type { TFunction } from "i18next";
import { useTranslation } from "../../i18n/useTranslation";
import { stopsOf } from "../../engine/setup/stops";
import { bestBeforeFall } from "../../state/slices/bestOffer";
import { hasReplacedShipped, matchAtBegin, type RunState } from "../../state/slices/run";
import { useDuration } from "../primitives/useDuration";
import { useFormat } from "../primitives/useFormat";
import { useBakedDifferences } from "../setup/useBakedDifferences";
import { useLane, useRun } from "../useLane";
import { useTimeLeft } from "./useTimeLeft";

type NoteKind =
  | "failed"
  | "starting"
  | "baked"
  | "bakedOther"
  | "opened"
  | "kept"
  | "copy"
  | "best"
  | "fresh"
  | "training"
  | "trainingNew"
  | "trainingOn"
  | "trainingPairs"
  | "trainingPairsTimed"
  | "resumed"
  | "paused"
  | "away"
  | "oneUpdate"
  | "oneUpdateNew"
  | "target"
  | "cap"
  | "overfitted"
  | "fallen"
  | "diverged";

const TRAINS: ReadonlySet<NoteKind> = new Set([
  "training",
  "trainingNew",
  "trainingOn",
  "resumed",
] as const);

export interface RunNote {
  readonly short: string;
  readonly full: string;
}

export function useRunNote(): RunNote {
  const { t } = useTranslation("training");
  const format = useFormat();
  const kind = useRun(kindOf);
  const step = useRun((run) => (run.status === "training" ? 0 : run.step));
  const match = useRun((run) => run.evaluations.at(-1)?.exactMatch ?? 1);
  const stops = useStops();
  const differences = useBakedDifferences();
  const best = useRun((run) => run.best);
  const { patience, isOwn } = usePatience();
  const duration = useDuration();
  const left = useTimeLeft(isOwn && TRAINS.has(kind), stops.step);
  const shown = detailed(kind, stops.match === null, differences !== null);
  return write(t, isOwn ? ofOwnPairs(shown, left !== null) : shown, {
    step: format.number(step),
    match: format.percent(match),
    differences: differences ?? "",
    target: format.percent(stops.target, 0),
    cap: format.number(stops.step),
    patience: format.number(patience),
    lowest: format.number(best?.step ?? 0),
    top: format.percent(best?.exactMatch ?? 0, 0),
    time: left === null ? "" : duration(left),
  });
}

/** The updates that a model of own pairs may train without a new lowest held-out loss; 0: without end. */
function usePatience(): { readonly patience: number; readonly isOwn: boolean } {
  const patience = useLane(({ config }) => config.patience);
  const isOwn = useRun(({ info }) => info?.config.task === "pairs");
  return { patience, isOwn: isOwn && patience > 0 };
}

/** Training on own pairs has one more end, and its length is estimated as soon as the speed is known. */
function ofOwnPairs(kind: NoteKind, isTimed: boolean): NoteKind {
  if (!TRAINS.has(kind)) return kind;
  return isTimed ? "trainingPairsTimed" : "trainingPairs";
}

interface NoteValues {
  readonly step: string;
  readonly match: string;
  readonly differences: string;
  readonly target: string;
  readonly cap: string;
  readonly patience: string;
  readonly lowest: string; // the update with the best evaluation
  readonly top: string; // the exact match there
  readonly time: string;
}

/** Where the training that runs stops by itself. */
function useStops(): ReturnType<typeof stopsOf> & { readonly target: number } {
  const target = useLane((lane) => lane.config.targetMatch);
  const cap = useLane((lane) => lane.config.maxSteps);
  const step = useLane(({ run }) => run.begin);
  const match = useLane(({ run }) => matchAtBegin(run));
  return { target, ...stopsOf({ targetMatch: target, maxSteps: cap }, { step, match }) };
}

function detailed(kind: NoteKind, isAboveTarget: boolean, differs: boolean): NoteKind {
  if (kind === "baked" && differs) return "bakedOther";
  return TRAINS.has(kind) && isAboveTarget ? "trainingOn" : kind;
}

function write(t: TFunction<"training">, kind: NoteKind, values: NoteValues): RunNote {
  return { short: t(`brief.${kind}`, { ...values }), full: t(`note.${kind}`, { ...values }) };
}

function kindOf(run: RunState): NoteKind {
  if (run.status === "failed") return "failed";
  if (run.status === "training") return kindOfTraining(run);
  if (run.status === "starting" || run.info === null) return "starting";
  if (run.stopReason !== null) return kindOfStop(run.stopReason, run);
  if (run.info.weights !== "fresh") return run.info.weights;
  return run.step === 0 ? "fresh" : "paused";
}

function kindOfTraining(run: RunState): NoteKind {
  if (bestBeforeFall(run)) return "fallen";
  if (run.hiddenTab === "resumed") return "resumed";
  return hasReplacedShipped(run) ? "trainingNew" : "training";
}

function kindOfStop(reason: NonNullable<RunState["stopReason"]>, run: RunState): NoteKind {
  if (reason === "oneStep") return hasReplacedShipped(run) ? "oneUpdateNew" : "oneUpdate";
  return reason === "paused" && run.hiddenTab === "paused" ? "away" : reason;
}
