/** The stage's layout for a trace: the same object until its inputs change, and stable during training. */
import { useMemo, useState } from "react";
import type { Trace } from "../../engine/results/trace";
import {
  layoutStage,
  stageShape,
  type StageLayout,
  type StageShape,
} from "../../vis/layout/stageLayout";

/**
 * The shape that the layout reserves: the most steps and the widest answer that this source has had so far. Nothing
 * jumps then while a model in training changes the answer several times a second.
 */
function useStableShape(trace: Trace): StageShape {
  const source = trace.source.map(({ id }) => id).join();
  const now = stageShape(trace, Math.max(trace.steps.length, trace.expected?.length ?? 0));
  const [seen, setSeen] = useState({ source, rows: now.rows, targetEm: now.targetEm });
  const before = seen.source === source ? seen : { rows: 0, targetEm: 0 };
  const rows = Math.max(now.rows, before.rows);
  const targetEm = Math.max(now.targetEm, before.targetEm);
  if (seen.source !== source || seen.rows !== rows || seen.targetEm !== targetEm)
    setSeen({ source, rows, targetEm });
  return { ...now, rows, targetEm };
}

export function useStageLayout(trace: Trace, width: number): StageLayout {
  const shape = useStableShape(trace);
  const key = JSON.stringify(shape);
  return useMemo(() => layoutStage(JSON.parse(key) as StageShape, width), [key, width]);
}
