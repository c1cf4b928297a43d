/** A lesson's scenes on a page whose worker runs in this thread: on the way to the lab and back, and beside the student's own run. */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bakedName } from "../../engine/files/baked";
import { sceneOf } from "../../lessons/catalogue";
import { configOf } from "../../lessons/scene";
import { eventually } from "../../testing/eventually";
import { open, settled, shipModels, startArithmetic } from "../../testing/pageWithWorker";
import { shippedModel } from "../../testing/shippedModel";
import { student } from "../actions/acts";
import { LANE } from "../slices/lane";
import { laneOf, useApp } from "../store";
import { keepScene } from "./keepScene";

const view = () => useApp.getState().view;
const run = () => laneOf(LANE).run;
const source = (): string | undefined =>
  run()
    .trace?.source.map(({ text }) => text)
    .join(" ");

let stop: () => void;

beforeAll(async () => {
  await startArithmetic();
  shipModels(async (config) => (bakedName(config) === null ? null : shippedModel(config)));
});

beforeEach(async () => {
  stop = keepScene();
  open(configOf(sceneOf("readTheMap"), "en"), { language: "en" });
  await settled();
  await student.openLesson("readTheMap");
  await settled();
});
afterEach(() => stop());

describe("a student who leaves a lesson for the lab and comes back", () => {
  it("finds its example again", async () => {
    const scene = source();
    student.setMode("lab");
    student.typeSource("the cat eats a cake");
    await settled();
    expect(source()).not.toBe(scene);
    student.setMode("learn");
    await settled();
    expect(source()).toBe(scene);
  });

  it("finds its model again, and undo has the run of the lab", async () => {
    student.setMode("lab");
    student.trainOneStep();
    await settled();
    const own = run().info?.runId;
    expect(run().step).toBe(1);
    student.setMode("learn");
    await settled();
    expect(run().info?.weights).toBe("baked");
    expect(useApp.getState().lesson.hasReplacedRun).toBe(true);
    student.undo();
    await settled();
    expect(run()).toMatchObject({ step: 1, info: { runId: own } });
  });

  it("finds what the lab has made where the step has a goal", async () => {
    for (let i = 0; i < 4; i++) await student.skipStep();
    await settled();
    student.setMode("lab");
    student.typeSource("the cat eats a cake");
    await settled();
    const made = source();
    student.setMode("learn");
    await settled();
    expect(source()).toBe(made);
  });
});

it("the student's own run stays undo's through several models of a lesson", async () => {
  student.trainOneStep();
  await settled();
  const own = run().info?.runId;
  for (const attention of ["none", "dot", "additive", "none"] as const) {
    await student.changeScene({ settings: { attention } });
    await settled();
  }
  expect(laneOf(LANE).config.attention).toBe("none");
  while (run().info?.undo && run().info?.runId !== own) {
    student.undo();
    await settled();
  }
  expect(run()).toMatchObject({ step: 1, info: { runId: own } });
});

it("a lesson trains as many updates as it says, from fresh weights where the model is a shipped one", async () => {
  await student.trainFor(3);
  await eventually(() => expect(run().stopReason).toBe("paused"));
  expect(run().step).toBeGreaterThanOrEqual(3);
  expect(run().step).toBeLessThan(100);
});

describe("a scene that compares", () => {
  it("opens both shipped models beside the lesson, and the next scene closes the second", async () => {
    await student.changeScene({ compare: "withWithout" });
    await eventually(() => expect(useApp.getState().lanes.b).toBeDefined());
    await settled();
    const { lanes, lesson } = useApp.getState();
    expect(lanes.b?.config.attention).toBe("none");
    expect(lanes.b?.run.info?.weights).toBe("baked");
    expect(view().mode).toBe("compare");
    expect(lesson.isComparing).toBe(true);
    await student.skipStep();
    await eventually(() => expect(view().mode).toBe("learn"));
    await settled();
    expect(useApp.getState().lanes.b).toBeUndefined();
    expect(view()).toMatchObject({ mode: "learn", lesson: { step: 1 } });
  });
});
