import { expect, test } from "vitest";
import { encoderArrows, rowArrows } from "./arrows";
import type { Arrow } from "./paths";
import { layoutStage, rowY, stageShape, type StageLayout } from "./stage";
import { makeTrace, type TraceWish } from "./testing/traces";

function layoutOf(wish: TraceWish): StageLayout {
  return layoutStage(stageShape(makeTrace(wish)), 698);
}

/** Every number of a path, as points. */
function pointsOf({ path }: Arrow): [number, number][] {
  const numbers = [...path.matchAll(/-?[\d.]+/g)].map(Number);
  return numbers.flatMap((x, i) =>
    i % 2 === 0 ? [[x, numbers[i + 1] ?? 0] as [number, number]] : [],
  );
}

function keysOf(arrows: readonly Arrow[]): string[] {
  return arrows.map(({ key }) => key.replace(/-\d+$/, ""));
}

test.each([
  {},
  { timing: "luong" },
  { attention: "none" },
  { source: "a b c d e f g h i j k l m n o p q r s".split(" ") },
] as const)("arrows stay on the stage and have keys of their own: %o", (wish) => {
  const layout = layoutOf(wish);
  const { source, steps } = makeTrace(wish);
  const arrows = [
    ...encoderArrows(layout, source.length),
    ...steps.flatMap((step, row) =>
      rowArrows(layout, { row, origin: step.inputOrigin, current: row === 3 }),
    ),
  ];
  expect(new Set(arrows.map(({ key }) => key)).size).toBe(arrows.length);
  for (const [x, y] of arrows.flatMap(pointsOf)) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(layout.width);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(layout.height);
  }
});

test("Bahdanau timing: the state before asks from above the row, and the context joins the input", () => {
  const layout = layoutOf({});
  const arrows = rowArrows(layout, { row: 3, origin: "model", current: true });
  expect(keysOf(arrows)).toEqual(["feed", "say", "pass", "take", "join", "ask"]);
  const from = pointsOf(arrows.at(-1) as Arrow)[0];
  expect(from?.[1]).toBeLessThan(rowY(layout, 3));
});

test("Luong timing: the row's own state asks from below it, and the context passes over to h~", () => {
  const layout = layoutOf({ timing: "luong" });
  const arrows = rowArrows(layout, { row: 3, origin: "model", current: true });
  expect(keysOf(arrows)).toEqual(["feed", "say", "pass", "keep", "take", "leave", "over", "ask"]);
  const from = pointsOf(arrows.at(-1) as Arrow)[0];
  expect(from?.[1]).toBeGreaterThan(rowY(layout, 3) + layout.pitch / 2);
});

test("without attention nothing crosses the corner", () => {
  const arrows = rowArrows(layoutOf({ attention: "none" }), {
    row: 3,
    origin: "model",
    current: true,
  });
  expect(keysOf(arrows)).toEqual(["feed", "say", "pass"]);
});

test.each([
  ["sos", "quiet"],
  ["truth", "truth"],
  ["model", "decoder"],
] as const)("what was fed from %s flows in a tone of its own", (origin, tone) => {
  const [feed] = rowArrows(layoutOf({}), { row: 1, origin, current: false });
  expect(feed?.tone).toBe(tone);
});
