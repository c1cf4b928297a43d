import { expect, test } from "vitest";
import { makeTrace } from "../vis/testing/traces";
import { FIRST_LESSON, LESSON_IDS, LESSONS, readPlace, writePlace } from "./catalogue";
import { LESSON_FILES } from "./files";
import { MINUTES } from "./minutes";
import { factsOf } from "./testing/facts";

test("a lesson has as many steps as the catalogue says, each with an id of its own", async () => {
  for (const id of LESSON_IDS) {
    const ids = (await LESSON_FILES[id]()).map((step) => step.id);
    expect(ids).toHaveLength(LESSONS[id].steps);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

test("a lesson has 4 to 8 steps", () => {
  const others = LESSON_IDS.filter((id) => LESSONS[id].steps < 4 || LESSONS[id].steps > 8);
  expect(others).toEqual([]);
});

test("a step takes 60 to 120 seconds", () => {
  const others = LESSON_IDS.filter((id) => {
    const seconds = (60 * MINUTES[id]) / LESSONS[id].steps;
    return seconds < 60 || seconds > 120;
  });
  expect(others).toEqual([]);
});

test("the first step of the first lesson hides no row, so the first picture need not wait for its file", async () => {
  const [first] = await LESSON_FILES[FIRST_LESSON]();
  if (first?.kind !== "predict") throw new Error("expected a question");
  expect(first.ask(factsOf(makeTrace()))).toMatchObject({ hiddenFrom: null });
});

test("a place reads back from its text, and a step beyond the lesson becomes its last", () => {
  expect(readPlace(writePlace({ id: "readTheMap", step: 2 }))).toEqual({
    id: "readTheMap",
    step: 2,
  });
  expect(readPlace("readTheMap")).toEqual({ id: "readTheMap", step: 0 });
  expect(readPlace("readTheMap.99")?.step).toBe(LESSONS.readTheMap.steps - 1);
  expect(readPlace("readTheMap.0")?.step).toBe(0);
  expect(["", "poetry.1", "readTheMap.x", "readTheMap.1.2", "__proto__"].map(readPlace)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

test("a link or a progress from before “Spot the mistake” became two lessons leads to the step that it meant", () => {
  expect(readPlace("spotTheMistake.7")).toEqual({ id: "spotTheMistake", step: 6 });
  expect(readPlace("spotTheMistake.8")).toEqual({ id: "mistakesInside", step: 0 });
  expect(readPlace("spotTheMistake.12")).toEqual({ id: "mistakesInside", step: 4 });
});
