import { describe, expect, it } from "vitest";
import type { Evaluation } from "../results/history";
import { hasOverfitted, stopsOf } from "./stops";

function evaluationAt(step: number, heldOutLoss: number): Evaluation {
  return { step, heldOutLoss, examples: 9, exactMatch: 0, tokenAccuracy: 0, alignmentError: null };
}

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

describe("training on a user's own pairs", () => {
  const config = { task: "pairs", patience: 100 } as const;
  const risen = [8, 4, 3, 3.5, 4.2].map((heldOutLoss, i) => evaluationAt(50 * i, heldOutLoss));

  it("ends when the held-out results have not got better for as many updates as the patience", () => {
    expect(hasOverfitted(config, risen.slice(0, 4), 0)).toBe(false);
    expect(hasOverfitted(config, risen, 0)).toBe(true);
    expect(hasOverfitted({ ...config, patience: 150 }, risen, 0)).toBe(false);
  });

  it("that goes on afterwards has as many updates again", () => {
    expect(hasOverfitted(config, risen, 200)).toBe(false);
    const longer = [...risen, evaluationAt(250, 5), evaluationAt(300, 6)];
    expect(hasOverfitted(config, longer, 200)).toBe(true);
  });

  it("goes on without patience, and on a task that draws new pairs", () => {
    expect(hasOverfitted({ ...config, patience: 0 }, risen, 0)).toBe(false);
    expect(hasOverfitted({ ...config, task: "reverse" }, risen, 0)).toBe(false);
    expect(hasOverfitted(config, [], 0)).toBe(false);
  });
});
