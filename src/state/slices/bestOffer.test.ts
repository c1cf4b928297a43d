import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import type { Event } from "../../workers/protocol";
import { evaluationOf, progressOf, readyWith } from "../testing/events";
import { bestBeforeFall } from "./bestOffer";
import { milestoneBetween } from "./milestones";
import { INITIAL_RUN, reduceRun } from "./run";

const started: Event = { type: "started", runId: 1 };

/** A run that trains, with these exact matches every 50 updates and the best of them kept. */
function trainedTo(matches: readonly number[], ready = readyWith()) {
  const top = Math.max(...matches);
  const best = { step: 50 * (matches.indexOf(top) + 1), exactMatch: top };
  const evaluated = matches.flatMap((match, i): Event[] => [
    progressOf(50 * i + 1, 50 * (i + 1)),
    { type: "evaluation", runId: 1, evaluation: evaluationOf(50 * (i + 1), match) },
  ]);
  const events: Event[] = [ready, started, { type: "best", runId: 1, best }, ...evaluated];
  return events.reduce(reduceRun, INITIAL_RUN);
}

describe("a run that trains", () => {
  it("offers its best evaluation once two in a row have less than half of its exact match", () => {
    expect(bestBeforeFall(trainedTo([0.5, 0.91]))).toBeNull();
    expect(bestBeforeFall(trainedTo([0.5, 0.91, 0.1]))).toBeNull();
    expect(bestBeforeFall(trainedTo([0.5, 0.91, 0.1, 0]))).toEqual({ step: 100, exactMatch: 0.91 });
    expect(bestBeforeFall(trainedTo([0.5, 0.91, 0.1, 0.6]))).toBeNull();
    expect(bestBeforeFall(trainedTo([0.5, 0.91, 0.7, 0.6]))).toBeNull();
  });

  it("has nothing to lose below a fifth, and on own pairs early stopping watches", () => {
    expect(bestBeforeFall(trainedTo([0.1, 0, 0]))).toBeNull();
    const own = readyWith({ config: { ...DEFAULT_CONFIG, task: "pairs" } });
    expect(bestBeforeFall(trainedTo([0.9, 0, 0], own))).toBeNull();
  });

  it("announces the fall once", () => {
    const before = trainedTo([0.9, 0.2]);
    const fallen = trainedTo([0.9, 0.2, 0.1]);
    const further = trainedTo([0.9, 0.2, 0.1, 0]);
    expect(milestoneBetween(before, fallen)).toBe("fallen");
    expect(milestoneBetween(fallen, further)).toBeNull();
  });
});
