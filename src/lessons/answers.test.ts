/** What teachers read of a lesson: its question with the words of a model, and what is true of it. */
import { describe, expect, it } from "vitest";
import { makeTrace } from "../vis/testing/traces";
import { askedOf } from "./answers";
import { LESSON_IDS, sceneOf } from "./catalogue";
import { LESSON_FILES } from "./files";
import { READ_THE_MAP } from "./readTheMap";
import { configOf } from "./scene";
import { factsOf } from "./testing/facts";
import { sceneFacts } from "./sceneFacts";

const FACTS = factsOf(makeTrace({ source: ["c", "a", "t", "s"] }));

describe("the question of a step and its answer", () => {
  it("are those of the model, and the answer is right", () => {
    const asked = askedOf(READ_THE_MAP[1], FACTS);
    expect(asked?.question.kind).toBe("cell");
    expect(asked?.outcome?.isRight).toBe(true);
    expect(asked?.values).toHaveProperty("row");
  });

  it("need a model", () => {
    expect(askedOf(READ_THE_MAP[1], null)).toBeNull();
  });

  it("are never of a goal, and of no step with a scene of its own", () => {
    expect(askedOf(READ_THE_MAP[4], FACTS)).toBeNull();
    expect(askedOf({ ...READ_THE_MAP[1], scene: { task: "dates" } }, FACTS)).toBeNull();
  });

  it("have no answer where something must happen first", () => {
    const step = { ...READ_THE_MAP[1], act: { calls: () => [], isDone: () => true } };
    expect(askedOf(step, FACTS)).toMatchObject({ outcome: null, question: { kind: "cell" } });
  });

  it.each(LESSON_IDS)("of lesson %s ask the judge only what it can answer", async (id) => {
    const facts = sceneFacts(FACTS.trace, configOf(sceneOf(id), "en"));
    const steps = await LESSON_FILES[id]();
    const wrong = steps.filter((step) => askedOf(step, facts)?.outcome?.isRight === false);
    expect(wrong.map((step) => step.id)).toEqual([]);
  });
});
