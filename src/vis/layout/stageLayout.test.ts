import fc from "fast-check";
import { expect, test } from "vitest";
import {
  columnX,
  layoutStage,
  MIN_PITCH,
  rowY,
  stageShape,
  type StageLayout,
  type StageShape,
} from "./stageLayout";
import { spanEnd, type Span } from "./rail";
import { makeTrace } from "../testing/traces";

const shapes = fc.record({
  columns: fc.integer({ min: 2, max: 40 }),
  rows: fc.integer({ min: 1, max: 40 }),
  attends: fc.boolean(),
  combines: fc.boolean(),
  feeds: fc.boolean(),
  bothWays: fc.boolean(),
  memory: fc.boolean(),
  sourceEm: fc.double({ min: 0, max: 12, noNaN: true }),
  targetEm: fc.double({ min: 0, max: 12, noNaN: true }),
});
const widths = fc.integer({ min: 240, max: 1100 });

const PLAIN: StageShape = {
  columns: 9,
  rows: 9,
  attends: true,
  combines: false,
  feeds: false,
  bothWays: false,
  memory: false,
  sourceEm: 0.6,
  targetEm: 0.6,
};

function spansOf({ map, rail }: StageLayout): Span[] {
  const { context, fed, state, combined, said, bar } = rail;
  const spans = [{ x: map.x, width: map.width }, context, fed, state, combined, said, bar];
  return spans.filter((span) => span !== null);
}

test("columns of the stage do not overlap and end inside its width", () => {
  fc.assert(
    fc.property(shapes, widths, (shape, width) => {
      const layout = layoutStage(shape, width);
      const spans = spansOf(layout);
      spans.slice(1).forEach((span, i) => {
        const before = spans[i];
        expect(before && spanEnd(before)).toBeLessThan(span.x);
      });
      expect(layout.rail.end).toBeLessThanOrEqual(layout.width);
      expect(layout.scrolls || layout.width <= width).toBe(true);
    }),
  );
});

test("cells keep a minimum size; if they do not fit, the stage scrolls", () => {
  fc.assert(
    fc.property(shapes, widths, (shape, width) => {
      const layout = layoutStage(shape, width);
      expect(layout.pitch).toBeGreaterThanOrEqual(MIN_PITCH);
      expect(layout.tile).toBeLessThan(layout.pitch);
      expect(layout.scrolls && layout.pitch > MIN_PITCH).toBe(false);
    }),
  );
});

test("cells do not shrink with more room and do not grow with more tokens", () => {
  fc.assert(
    fc.property(shapes, widths, (shape, width) => {
      const { pitch } = layoutStage(shape, width);
      expect(layoutStage(shape, width + 40).pitch).toBeGreaterThanOrEqual(pitch);
      expect(
        layoutStage({ ...shape, columns: shape.columns + 1 }, width).pitch,
      ).toBeLessThanOrEqual(pitch);
    }),
  );
});

test("a stage that scrolls pins the whole rail beside whole columns of the map", () => {
  fc.assert(
    fc.property(shapes, widths, (shape, width) => {
      const { map, pinned, pitch, rail, scrolls, width: whole } = layoutStage(shape, width);
      expect(pinned !== null && !scrolls).toBe(false);
      if (!pinned) return;
      expect(pinned.x).toBe(map.x + map.width);
      expect((rail.context ?? rail.fed).x).toBeGreaterThan(pinned.x);
      expect(spanEnd(pinned)).toBe(whole);
      expect(map.x + pinned.seen + pinned.width).toBe(width); // they fill the width
      expect(pinned.seen % pitch).toBe(0);
      expect((whole - width) % pitch).toBe(0); // at the end of the scroll range too
    }),
  );
});

test("a rail that leaves too little room for the map scrolls with it", () => {
  const words = { ...PLAIN, targetEm: 6 };
  expect(layoutStage(words, 278)).toMatchObject({ scrolls: true, pinned: null });
  expect(layoutStage({ ...PLAIN, columns: 15 }, 278).pinned?.seen).toBe(6 * MIN_PITCH);
});

test("the header lies above the map, and the rows fill the height of the stage", () => {
  fc.assert(
    fc.property(shapes, widths, (shape, width) => {
      const layout = layoutStage(shape, width);
      const { header, map, tile } = layout;
      expect(header.tokensTop + header.tokensHeight).toBeLessThan(header.tilesTop);
      expect(header.tilesTop + tile).toBeLessThan(map.y);
      expect(rowY(layout, shape.rows)).toBeLessThanOrEqual(layout.height);
      expect(columnX(layout, shape.columns)).toBe(map.x + map.width);
    }),
  );
});

test.each([
  ["20 x 20 on a desktop", { ...PLAIN, columns: 20, rows: 20 }, 698],
  ["10 x 10 on a phone", { ...PLAIN, columns: 10, rows: 10 }, 348],
  ["9 columns with Luong timing on a phone", { ...PLAIN, combines: true }, 348],
  ["20 x 20 both ways on a desktop", { ...PLAIN, columns: 20, rows: 20, bothWays: true }, 698],
  ["10 x 10 both ways on a phone", { ...PLAIN, columns: 10, rows: 10, bothWays: true }, 348],
  ["11 columns with Luong timing on a desktop", { ...PLAIN, columns: 11, combines: true }, 698],
])("%s fits without scrolling", (_, shape, width) => {
  expect(layoutStage(shape, width).scrolls).toBe(false);
});

test("a desktop width has words as headings and a bar", () => {
  const layout = layoutStage({ ...PLAIN, columns: 11 }, 698);
  expect(layout.compact).toBe(false);
  expect(layout.rail.bar).not.toBeNull();
});

test("words are slanted, characters are not", () => {
  const words = makeTrace({ source: ["not", "convinced"], target: ["pas", "convaincu"] });
  expect(layoutStage(stageShape(words), 698).slanted).toBe(true);
  expect(layoutStage(stageShape(makeTrace()), 698).slanted).toBe(false);
});

test("the rail has a context only with attention, and h~ only in Luong timing", () => {
  const none = stageShape(makeTrace({ attention: "none", timing: "luong" }));
  expect(layoutStage(none, 698).rail.context).toBeNull();
  expect(layoutStage(none, 698).rail.combined).toBeNull();
  expect(layoutStage(stageShape(makeTrace()), 698).rail.combined).toBeNull();
  const luong = stageShape(makeTrace({ timing: "luong" }));
  expect(layoutStage(luong, 698).rail.combined).not.toBeNull();
});

test("the bridge of two directions lies above the states, between the encoder's tiles and the rail's headings", () => {
  const HEADINGS = 20; // height above the map
  fc.assert(
    fc.property(shapes, widths, (shape, width) => {
      const { bridge, header, map, tile, rail } = layoutStage(shape, width);
      expect(bridge !== null).toBe(shape.bothWays);
      if (!bridge) return;
      expect(bridge.y).toBeGreaterThan(header.tilesTop + tile);
      expect(bridge.y + bridge.height).toBeLessThan(map.y - HEADINGS);
      expect(bridge.x + bridge.width / 2).toBe(rail.state.x + rail.state.width / 2);
      expect(bridge.x).toBeGreaterThan(map.x + map.width);
    }),
  );
});

test("the model of a trace decides which parts the layout has", () => {
  const shape = stageShape(
    makeTrace({ cell: "lstm", direction: "bidirectional", timing: "luong", inputFeeding: "on" }),
  );
  expect(shape).toMatchObject({ combines: true, feeds: true, bothWays: true, memory: true });
  expect(stageShape(makeTrace({ inputFeeding: "on" })).feeds).toBe(false); // Bahdanau timing has no h~
});
