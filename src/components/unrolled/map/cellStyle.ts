/** A cell of the attention map: its place, and its weight for the style sheet, which mixes the colour. */
import type { StageLayout } from "../../../vis/layout/stageLayout";
import type { Style } from "../styleType";
import type { Scales } from "../../../vis/color";

const GAP = 3; // between two cells

export function cellStyle(
  { map, pitch, columnPitch }: StageLayout,
  column: number,
  weight: number,
  scales: Scales | null,
): Style {
  return {
    left: map.x + column * columnPitch + GAP / 2,
    top: GAP / 2,
    width: columnPitch - GAP,
    height: pitch - GAP,
    "--weight": weight.toFixed(2),
    color: scales ? scales.weightText(weight) : "inherit",
  };
}
