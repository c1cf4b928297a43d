/** The stage grows with the page's type. */
import { expect, test } from "vitest";
import { ENGLISH_HEADINGS } from "../testing/headings";
import { makeTrace } from "../testing/traces";
import { layoutInType } from "./scaledStage";
import { layoutStage } from "./stageLayout";
import { stageShape } from "./stageShape";

const SHAPE = stageShape(makeTrace());
const ROOM = { width: 700, height: 500 };
const normal = layoutStage(SHAPE, ROOM, ENGLISH_HEADINGS);

test("type of normal size has the normal layout", () => {
  expect(layoutInType(SHAPE, { ...ROOM, scale: 1 }, ENGLISH_HEADINGS)).toEqual(normal);
});

test("in type twice as large, a room twice as large has everything twice as large", () => {
  const room = { width: 1400, height: 1000, scale: 2 };
  const large = layoutInType(SHAPE, room, ENGLISH_HEADINGS);
  expect(large.pitch).toBe(2 * normal.pitch);
  expect(large.font).toBe(2 * normal.font);
  expect(large.map).toEqual({
    x: 2 * normal.map.x,
    y: 2 * normal.map.y,
    width: 2 * normal.map.width,
    height: 2 * normal.map.height,
  });
  expect([large.scrolls, large.compact, large.wordy]).toEqual([
    normal.scrolls,
    normal.compact,
    normal.wordy,
  ]);
});

test("the room stays the same, so larger type leaves room for fewer pixels of cell per letter", () => {
  const large = layoutInType(SHAPE, { ...ROOM, scale: 1.5 }, ENGLISH_HEADINGS);
  expect(large.width).toBeLessThanOrEqual(ROOM.width);
  expect(large.chipFont / large.pitch).toBeGreaterThan(normal.chipFont / normal.pitch);
});

test("stages side by side stay level: the highest row is one of the page's pixels", () => {
  const level = { pitchAtMost: 45, rows: 4 };
  const large = layoutInType(SHAPE, { ...ROOM, scale: 1.5, level }, ENGLISH_HEADINGS);
  expect(large.pitch).toBeLessThanOrEqual(45);
});
