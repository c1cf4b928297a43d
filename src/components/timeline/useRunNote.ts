/** What model this is, or why training has stopped: in a few words and in full. */
import type { TFunction } from "i18next";
import { useTranslation } from "../../i18n/useTranslation";
import { stopsOf } from "../../engine/setup/stops";
import { hasReplacedShipped, matchAtBegin, type RunState } from "../../state/slices/run";
import { useFormat } from "../primitives/useFormat";
import { useBakedDifferences } from "../setup/useBakedDifferences";
import { useLane, useRun } from "../useLane";

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
  | "resumed"
  | "paused"
  | "away"
  | "oneUpdate"
  | "oneUpdateNew"
  | "target"
  | "cap"
  | "diverged";

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
  return write(t, detailed(kind, stops.match === null, differences !== null), {
    step: format.number(step),
    match: format.percent(match),
    differences: differences ?? "",
    target: format.percent(stops.target, 0),
    cap: format.number(stops.step),
  });
}

interface NoteValues {
  readonly step: string;
  readonly match: string;
  readonly differences: string;
  readonly target: string;
  readonly cap: string;
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
  const trains = kind === "training" || kind === "trainingNew" || kind === "resumed";
  return trains && isAboveTarget ? "trainingOn" : kind;
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
  if (run.hiddenTab === "resumed") return "resumed";
  return hasReplacedShipped(run) ? "trainingNew" : "training";
}

function kindOfStop(reason: NonNullable<RunState["stopReason"]>, run: RunState): NoteKind {
  if (reason === "oneStep") return hasReplacedShipped(run) ? "oneUpdateNew" : "oneUpdate";
  return reason === "paused" && run.hiddenTab === "paused" ? "away" : reason;
}
