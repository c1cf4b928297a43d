/** The box of a row from the map's left edge to the end of its output, which stays visible while the stage scrolls. */
import { spanEnd } from "../../../vis/layout/rail";
import { rowY, type StageLayout } from "../../../vis/layout/stageLayout";
import type { Style } from "../styleType";

export function rowStyle(layout: StageLayout, row: number): Style {
  const { map, rail, pitch } = layout;
  return {
    left: map.x,
    top: rowY(layout, row),
    width: spanEnd(rail.said) - map.x,
    height: pitch,
  };
}
