/** The box of a row from the stage's left edge to the end of the map. */
import { rowY, type StageLayout } from "../../../vis/layout/stageLayout";
import type { Style } from "../styleType";

export function rowStyle(layout: StageLayout, row: number): Style {
  const { map, pitch } = layout;
  return { left: 0, top: rowY(layout, row), width: map.x + map.width, height: pitch };
}
