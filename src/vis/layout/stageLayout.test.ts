import fc from "fast-check";
import { expect, test } from "vitest";
import { columnX, layoutStage, rowY, type Room, type StageLayout } from "./stageLayout";
import { stageShape, type StageShape } from "./stageShape";
import { MIN_PITCH } from "./stageSizes";
import { headingsFit, spanEnd, type Span } from "./rail";
import { expectOfEvery } from "../../testing/expectOfEvery";
import { ENGLISH_HEADINGS } from "../testing/headings";
import { makeTrace, type TraceOptions } from "../testing/traces";

const layoutIn = (shape: StageShape, room: Room): StageLayout =>
  layoutStage(shape, room, ENGLISH_HEADINGS);

const shapes = fc.record({
  columns: fc.integer({ min: 2, max: 40 }),
  rows: fc.integer({ min: 1, max: 40 }),
  attends: fc.boolean(),
  recurs: fc.boolean(),
  combines: fc.boolean(),
  feeds: fc.boolean(),
  bothWays: fc.boolean(),
  memory: fc.boolean(),
  sourceEm: fc.double({ min: 0, max: 12, noNaN: true }),
  targetEm: fc.double({ min: 0, max: 12, noNaN: true }),
  compares: fc.boolean(),
});
const rooms = fc.record({
  width: fc.integer({ min: 240, max: 1200 }),
  height: fc.integer({ min: 160, max: 900 }),
});

const PLAIN: StageShape = {
  columns: 9,
  rows: 9,
  attends: true,
  recurs: true,
  combines: false,
  feeds: false,
  bothWays: false,
  memory: false,
  sourceEm: 0.6,
  targetEm: 0.6,
  compares: false,
};

function spansOf({ map, rail }: StageLayout): Span[] {
  const { context, fed, state, combined, said, beside, bar } = rail;
  const spans = [{ x: map.x, width: map.width }, context, fed, state, combined, said, beside, bar];
  return spans.filter((span) => span !== null);
}

test("columns of the stage do not overlap and end inside its width", () => {
  fc.assert(
    fc.property(shapes, rooms, (shape, room) => {
      const layout = layoutIn(shape, room);
      const spans = spansOf(layout);
      spans.slice(1).forEach((span, i) => {
        const before = spans[i];
        expect(before && spanEnd(before)).toBeLessThan(span.x);
      });
      expect(layout.rail.end).toBeLessThanOrEqual(layout.width);
      expect(layout.scrolls || layout.width <= room.width).toBe(true);
      expect(layout.scrollsDown || layout.height <= room.height).toBe(true);
    }),
  );
});

test("cells keep a minimum size; only the smallest cells scroll", () => {
  fc.assert(
    fc.property(shapes, rooms, (shape, room) => {
      const { pitch, columnPitch, tile, scrolls, scrollsDown } = layoutIn(shape, room);
      expect(pitch).toBeGreaterThanOrEqual(MIN_PITCH);
      expect(columnPitch).toBeGreaterThanOrEqual(pitch);
      expect(columnPitch).toBeLessThanOrEqual(1.6 * pitch);
      expect(tile).toBeLessThan(pitch);
      expect((scrolls || scrollsDown) && pitch > MIN_PITCH).toBe(false);
    }),
  );
});

test("cells do not shrink with more room, and do not grow with more rows", () => {
  fc.assert(
    fc.property(shapes, rooms, (shape, room) => {
      const { pitch } = layoutIn(shape, room);
      const larger = { width: room.width + 40, height: room.height + 40 };
      expect(layoutIn(shape, larger).pitch).toBeGreaterThanOrEqual(pitch);
      expect(layoutIn({ ...shape, rows: shape.rows + 1 }, room).pitch).toBeLessThanOrEqual(pitch);
    }),
  );
});

test("without a height the width alone decides", () => {
  const open = { width: 698, height: Infinity };
  expect(layoutIn({ ...PLAIN, rows: 40 }, open).pitch).toBe(layoutIn(PLAIN, open).pitch);
});

test("a stage that scrolls sideways pins the whole rail beside whole columns of the map", () => {
  fc.assert(
    fc.property(shapes, rooms, (shape, room) => {
      const { map, pinned, columnPitch, rail, scrolls, width: whole } = layoutIn(shape, room);
      expect(pinned !== null && !scrolls).toBe(false);
      if (!pinned) return;
      expect(pinned.x).toBe(map.x + map.width);
      expect((rail.context ?? rail.fed).x).toBeGreaterThan(pinned.x);
      expect(spanEnd(pinned)).toBe(whole);
      expect(map.x + pinned.seen + pinned.width).toBe(room.width); // they fill the width
      expect(pinned.seen % columnPitch).toBe(0);
      expect((whole - room.width) % columnPitch).toBe(0); // at the end of the scroll range too
    }),
  );
});

test("where a row is too long, the output stands at its left edge only", () => {
  const narrow = { width: 358, height: 500 };
  expect(layoutIn({ ...PLAIN, columns: 15 }, narrow).rail.said).toBeNull();
  expect(layoutIn({ ...PLAIN, columns: 6 }, narrow).rail.said).not.toBeNull();
});

