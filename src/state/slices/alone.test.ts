import { describe, expect, it, test } from "vitest";
import type { LessonId } from "../../lessons/catalogue";
import type { AloneInfo } from "../../workers/aloneProtocol";
import {
  afterEvent,
  type AloneWish,
  INITIAL_ALONE,
  INITIAL_WISH,
  readWish,
  writeWish,
} from "./alone";
import { INITIAL_LESSON, isAwaitingAlone, type LessonState } from "./lesson";

const INFO = { config: INITIAL_WISH.config, step: 0 } as AloneInfo;

const GENERATOR: AloneWish = {
  config: {
    ...INITIAL_WISH.config,
    alone: "generator",
    names: "native",
    learningRate: 0.003,
    cell: "lstm",
  },
  text: "",
  label: "ko",
  beginning: "김",
  choosing: "greedy",
  temperature: 1.2,
  drawSeed: 5,
};

test("that a saved run was dropped is told until the next update", () => {
  const damaged = afterEvent(INITIAL_ALONE, { type: "keeping", problem: "damaged" });
  const saved = afterEvent(damaged, { type: "keeping", problem: null });
  expect(saved.savingProblem).toBe("damaged");
  const opened = afterEvent(saved, { type: "opened", info: { ...INFO, losses: [] } });
  const trained = afterEvent(opened, { type: "progress", step: 1, losses: [] });
  expect(trained.savingProblem).toBeNull();
  const full = afterEvent(trained, { type: "keeping", problem: "full" });
  expect(afterEvent(full, { type: "progress", step: 2, losses: [] }).savingProblem).toBe("full");
  expect(afterEvent(full, { type: "keeping", problem: null }).savingProblem).toBeNull();
});

describe("the link of the networks alone", () => {
  it("names the kind and what differs from its default, and is read back", () => {
    expect(writeWish(INITIAL_WISH)).toBe("classifier");
    expect(readWish(writeWish(GENERATOR))).toEqual(GENERATOR);
    expect(readWish(writeWish({ ...INITIAL_WISH, text: "o'hara" })).text).toBe("o'hara");
  });

  it("takes defaults for what it does not understand", () => {
    expect(readWish("")).toEqual(INITIAL_WISH);
    expect(readWish("classifier*names_klingon*heat_99*draw_x*hidden_")).toEqual(INITIAL_WISH);
  });

  it("says that names are the student's own", () => {
    const own = { ...INITIAL_WISH, config: { ...INITIAL_WISH.config, names: "own" as const } };
    expect(readWish(writeWish(own))).toEqual(own);
  });
});

const isAwaiting = (id: LessonId, change: Partial<LessonState>): boolean =>
  isAwaitingAlone({
    view: { mode: "learn", hidden: [], lesson: { id, step: 0 } },
    lesson: { ...INITIAL_LESSON, ...change },
  });

describe("the whole network behind a lesson on the networks alone", () => {
  it("is out of sight until the lesson's page is there", () => {
    expect(isAwaiting("readOrWrite", {})).toBe(true);
    expect(isAwaiting("readOrWrite", { loaded: ["readOrWrite"], alone: "waiting" })).toBe(true);
  });

  it("is in sight where the student has left that page, and in other lessons", () => {
    expect(isAwaiting("readOrWrite", { loaded: ["readOrWrite"] })).toBe(false);
    expect(isAwaiting("readTheMap", {})).toBe(false);
  });
});
