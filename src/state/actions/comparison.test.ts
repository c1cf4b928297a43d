/** Lane B: what its acts and the page's acts ask of the worker. The store is connected to real sessions. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { open, settled, startArithmetic } from "../../testing/pageWithWorker";
import { SMALL } from "../../testing/testSession";
import type { Lane } from "../slices/lane";
import { ofLane } from "../slices/requests";
import { isWalking } from "../slices/walk";
import { setView, useApp } from "../store";
import { compareWith, configureB, openComparison, sameAsA, stopComparing } from "./comparison";
import { configure } from "./settings";
import { readBatch } from "./batch";
import { readMaps } from "./replay";
import { lookBack, nextExample, setTeacherForcing, showBeside, typeSource } from "./showing";
import { evaluate, resetModel, trainOneStep, undo } from "./training";
import { decodeInWalk, walkUpdate } from "./walking";

function laneB(): Lane {
  const { b } = useApp.getState().lanes;
  if (!b) throw new Error("expected lane B, got none");
  return b;
}

const laneA = (): Lane => useApp.getState().lanes.a;

const parametersOf = ({ run }: Lane): number => run.info?.parameters ?? 0;

/** What the stages of both lanes show. */
const shown = () => [laneA(), laneB()].map(({ run }) => run.trace);

