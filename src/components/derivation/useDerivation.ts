/** The number that the view names, derived from the weights of the trace on the stage; or why it cannot be yet. */
import { useContext, useEffect, useMemo, useRef } from "react";
import { derive, hasDerivation } from "../../engine/derivation/derive";
import { parameterReader } from "../../engine/derivation/operands";
import { readPlace } from "../../engine/derivation/placeText";
import type { Place, Quantity } from "../../engine/derivation/quantity";
import type { Trace } from "../../engine/results/trace";
import { pastStep } from "../../engine/show";
import { page } from "../../state/actions/acts";
import { isAsked, ofLane } from "../../state/slices/requests";
import { weightsAfter } from "../../state/slices/knownWeights";
import type { RunState } from "../../state/slices/run";
import { useApp } from "../../state/store";
import { operandsOf } from "../../vis/facts/derivation";
import type { Shown } from "../unrolled/shown";
import { LaneContext, useLane } from "../useLane";

/** Why there is no derivation. "none": the step has no such number. */
type Reason = "none" | "waiting" | "computing" | "training" | "failed";

export type Derivation =
  | { readonly kind: "derived"; readonly place: Place; readonly quantity: Quantity }
  | { readonly kind: "missing"; readonly place: Place | null; readonly reason: Reason };

/** Whether the page has the weights of the trace, or what it waits for. */
function weightsState(run: RunState, trace: Trace): "known" | Exclude<Reason, "none"> {
  if (run.status === "failed") return "failed";
  if (run.info === null || trace.runId !== run.info.runId) return "waiting";
  if (weightsAfter(run, trace.trainedSteps)) return "known";
  return run.status === "training" && pastStep(trace.show) === null ? "training" : "computing";
}

export function useDerivation({ trace, index, column }: Shown, text: string): Derivation {
  const place = useMemo(
    () => readPlace(text, { step: index, position: column }),
    [text, index, column],
  );
  const lane = useContext(LaneContext);
  const state = useLane(({ run }) => weightsState(run, trace));
  const values = useLane(({ run }) => weightsAfter(run, trace.trainedSteps));
  const isReading = useApp(({ requests }) => isAsked(ofLane(requests, lane), "readParameters"));
  const exists = place !== null && hasDerivation(trace, place);
  const isWanted = exists && state === "computing" && !isReading;
  const asked = useRef<Trace | null>(null); // once for each trace
  useEffect(() => {
    if (!isWanted || asked.current === trace) return;
    asked.current = trace;
    page.readParameters(lane);
  }, [isWanted, trace, lane]);
  const quantity = useMemo(() => {
    if (!exists || state !== "known" || values === null) return null;
    return derive({ trace, read: parameterReader(trace.shape, values) }, place);
  }, [trace, place, exists, state, values]);
  useOperands(trace, place, quantity);
  if (place && quantity) return { kind: "derived", place, quantity };
  const reason = exists && state !== "known" ? state : "none";
  return { kind: "missing", place: exists ? place : null, reason };
}

/** Lights the tiles of the operands while the derivation is on show. */
function useOperands(trace: Trace, place: Place | null, quantity: Quantity | null): void {
  useEffect(() => {
    if (!place || !quantity) return undefined;
    page.lightOperands(operandsOf(trace, place, quantity));
    return () => page.lightOperands([]);
  }, [trace, place, quantity]);
}
