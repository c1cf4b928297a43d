import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import type { Event } from "../../workers/protocol";
import { milestoneBetween } from "./milestones";
import { INITIAL_RUN, reduceRun } from "./run";
import { otherRun, progressOf, readyWith } from "../testing/events";

/** The milestones of a series of events. */
function saidOf(...events: Event[]): (string | null)[] {
  let run = INITIAL_RUN;
  return events.map((event) => {
    const before = run;
    run = reduceRun(run, event);
    return milestoneBetween(before, run);
  });
}

const started: Event = { type: "started", runId: 1 };

describe("status line", () => {
  it("announces each change of a run and not the steps between", () => {
    expect(
      saidOf(readyWith(), started, progressOf(1, 5), progressOf(6, 9), {
        type: "stopped",
        runId: 1,
        reason: "target",
      }),
    ).toEqual(["ready", "started", null, null, "target"]);
  });

  it("announces that a saved run continues", () => {
    expect(saidOf(readyWith({ weights: "kept", step: 40 }), started)).toEqual([
      "continued",
      "started",
    ]);
  });

  it("announces each single step, also when one follows another", () => {
    const stopped: Event = { type: "stopped", runId: 1, reason: "oneStep" };
    expect(saidOf(readyWith(), started, progressOf(1, 1), stopped, started)).toEqual([
      "ready",
      "started",
      null,
      "oneStep",
      "started",
    ]);
  });

  it("says that training has started a new model in place of the shipped one", () => {
    const undo = otherRun({ weights: "baked", step: 600 });
    const stopped: Event = { type: "stopped", runId: 2, reason: "oneStep" };
    const update = [{ ...started, runId: 2 }, progressOf(1, 1, 2), stopped] as const;
    const shipped = readyWith({ weights: "baked", step: 600 });
    expect(saidOf(shipped, readyWith({ runId: 2, undo }), ...update)).toEqual([
      "ready",
      "reset",
      "startedNew",
      null,
      "oneStepNew",
    ]);
    const again = [{ ...started, runId: 2 }, progressOf(2, 2, 2), stopped] as const;
    const said = saidOf(shipped, readyWith({ runId: 2, undo }), ...update, ...again);
    expect(said.slice(5)).toEqual(["started", null, "oneStep"]);
  });

  it("announces a fresh model, and leaves failures to the notice", () => {
    const config = { ...DEFAULT_CONFIG, hiddenSize: 96 };
    expect(
      saidOf(readyWith(), readyWith({ runId: 2, config }), {
        type: "failed",
        failure: { kind: "crash", detail: "" },
      }),
    ).toEqual(["ready", "ready", null]);
  });

  it("has different messages for reset, undo, redo, the trained model, an opened one and the best weights", () => {
    const first = readyWith({ step: 12 });
    const back = readyWith({ step: 12, redo: otherRun({ runId: 2 }) });
    const reset = readyWith({ runId: 2, undo: otherRun() });
    const trained = readyWith({ runId: 3, weights: "baked", step: 1000, undo: otherRun() });
    const opened = readyWith({ runId: 4, weights: "opened", step: 600, undo: otherRun() });
    const best = readyWith({ runId: 5, weights: "best", step: 550, undo: otherRun({ runId: 4 }) });
    const said = saidOf(first, reset, back, reset, back, trained, back, opened, best);
    const news = ["reset", "undone", "redone", "undone", "trained", "undone", "opened", "best"];
    expect(said).toEqual(["ready", ...news]);
  });
});
