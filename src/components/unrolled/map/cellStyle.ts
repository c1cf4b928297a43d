/** A cell of the attention map: its place, and its weight for the style sheet, which mixes the colour. */
import { cellBox } from "../../../vis/layout/stageBoxes";
import type { StageLayout } from "../../../vis/layout/stageLayout";
import type { Style } from "../styleType";
import type { Scales } from "../../../vis/color";

export function cellStyle(
  layout: StageLayout,
  column: number,
  weight: number,
  scales: Scales | null,
): Style {
  const { x, y, width, height } = cellBox(layout, 0, column);
  return {
    left: x,
    top: y - layout.map.y, // in its row
    width,
    height,
    "--weight": weight.toFixed(2),
    color: scales ? scales.weightText(weight) : "inherit",
  };
}
