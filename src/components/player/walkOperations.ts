/** Walks the operations of a step, and on into the next step or back into the one before. */
import type { Op } from "../../engine/results/operation";
import type { Trace } from "../../engine/results/trace";
import { student } from "../../state/actions/acts";
import { LANE } from "../../state/slices/lane";
import { clampStep } from "../../state/slices/view";
import { isComparing, laneOf, useApp } from "../../state/store";
import { opsOf, shownOperation } from "../../vis/tex/operations";

interface Stop {
  readonly step: number;
  readonly op: Op;
}

/** The operation after or before this one; null at either end of the decode. */
export function stopBeside(trace: Trace, { step, op }: Stop, by: 1 | -1): Stop | null {
  const ops = opsOf(trace);
  const place = step * ops.length + ops.indexOf(op) + by;
  const next = ops[place % ops.length];
  const to = Math.floor(place / ops.length);
  return next && to < trace.steps.length ? { step: to, op: next } : null;
}

/** The tiles and arrows of the operation are lit, and the inspector shows its equation or its code. */
export function walkOperations(by: 1 | -1): void {
  const { view } = useApp.getState();
  const { trace } = laneOf(isComparing(useApp.getState()) ? view.inspectedLane : LANE).run;
  if (!trace) return;
  const step = clampStep(trace, view.step);
  const stop = stopBeside(trace, { step, op: shownOperation(trace, view.operation) }, by);
  if (!stop) return;
  if (stop.step !== step) student.selectByHand(stop.step, null);
  else student.setPlaying(false);
  if (view.inspector === "numbers") student.showInspector("equation");
  student.showOperation(stop.op);
  student.light(stop.op);
}
