import { expect, it } from "vitest";
import { stopsOf } from "./stops";

const CONFIG = { targetMatch: 0.9, maxSteps: 1000 };

it.each([
  ["a new run", { step: 0, match: 0 }, { match: 0.9, step: 1000 }],
  ["a run at its cap", { step: 1000, match: 0.5 }, { match: 0.9, step: 2000 }],
  ["a run at its target", { step: 640, match: 0.9 }, { match: null, step: 1000 }],
  ["a run above its target and cap", { step: 1250, match: 1 }, { match: null, step: 2000 }],
])("%s stops at its target or at the next multiple of the cap", (_, start, stops) => {
  expect(stopsOf(CONFIG, start)).toEqual(stops);
});

it("a target that is raised above the start ends training again", () => {
  expect(stopsOf({ ...CONFIG, targetMatch: 0.97 }, { step: 640, match: 0.92 }).match).toBe(0.97);
});
