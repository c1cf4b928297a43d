/** The room that the stage of a lane has on the page, so that its figure has the same shape. */
import { selectorOf } from "../../places";
import type { Room } from "../../vis/layout/stageLayout";
import type { LaneId } from "../../workers/protocol";
import { LANES } from "../lanes";

/** Where the page shows no stage. */
const USUAL: Room = { width: 900, height: 620 };

export function roomOnPage(lane: LaneId): Room {
  const figures = document.querySelectorAll<HTMLElement>(selectorOf("figure"));
  const box = figures[LANES.indexOf(lane)]?.querySelector<HTMLElement>(":scope > div");
  if (!box || box.clientWidth === 0) return USUAL;
  return { width: Math.floor(box.clientWidth), height: Math.floor(box.clientHeight) || Infinity };
}
