/** Columns of the same source token in lane A and in the lane around the component. */
import { useCallback } from "react";
import { LANE } from "../state/slices/lane";
import { laneIn, useApp } from "../state/store";
import { mirroredColumn } from "../vis/facts/mirroredColumn";
import { useLane } from "./useLane";

/** From a column of one of the two to that of the other; the same column where both read in the same order. */
export function useColumnOfA(): (column: number | null) => number | null {
  const order = useLane(({ run }) => run.trace?.shape.sourceOrder);
  const orderOfA = useApp((state) => laneIn(state, LANE).run.trace?.shape.sourceOrder);
  const length = useLane(({ run }) => run.trace?.source.length ?? 0);
  const isMirrored = order !== orderOfA;
  return useCallback(
    (column) => (isMirrored && column !== null ? mirroredColumn(length, column) : column),
    [isMirrored, length],
  );
}