describe("lane B", () => {
  beforeAll(startArithmetic);
  beforeEach(async () => {
    open(SMALL, {});
    await settled();
    openComparison();
    await settled();
  });

  it("opens without attention beside A, on the same source", () => {
    expect(laneB().run.info?.config).toEqual({ ...SMALL, attention: "none" });
    const [a, b] = shown();
    expect(b?.show).toEqual(a?.show);
    expect(b?.source).toEqual(a?.source);
    expect(useApp.getState().view).toMatchObject({ mode: "compare", pair: "withWithout" });
  });

  it("shows another example, a typed source and the truth as input like A", async () => {
    for (const act of [nextExample, () => typeSource("abc"), () => setTeacherForcing(true)]) {
      act();
      await settled();
      const [a, b] = shown();
      expect(b?.show).toEqual(a?.show);
    }
    expect(shown()[1]?.show).toMatchObject({ example: { text: "abc" }, feeding: "truth" });
  });

  it("makes the same updates as A, and goes back with A to the present of both", async () => {
    trainOneStep();
    await settled();
    trainOneStep();
    await settled();
    expect([laneA().run.step, laneB().run.step]).toEqual([2, 2]);
    lookBack({ step: 1 });
    await settled();
    expect(shown().map((trace) => trace?.trainedSteps)).toEqual([1, 1]);
    lookBack("present");
    await settled();
    expect(shown().map((trace) => trace?.trainedSteps)).toEqual([2, 2]);
  });

  it("walks the update of A with A, to the same losses as without a walk", async () => {
    trainOneStep();
    await settled();
    const plain = [laneA(), laneB()].map(({ run }) => run.losses.points.map(({ loss }) => loss));
    resetModel();
    await settled();
    walkUpdate();
    await settled();
    const { requests, view } = useApp.getState();
    for (const [id, lane] of [
      ["a", laneA()],
      ["b", laneB()],
    ] as const) {
      expect(lane.run.walk?.account.step).toBe(1);
      expect(isWalking(view, lane, ofLane(requests, id))).toBe(true);
    }
    expect(laneA().run.walk?.account.rows).toEqual(laneB().run.walk?.account.rows);
    const walked = [laneA(), laneB()].map(({ run }) => run.losses.points.map(({ loss }) => loss));
    expect(walked).toEqual(plain);
  });

  it("has the followed example of its own walk, and leaves that of A alone", async () => {
    walkUpdate();
    await settled();
    decodeInWalk({ kind: "row", row: 2 }, "b");
    await settled();
    expect(laneA().run.walk?.example).toBeNull();
    const { fed } = laneB().run.walk?.example ?? {};
    expect(fed?.before.shape.attention).toBe("none");
    expect(fed?.before.trainedSteps).toBe(0);
  });

  it("makes no walk as a finished model", async () => {
    trainOneStep();
    await settled();
    compareWith("earlier");
    await settled();
    walkUpdate();
    await settled();
    expect(laneA().run.walk?.account.step).toBe(2);
    expect(laneB().run.walk).toBeNull();
  });

  it("has its own batch and maps, for the part of the page that shows them", async () => {
    trainOneStep();
    await settled();
    readBatch("b");
    readMaps("b");
    await settled();
    expect(laneA().run.batch).toBeNull();
    expect(laneB().run.batch).toMatchObject({ update: 2, trainedSteps: 1 });
    expect(laneA().run.maps).toBeNull();
    compareWith("scores");
    await settled();
    trainOneStep();
    await settled();
    readMaps("b");
    await settled();
    expect(laneA().run.maps).toBeNull();
    expect(laneB().run.maps?.frames.map(({ step }) => step)).toEqual([0, 1]);
  });

  it("takes the place of a second decode of A", async () => {
    stopComparing();
    showBeside("forced");
    await settled();
    expect(laneA().run.trace?.beside).not.toBeNull();
    openComparison();
    await settled();
    expect(useApp.getState().view.show.beside).toBe("none");
    expect(shown().map((trace) => trace?.beside)).toEqual([null, null]);
    setView({ mode: "lab" });
    showBeside("forced");
    await settled();
    setView({ mode: "compare" });
    await settled();
    expect(shown().map((trace) => trace?.beside)).toEqual([null, null]);
  });

  it("is reset with A, and undo brings both back", async () => {
    trainOneStep();
    await settled();
    resetModel();
    await settled();
    expect([laneA().run.step, laneB().run.step]).toEqual([0, 0]);
    undo();
    await settled();
    expect([laneA().run.step, laneB().run.step]).toEqual([1, 1]);
  });

  it("is evaluated with A", async () => {
    evaluate();
    await settled();
    expect(laneA().evaluation.report).not.toBeNull();
    expect(laneB().evaluation.report).not.toBeNull();
  });

  it("changes a setting of its own, and takes that of A again", async () => {
    configureB({ hiddenSize: 16 });
    await settled();
    expect(laneB().run.info?.config).toEqual({ ...SMALL, attention: "none", hiddenSize: 16 });
    expect(useApp.getState().view.pair).toBeNull();
    sameAsA("hiddenSize");
    await settled();
    expect(laneB().run.info?.config).toEqual({ ...SMALL, attention: "none" });
    expect(laneA().run.info?.runId).toBe(1);
  });

  it("takes the settings of a pair that needs no other model", async () => {
    sameAsA("attention");
    await settled();
    const { runId } = laneB().run.info ?? {};
    compareWith("feeding");
    await settled();
    expect(laneB().config.forcing).toBe(0);
    expect(laneB().run.info).toMatchObject({ runId, config: laneB().config });
  });

  it("follows a setting and the task of A, and keeps its difference", async () => {
    configure({ hiddenSize: 16 });
    await settled();
    expect(laneB().run.info?.config).toEqual({ ...SMALL, attention: "none", hiddenSize: 16 });
    configure({ task: "copy" });
    await settled();
    expect(laneB().run.info?.config).toMatchObject({ task: "copy", attention: "none" });
    const [a, b] = shown();
    expect(b?.source).toEqual(a?.source);
  });

  it("loses its pair where A no longer fits it", async () => {
    configure({ attention: "none" });
    await settled();
    expect(useApp.getState().view.pair).toBeNull();
    expect(laneB().config.attention).toBe("none");
  });

  it("has a number of parameters near that of A", async () => {
    configure({ hiddenSize: 64 });
    await settled();
    compareWith("equalParameters");
    await settled();
    expect(laneB().config.hiddenSize).toBeGreaterThan(64);
    expect(Math.abs(parametersOf(laneB()) / parametersOf(laneA()) - 1)).toBeLessThan(0.1);
  });

  it("is A's run after an earlier update, which trains on alone", async () => {
    for (let i = 0; i < 3; i++) {
      trainOneStep();
      await settled();
    }
    compareWith("earlier");
    await settled();
    expect(shown().map((trace) => trace?.trainedSteps)).toEqual([3, 1]);
    lookBack({ step: 2 });
    await settled();
    expect(shown().map((trace) => trace?.trainedSteps)).toEqual([3, 2]);
    expect(laneB().run.info).toMatchObject({ weights: "copy", step: 2 });
    trainOneStep();
    await settled();
    expect(shown().map((trace) => trace?.trainedSteps)).toEqual([4, 2]);
  });

  it("gives A its playhead back when the student leaves an earlier update", async () => {
    trainOneStep();
    await settled();
    compareWith("earlier");
    await settled();
    compareWith("withWithout");
    await settled();
    expect(useApp.getState().view.playhead).toBeNull();
    expect(laneB().run.info?.config.attention).toBe("none");
  });

  it("stays where it is while the page shows A alone, and then shows what A shows", async () => {
    const before = laneB().run.trace;
    setView({ mode: "lab" });
    nextExample();
    trainOneStep();
    await settled();
    expect(laneB().run.trace).toBe(before);
    expect(laneB().run.step).toBe(0);
    setView({ mode: "compare" });
    await settled();
    const [a, b] = shown();
    expect(b?.show).toEqual(a?.show);
  });

  it("ends, and opens with fresh weights again", async () => {
    trainOneStep();
    await settled();
    stopComparing();
    await settled();
    expect(Object.keys(useApp.getState().lanes)).toEqual(["a"]);
    expect(useApp.getState().view).toMatchObject({ mode: "lab", pair: null });
    openComparison();
    await settled();
    expect(laneB().run.step).toBe(0);
    expect(laneA().run.step).toBe(1);
  });
});
