/** Acts of a lesson on the shipped scene. */
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { withTask } from "../../engine/tasks/difficulty";
import { readTrace } from "../../engine/files/traceCodec";
import type { Trace } from "../../engine/results/trace";
import { coverOf } from "../slices/lesson";
import { lessonNow, type LessonNow } from "../slices/lessonNow";
import { lessonPort } from "../ports/lessonPort";
import { LANE } from "../slices/lane";
import { laneOf, setRun, setView, useApp } from "../store";
import { openPage, page, receive } from "../testing/openedPage";
import { readyWith } from "../testing/events";
import { makeTrace } from "../../vis/testing/traces";
import { stepsAt } from "../ports/lessonFiles";
import * as acts from "./lesson";
import { listLessons, predict } from "./lessons";

const student = { ...acts, listLessons, predict };

const SCENE: Trace = readTrace(
  readFileSync(
    new URL("../../../public/data/englishFrench-additive.trace.json", import.meta.url),
    "utf8",
  ),
);

function now(): LessonNow {
  const state = useApp.getState();
  const open = lessonNow(state, stepsAt(state.view.lesson));
  if (!open) throw new Error("lesson: expected an open step");
  return open;
}

/** The row from which the stage hides its weights. */
const hidden = (): number | null =>
  coverOf(useApp.getState(), lessonPort()?.askedAt ?? null).hiddenFrom;

const view = () => useApp.getState().view;
const progress = (): readonly string[] => useApp.getState().lesson.progress;

/** Predicts the first cell of the row that the open step asks about. */
function predictFirstCell(): void {
  student.predict({ kind: "cell", row: now().question?.row ?? -1, column: 0 });
}

beforeEach(async () => {
  openPage();
  const stored = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
  await student.openLesson("readTheMap");
  receive(readyWith({ runId: 2, weights: "baked", config: laneOf(LANE).config }));
  setRun(LANE, { trace: SCENE });
  page.sent = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("opening a lesson", () => {
  it("asks once for the shipped model of its scene and shows the first example", async () => {
    openPage();
    await student.openLesson("readTheMap");
    expect(page.sent).toEqual([
      expect.objectContaining({
        type: "configure",
        weights: "baked",
        config: withTask(DEFAULT_CONFIG, "englishFrench"),
      }),
    ]);
    expect(view()).toMatchObject({ mode: "learn", lesson: { id: "readTheMap", step: 0 } });
  });

  it("keeps the model and the decode where they are the scene's already", async () => {
    await student.openLesson("readTheMap");
    expect(page.sentTypes()).toEqual([]);
    student.showScene();
    expect(page.sentTypes()).toEqual(["show"]);
  });

  it("brings the shipped model back after training", () => {
    receive(readyWith({ runId: 3, weights: "fresh", config: laneOf(LANE).config }));
    page.sent = [];
    student.showScene();
    expect(page.sentTypes()).toEqual(["configure"]);
  });

  it("goes on at the first step that is not done", async () => {
    student.predict({ kind: "row", row: 0 });
    student.reveal();
    student.listLessons();
    await student.openLesson("readTheMap");
    expect(view().lesson).toEqual({ id: "readTheMap", step: 1 });
  });
});

describe("a step that goes on with what the step before left", () => {
  const fresh = expect.objectContaining({ type: "configure", weights: "fresh" }) as unknown;
  const place = { id: "howItLearns", step: 2 } as const;

  it("begins with the lesson's scene on a page that opens at it", async () => {
    setView({ lesson: place });
    await student.resumeLesson(false, false);
    expect(page.sent).toEqual([fresh]);
  });

  it("finds the run that the tab has kept", async () => {
    setView({ lesson: place });
    await student.resumeLesson(false, true);
    expect(page.sent).toEqual([]);
  });

  it("goes on from the step before", async () => {
    await student.openLesson("howItLearns");
    expect(page.sent).toEqual([fresh]);
    receive(readyWith({ runId: 3, weights: "fresh", step: 0, config: laneOf(LANE).config }));
    student.skipStep();
    page.sent = [];
    student.skipStep();
    expect(view().lesson).toEqual(place);
    expect(page.sent).toEqual([]);
  });
});

describe("a step of a lesson", () => {
  it("cannot be passed without the answer, but skipped", () => {
    student.nextStep();
    expect(view().lesson?.step).toBe(0);
    student.reveal(); // without a prediction
    student.nextStep();
    expect(view().lesson?.step).toBe(0);
    student.skipStep();
    expect(view().lesson?.step).toBe(1);
    expect(progress()).toEqual([]);
  });

  it("hides the asked row until the reveal, which shows it and cannot be taken back", () => {
    student.skipStep();
    const row = now().question?.row ?? -1;
    expect(hidden()).toBe(row);
    expect(view().step).toBe(row - 1);
    predictFirstCell();
    expect(hidden()).toBe(row);
    student.reveal();
    expect(hidden()).toBeNull();
    expect(view().step).toBe(row);
    expect(now().isRevealed).toBe(true);
    student.predict({ kind: "cell", row, column: 4 });
    expect(now().prediction).toEqual({ kind: "cell", row, column: 0 });
    expect(progress()).toEqual(["readTheMap.2"]);
    student.nextStep();
    expect(view().lesson?.step).toBe(2);
    expect(now().prediction).toBeNull();
  });

  it("drops a prediction about another source", () => {
    student.skipStep();
    predictFirstCell();
    student.reveal();
    setRun(LANE, { trace: makeTrace() });
    expect(now()).toMatchObject({ prediction: null, isRevealed: false });
    setRun(LANE, { trace: SCENE });
    expect(now().isRevealed).toBe(true);
  });

  it("asks nothing while the model trains, and nothing of a model without attention", () => {
    setRun(LANE, { status: "training" });
    expect(now().question).toBeNull();
    setRun(LANE, { status: "idle", trace: makeTrace({ attention: "none" }) });
    expect(now().question).toBeNull();
    student.predict({ kind: "row", row: 0 });
    expect(now().prediction).toBeNull();
  });

  it("is none outside mode Learn, so that the lab hides nothing", () => {
    student.skipStep();
    setView({ mode: "lab" });
    expect(lessonNow(useApp.getState(), stepsAt(view().lesson))).toBeNull();
  });
});

it("the device keeps progress and place until the student clears them", () => {
  student.predict({ kind: "row", row: 0 });
  student.reveal();
  student.nextStep();
  expect(localStorage.getItem("seq2seq-lab.lessonProgress")).toBe("readTheMap.1");
  expect(localStorage.getItem("seq2seq-lab.lesson")).toBe("readTheMap.2");
  student.forgetProgress();
  expect(progress()).toEqual([]);
  expect(localStorage.getItem("seq2seq-lab.lessonProgress")).toBe("");
});
