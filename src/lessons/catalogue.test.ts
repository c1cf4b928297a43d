import { expect, test } from "vitest";
import { LESSON_IDS, LESSONS, readPlace, writePlace } from "./catalogue";
import { stepAt } from "./steps";

test("a lesson has as many steps as the catalogue says", () => {
  for (const id of LESSON_IDS) {
    const { steps } = LESSONS[id];
    expect(new Set(Array.from({ length: steps }, (_, step) => stepAt({ id, step }).id)).size).toBe(
      steps,
    );
    expect(() => stepAt({ id, step: steps })).toThrow("expected a step");
  }
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