test("the header lies above the map, and the stage ends with its last row", () => {
  fc.assert(
    fc.property(shapes, rooms, (shape, room) => {
      const layout = layoutIn(shape, room);
      const { header, map, tile } = layout;
      expect(header.tokensTop + header.tokensHeight).toBeLessThan(header.tilesTop);
      expect(header.tilesTop + tile).toBeLessThanOrEqual(header.headingsTop);
      expect(header.headingsTop).toBeLessThan(map.y);
      expect(layout.height - rowY(layout, shape.rows)).toBe(4);
      expect(columnX(layout, shape.columns)).toBe(map.x + map.width);
    }),
  );
});

/** The room for the picture on three screens: the middle of the page without source box, answer and player. */
const SCREENS = [
  ["1280 x 720", { width: 538, height: 380 }],
  ["1440 x 900", { width: 698, height: 536 }],
  ["1920 x 1080", { width: 1168, height: 706 }],
] as const;

const LETTERS = Array.from("abcdefghijk"); // 12 columns and rows, with <eos>
const WORDS = "these small black cats see the red dogs of my neighbour".split(" ");
const ANSWER = "ces petits chats noirs voient les chiens rouges de mon voisin".split(" ");

/** Every model whose picture differs, on letters and on words. */
const MODELS: readonly TraceOptions[] = [
  { source: LETTERS },
  { source: WORDS, target: ANSWER },
].flatMap((tokens) =>
  (["additive", "none"] as const).flatMap((attention) =>
    (["bahdanau", "luong"] as const).flatMap((timing) =>
      (["unidirectional", "bidirectional"] as const).map((direction) => ({
        ...tokens,
        attention,
        timing,
        direction,
        cell: "lstm" as const,
        inputFeeding: "on" as const,
      })),
    ),
  ),
);

const MODELS_ON_SCREENS = SCREENS.flatMap(([screen, room]) =>
  MODELS.map((options) => {
    const { source = [], attention, timing, direction } = options;
    const kind = source === WORDS ? "words" : "letters";
    const name = `${screen}, ${kind}, ${attention}, ${timing}, ${direction}`;
    return [name, { shape: stageShape(makeTrace(options)), room }] as const;
  }),
);

test("12 rows of 12 columns fit every screen, for every model", () => {
  expectOfEvery(MODELS_ON_SCREENS, ({ shape, room }) => {
    expect([shape.columns, shape.rows]).toEqual([12, 12]);
    expect(layoutIn(shape, room)).toMatchObject({ scrolls: false, scrollsDown: false });
  });
});

test("fewer rows and columns have larger cells on every screen, and headings that stay apart", () => {
  expectOfEvery(MODELS_ON_SCREENS, ({ shape, room }) => {
    const most = layoutIn(shape, room);
    const layout = layoutIn({ ...shape, columns: 6, rows: 6 }, room);
    expect(layout.scrolls || layout.scrollsDown).toBe(false);
    expect(layout.pitch).toBeGreaterThan(most.pitch);
    expect(layout.wordy).toBe(headingsFit(layout.rail, ENGLISH_HEADINGS));
  });
});

test("six letters at 1280 x 720 have words as headings and a bar", () => {
  const layout = layoutIn({ ...PLAIN, columns: 6, rows: 6 }, SCREENS[0][1]);
  expect(layout).toMatchObject({ wordy: true, compact: false });
  expect(layout.rail.bar).not.toBeNull();
});

test("words are slanted where they do not fit their columns, characters are not", () => {
  const [, room] = SCREENS[1];
  const words = makeTrace({ source: WORDS, target: ANSWER });
  expect(layoutIn(stageShape(words), room).header.slanted).toBe(true);
  expect(layoutIn(stageShape(makeTrace({ source: ["I", "see"] })), room).header.slanted).toBe(
    false,
  );
  expect(layoutIn(stageShape(makeTrace()), room).header.slanted).toBe(false);
});

test("a stage that scrolls down in any case, and that of a phone, keep four characters of slanted words", () => {
  const shape = stageShape(makeTrace({ source: WORDS, target: ANSWER }));
  const heightIn = (width: number, height: number) =>
    layoutIn(shape, { width, height }).header.tokensHeight;
  const least = Math.min(heightIn(358, 2000), 50); // four characters of 15 pixels
  expect(heightIn(700, 150)).toBeGreaterThanOrEqual(least);
  for (let height = 100; height < 400; height += 10)
    expect(heightIn(358, height)).toBeGreaterThanOrEqual(least);
});

const railOf = (options: TraceOptions) =>
  layoutIn(stageShape(makeTrace(options)), SCREENS[1][1]).rail;

test("the rail has a context only with attention, and h~ only in Luong timing", () => {
  expect(railOf({ attention: "none", timing: "luong" })).toMatchObject({
    context: null,
    combined: null,
  });
  expect(railOf({}).combined).toBeNull();
  expect(railOf({ timing: "luong" }).combined).not.toBeNull();
});

test("the bridge of two directions stands beside the encoder's tiles, above the states", () => {
  fc.assert(
    fc.property(shapes, rooms, (shape, room) => {
      const { bridge, header, map, tile, rail } = layoutIn(shape, room);
      expect(bridge !== null).toBe(shape.bothWays);
      if (!bridge) return;
      const middle = bridge.y + bridge.height / 2;
      expect(middle).toBeGreaterThan(header.tilesTop);
      expect(middle).toBeLessThan(header.tilesTop + tile);
      expect(bridge.y + bridge.height).toBeLessThan(header.headingsTop + 1);
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
