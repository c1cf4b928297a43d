/** A cell of the attention map: its place, and its weight for the style sheet, which mixes the colour. */
import type { StageLayout } from "../../../vis/layout/stageLayout";
import type { Style } from "../styleType";
import type { Scales } from "../../../vis/color";

export function cellStyle(
  { pitch }: StageLayout,
  column: number,
  weight: number,
  scales: Scales | null,
): Style {
  const side = pitch - 3;
  const color = scales ? scales.weightText(weight) : "inherit";
  const left = column * pitch + 1.5;
  return { left, top: 1.5, width: side, height: side, "--weight": weight.toFixed(2), color };
}
