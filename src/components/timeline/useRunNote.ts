/** What model this is, or why training has stopped: in a few words and in full. */
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { RunState } from "../../state/slices/run";
import { type Format, useFormat } from "../primitives/useFormat";
import { useBakedDifferences } from "../setup/useBakedDifferences";
import { useLane, useThrottledRun } from "../useLane";

type NoteKind =
  | "failed"
  | "starting"
  | "baked"
  | "bakedOther"
  | "opened"
  | "kept"
  | "best"
  | "fresh"
  | "training"
  | "resumed"
  | "paused"
  | "away"
  | "oneUpdate"
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
  const kind = useThrottledRun(kindOf);
  const step = useThrottledRun((run) => (run.status === "training" ? 0 : run.step));
  const match = useThrottledRun((run) => run.evaluations.at(-1)?.exactMatch ?? 1);
  const target = useLane((lane) => lane.config.targetMatch);
  const cap = useLane((lane) => lane.config.maxSteps);
  const differences = useBakedDifferences();
  return write(t, kind === "baked" && differences !== null ? "bakedOther" : kind, {
    step: format.number(step),
    match: format.percent(match),
    differences: differences ?? "",
    ...limits(format, target, cap),
  });
}

interface NoteValues {
  readonly step: string;
  readonly match: string;
  readonly differences: string;
  readonly target: string;
  readonly cap: string;
}

function limits(format: Format, target: number, cap: number): { target: string; cap: string } {
  return { target: format.percent(target, 0), cap: format.number(cap) };
}

function write(t: TFunction<"training">, kind: NoteKind, values: NoteValues): RunNote {
  return { short: t(`brief.${kind}`, { ...values }), full: t(`note.${kind}`, { ...values }) };
}

function kindOf(run: RunState): NoteKind {
  if (run.status === "failed") return "failed";
  if (run.status === "training") return run.hiddenTab === "resumed" ? "resumed" : "training";
  if (run.status === "starting" || run.info === null) return "starting";
  if (run.stopReason !== null) return kindOfStop(run.stopReason, run);
  if (run.info.weights !== "fresh") return run.info.weights;
  return run.step === 0 ? "fresh" : "paused";
}

function kindOfStop(
  reason: NonNullable<RunState["stopReason"]>,
  { hiddenTab }: RunState,
): NoteKind {
  if (reason === "oneStep") return "oneUpdate";
  return reason === "paused" && hiddenTab === "paused" ? "away" : reason;
}
