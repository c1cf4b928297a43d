/** A name that ends at the scale of a drawing. Where it is too long for the margin, the pointer reads all of it. */
import type { ReactNode } from "react";

interface PlotNameProps {
  readonly x: number;
  readonly y: number;
  readonly name: string;
}

export function PlotName({ x, y, name }: PlotNameProps): ReactNode {
  return (
    <text x={x} y={y} textAnchor="end">
      <title>{name}</title>
      {name}
    </text>
  );
}
