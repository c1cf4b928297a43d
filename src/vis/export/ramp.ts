/** A colour scale with its numbers. Small steps instead of a gradient, because gradients mix in another colour space. */
import type { Palette } from "./palette";
import { group, rect, type Rect, type Svg, text } from "./svg";

const STEPS = 46;
const TICKS = { weight: ["0", "0.5", "1"], value: ["−1", "0", "1"] } as const;
const SIZE = 11; // font size

export function rampPart(palette: Palette, kind: keyof typeof TICKS, box: Rect): Svg {
  const { x, y, width, height } = box;
  const { line } = palette.colors;
  const step = width / STEPS;
  const steps = Array.from({ length: STEPS }, (_, i) => {
    const share = i / (STEPS - 1);
    const fill = kind === "weight" ? palette.weight(share) : palette.quiet(2 * share - 1);
    return rect({ x: x + i * step, y, width: step, height }, { fill });
  });
  const anchors = ["start", "middle", "end"] as const;
  const ticks = TICKS[kind].map((tick, i) =>
    text(tick, {
      x: x + (i * width) / 2,
      y: y + height + 8,
      size: SIZE,
      fill: palette.colors["ink-2"],
      anchor: anchors[i] ?? "middle",
    }),
  );
  return (
    group({ "shape-rendering": "crispEdges" }, ...steps) +
    rect(box, { fill: "none", stroke: line }) +
    ticks.join("")
  );
}
