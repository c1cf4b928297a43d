import { expect, test } from "vitest";
import { roadLengths } from "../facts/roadLengths";
import { ENGLISH_HEADINGS } from "../testing/headings";
import { answerFor } from "../testing/roads";
import { makeTrace, type TraceOptions } from "../testing/traces";
import { roadArrows } from "./roadArrows";
import { layoutStage } from "./stageLayout";
import { stageShape } from "./stageShape";

const SMALL = { source: ["a", "b", "c"], hiddenSize: 8, embeddingSize: 4 };

function arrowsOf(options: TraceOptions, of: number | "all" = "all") {
  const trace = makeTrace({ ...SMALL, ...options });
  const layout = layoutStage(stageShape(trace), { width: 698, height: 560 }, ENGLISH_HEADINGS);
  const directions = trace.shape.direction === "bidirectional" ? 2 : 1;
  const lengths = roadLengths(answerFor(trace, of).roads, directions);
  return { layout, arrows: roadArrows(layout, lengths) };
}

/** The kinds of arrows, each once. */
const kindsOf = (arrows: readonly { readonly key: string }[]): string[] => [
  ...new Set(arrows.map(({ key }) => key.split("-")[0] ?? "")),
];

test("a model with attention has roads across, along and round the corner", () => {
  const { arrows } = arrowsOf({});
  expect(kindsOf(arrows).toSorted()).toEqual(["along", "ask", "corner", "pass", "take", "up"]);
});

test("a model without attention has only the way round", () => {
  const { arrows } = arrowsOf({ attention: "none" });
  expect(kindsOf(arrows).toSorted()).toEqual(["along", "corner", "pass"]);
});

test("two directions enter the encoder at both ends", () => {
  const { arrows } = arrowsOf({ direction: "bidirectional", attention: "general" });
  const corners = arrows.filter(({ key }) => key.startsWith("corner"));
  expect(corners.map(({ key }) => key)).toEqual(["corner-0", "corner-1"]);
});

test("steps after the token of the loss send nothing", () => {
  const { arrows } = arrowsOf({}, 1);
  const rows = arrows.filter(({ key }) => key.startsWith("take")).map(({ key }) => key);
  expect(rows).toEqual(["take-0", "take-1"]);
});

test("every arrow is inside the stage, and no wider than its head", () => {
  for (const options of [{}, { timing: "luong", inputFeeding: "on" }, { source: [] }] as const) {
    const { layout, arrows } = arrowsOf(options);
    expect(arrows.length).toBeGreaterThan(0);
    for (const { path, width } of arrows) {
      const numbers = [...path.matchAll(/-?[\d.]+/g)].map(Number);
      const xs = numbers.filter((_, i) => i % 2 === 0);
      const ys = numbers.filter((_, i) => i % 2 === 1);
      expect(Math.min(...xs, ...ys)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...xs)).toBeLessThanOrEqual(layout.width);
      expect(Math.max(...ys)).toBeLessThanOrEqual(layout.height);
      expect(width).toBeGreaterThanOrEqual(1);
    }
  }
});
