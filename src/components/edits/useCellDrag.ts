/** Dragging a cell of the map up or down with a mouse or a pen changes its weight. A finger scrolls instead. */
import { type RefObject, useContext, useEffect, useRef } from "react";
import { selectorOf } from "../../places";
import { student } from "../../state/actions/acts";
import { laneOf } from "../../state/store";
import type { LaneId } from "../../workers/protocol";
import { LaneContext } from "../useLane";
import { dragWeight } from "./dragWeight";
import { type ItemElement, itemAt } from "./item";
import { type MovedWeight, useMovedWeight } from "./useMovedWeight";

/** The cell under the pointer; null outside the map. */
function cellUnder({ target }: PointerEvent): ItemElement | null {
  const found = itemAt(target);
  return found?.element.role === "gridcell" ? found : null;
}

function onPress(event: PointerEvent, moved: MovedWeight, lane: LaneId): void {
  const cell = event.pointerType === "touch" ? null : cellUnder(event);
  const { trace } = laneOf(lane).run;
  if (!trace || cell?.item.kind !== "pair" || cell.item.column === null) return;
  const place = { step: cell.item.step, column: cell.item.column };
  const from = trace.steps[place.step]?.attention?.weights[place.column] ?? 0;
  let isFirst = true;
  let isRefused = false;
  dragWeight(event, {
    from,
    onMove: (weight) => {
      if (isFirst) student.selectByHand(place.step, place.column); // its row shows its numbers
      isFirst = false;
      const problem = moved.move(trace, place, weight);
      if (problem && !isRefused) void student.refuseWeight(place, problem);
      isRefused = problem !== null;
    },
    onEnd: moved.end,
  });
}

/** @param inside an element of the figure */
export function useCellDrag(inside: RefObject<HTMLElement | null>): void {
  const moved = useMovedWeight();
  const latest = useRef(moved);
  const lane = useContext(LaneContext);
  useEffect(() => {
    const figure = inside.current?.closest<HTMLElement>(selectorOf("figure"));
    if (!figure) return undefined;
    const listener = (event: PointerEvent): void => onPress(event, latest.current, lane);
    figure.addEventListener("pointerdown", listener);
    return () => figure.removeEventListener("pointerdown", listener);
  }, [inside, lane]);
}
