/** The mark of a road in the chart and in its key: shapes tell the roads apart without colour. */
import type { ReactNode } from "react";
import type { ChartLine } from "../../vis/charts/roadChart";
import styles from "./RoadChart.module.css";

interface RoadMarkProps {
  readonly name: ChartLine;
  readonly x: number;
  readonly y: number;
}

const SHAPES: Readonly<Record<Exclude<ChartLine, "whole">, string>> = {
  values: "M-4 -4H4V4H-4Z", //       a square
  scores: "M0 -5.4L5.4 0L0 5.4L-5.4 0Z", // a diamond
  corner: "M0 -5L5 4H-5Z", //        a triangle
};

export function RoadMark({ name, x, y }: RoadMarkProps): ReactNode {
  const place = { className: styles.mark, "data-road": name, transform: `translate(${x} ${y})` };
  return name === "whole" ? <circle {...place} r={4.4} /> : <path {...place} d={SHAPES[name]} />;
}
