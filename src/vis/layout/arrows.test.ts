import { expect, test } from "vitest";
import { rowArrows } from "./arrows";
import { encoderArrows } from "./encoderArrows";
import type { Arrow } from "./arrowPath";
import { columnX, layoutStage, rowY, type StageLayout } from "./stageLayout";
import { stageShape } from "./stageShape";
import { ENGLISH_HEADINGS } from "../testing/headings";
import { makeTrace, type TraceOptions } from "../testing/traces";

function layoutOf(options: TraceOptions, width = 698): StageLayout {
  return layoutStage(stageShape(makeTrace(options)), { width, height: 560 }, ENGLISH_HEADINGS);
}

/** The numbers of a path, as points. */
function pointsOf({ path }: Arrow): [number, number][] {
  const numbers = [...path.matchAll(/-?[\d.]+/g)].map(Number);
  return numbers.flatMap((x, i) =>
    i % 2 === 0 ? [[x, numbers[i + 1] ?? 0] as [number, number]] : [],
  );
}

function keysOf(arrows: readonly Arrow[]): string[] {
  return arrows.map(({ key }) => key.replace(/-\d+$/, ""));
}

const WORDS = "a b c d e f g h i j k l m n o p q r s".split(" ");

const MODELS: readonly TraceOptions[] = [
  {},
  { timing: "luong" },
  { attention: "none" },
  { source: WORDS },
  { direction: "bidirectional" },
  { direction: "bidirectional", layers: 2, attention: "none", cell: "lstm" },
  { direction: "bidirectional", source: WORDS },
  { timing: "luong", inputFeeding: "on", cell: "lstm" },
  { timing: "luong", inputFeeding: "on", source: WORDS, direction: "bidirectional" },
  { source: ["a"], direction: "bidirectional", tokenInput: "onehot" },
  { source: [], attention: "none" },
];

test.each(MODELS.flatMap((options) => [698, 348].map((width) => ({ options, width }))))(
  "arrows stay on the stage, have finite coordinates and unique keys: %o",
  ({ options, width }) => {
    const layout = layoutOf(options, width);
    const { source, steps } = makeTrace(options);
    const arrows = [
      ...encoderArrows(layout, source.length),
      ...steps.flatMap((step, row) =>
        rowArrows(layout, { row, origin: step.inputOrigin, current: row === 3 }),
      ),
    ];
    expect(new Set(arrows.map(({ key }) => key)).size).toBe(arrows.length);
    for (const { path, head } of arrows) expect(path + (head ?? "")).not.toMatch(/NaN|undefined/);
    for (const [x, y] of arrows.flatMap(pointsOf)) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(layout.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(layout.height);
    }
  },
);

test("Bahdanau timing: the query comes from the previous state above the row, and the context joins the input", () => {
  const layout = layoutOf({});
  const arrows = rowArrows(layout, { row: 3, origin: "model", current: true });
  expect(keysOf(arrows)).toEqual(["feed", "say", "pass", "take", "join", "ask"]);
  const from = pointsOf(arrows.at(-1) as Arrow)[0];
  expect(from?.[1]).toBeLessThan(rowY(layout, 3));
});

test("Luong timing: the query comes from the row's own state below it, and the context passes over to h~", () => {
  const layout = layoutOf({ timing: "luong" });
  const arrows = rowArrows(layout, { row: 3, origin: "model", current: true });
  expect(keysOf(arrows)).toEqual(["feed", "say", "pass", "keep", "take", "leave", "over", "ask"]);
  const from = pointsOf(arrows.at(-1) as Arrow)[0];
  expect(from?.[1]).toBeGreaterThan(rowY(layout, 3) + layout.pitch / 2);
});

test("without attention no arrow crosses the corner", () => {
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

const FLOW = { row: 3, origin: "model", current: true } as const;
const FEEDING: TraceOptions = { timing: "luong", inputFeeding: "on" };

/** The first and the last point of an arrow. */
function endsOf(arrows: readonly Arrow[], key: string) {
  const points = pointsOf(arrows.find((arrow) => arrow.key === key) as Arrow);
  return { from: points[0] ?? [NaN, NaN], to: points.at(-1) ?? [NaN, NaN] };
}

test("input feeding: h~ of the row above enters this row's state, from the second row on", () => {
  const layout = layoutOf(FEEDING);
  expect(keysOf(rowArrows(layout, FLOW))).toContain("refeed");
  expect(keysOf(rowArrows(layout, { ...FLOW, row: 0 }))).not.toContain("refeed");
  const { from, to } = endsOf(rowArrows(layout, FLOW), "refeed-3");
  const { state, combined } = layout.rail;
  expect(from[0]).toBeGreaterThan(combined?.x ?? Infinity);
  expect(from[1]).toBeLessThan(rowY(layout, 3));
  expect(to[0]).toBeGreaterThan(state.x);
  expect(to[0]).toBeLessThan(state.x + state.width);
  expect(to[1]).toBeGreaterThan(rowY(layout, 3));
});

test.each([
  { timing: "luong" },
  { inputFeeding: "on" },
  { inputFeeding: "on", timing: "luong", attention: "none" },
] as const)("no h~ is fed back without input feeding: %o", (options) => {
  expect(keysOf(rowArrows(layoutOf(options), FLOW))).not.toContain("refeed");
});

test("one direction: states from left to right, and one arrow around the corner", () => {
  const arrows = encoderArrows(layoutOf({}), 8);
  const keys = keysOf(arrows);
  expect(keys.filter((key) => key === "onwards")).toHaveLength(7);
  expect(keys.filter((key) => key === "back")).toHaveLength(0);
  expect(keys.filter((key) => key.startsWith("corner"))).toEqual(["corner"]);
});

test("two directions: forward above, backward below, and both ends enter the bridge", () => {
  const layout = layoutOf({ direction: "bidirectional" });
  const arrows = encoderArrows(layout, 8);
  const { header, tile, bridge } = layout;
  const middle = header.tilesTop + tile / 2;
  const [onwards, back] = [endsOf(arrows, "onwards-3"), endsOf(arrows, "back-3")];
  expect(onwards.from[0]).toBeLessThan(onwards.to[0]);
  expect(onwards.from[1]).toBeLessThan(middle);
  expect(back.from[0]).toBeGreaterThan(back.to[0]);
  expect(back.from[1]).toBeGreaterThan(middle);
  const [forward, backward] = [endsOf(arrows, "corner-forward"), endsOf(arrows, "corner-backward")];
  expect(forward.from[0]).toBeGreaterThan(columnX(layout, 7));
  expect(backward.from[0]).toBeLessThan(columnX(layout, 1));
  expect(forward.to[0]).toBeLessThanOrEqual(bridge?.x ?? NaN);
  expect(backward.to[1]).toBeGreaterThanOrEqual((bridge?.y ?? NaN) + (bridge?.height ?? NaN));
  const corner = endsOf(arrows, "corner");
  expect(corner.from[1]).toBeGreaterThan((bridge?.y ?? NaN) + (bridge?.height ?? NaN));
  expect(Math.abs(corner.to[1] - rowY(layout, 0))).toBeLessThan(6);
});

test("an LSTM has double arrows between states and nowhere else", () => {
  const layout = layoutOf({ cell: "lstm" });
  const arrows = [...encoderArrows(layout, 3), ...rowArrows(layout, FLOW)];
  const double = arrows.filter((arrow) => arrow.double);
  expect(keysOf(double)).toEqual(["onwards", "onwards", "corner", "pass"]);
  expect(rowArrows(layoutOf({}), FLOW).some((arrow) => arrow.double)).toBe(false);
});
