/** What teachers read of a lesson: its question with the words of a model, and what is true of it. */
import { describe, expect, it } from "vitest";
import { makeTrace } from "../vis/testing/traces";
import { askedOf, sceneAfter, stepScene } from "./answers";
import { LESSON_IDS, sceneOf } from "./catalogue";
import { LESSON_FILES } from "./files";
import type { Call, Step } from "./lesson";
import { READ_OR_WRITE } from "./readOrWrite";
import { READ_THE_MAP } from "./readTheMap";
import { configOf } from "./scene";
import { aloneFacts, writtenName } from "./testing/alone";
import { factsOf } from "./testing/facts";
import { sceneFacts } from "./sceneFacts";

const FACTS = factsOf(makeTrace({ source: ["c", "a", "t", "s"] }));

describe("the question of a step and its answer", () => {
  it("are those of the model, and the answer is right", () => {
    const asked = askedOf(READ_THE_MAP[1], FACTS, FACTS);
    expect(asked?.question.kind).toBe("cell");
    expect(asked?.outcome?.isRight).toBe(true);
    expect(asked?.values).toHaveProperty("row");
  });

  it("need a model", () => {
    expect(askedOf(READ_THE_MAP[1], null, null)).toBeNull();
  });

  it("are never of a goal", () => {
    expect(askedOf(READ_THE_MAP[4], FACTS, FACTS)).toBeNull();
  });

  it("have no answer where the page does not know what must happen first", () => {
    const asked = askedOf(READ_THE_MAP[1], FACTS, null);
    expect(asked).toMatchObject({ outcome: null, question: { kind: "cell" } });
  });

  it.each(LESSON_IDS)("of lesson %s ask the judge only what it can answer", async (id) => {
    const steps = await LESSON_FILES[id]();
    const wrong = steps.filter((step) => {
      const scene = step.kind === "predict" && !step.act ? stepScene(step, sceneOf(id)) : null;
      const facts = scene && sceneFacts(FACTS.trace, configOf(scene, "en"));
      return askedOf(step, facts, facts)?.outcome?.isRight === false;
    });
    expect(wrong.map((step) => step.id)).toEqual([]);
  });
});

describe("what an act brings", () => {
  const [, beginning, , next, heat] = READ_OR_WRITE;
  const scene = stepScene(heat, sceneOf("readOrWrite"));
  const name = writtenName("lund", { kind: "sample", temperature: 0.3, seed: 1 });
  const facts = aloneFacts(FACTS.trace, "generator", { written: [name] });

  it("is known where it only changes the scene", () => {
    const hot = scene && sceneAfter(heat, scene, facts);
    expect(hot?.alone).toMatchObject({ kind: "generator", label: "sv", temperature: 1.5 });
    expect(scene && sceneAfter(beginning, scene, facts)).toBeNull(); // its question is of a reader
  });

  it("is known where it only changes what is decoded", () => {
    const stage = sceneOf("readTheMap");
    const after = (...calls: readonly Call[]) => {
      const step = { ...READ_THE_MAP[1], act: { calls: () => calls, isDone: () => true } };
      return sceneAfter(step, stage, FACTS);
    };
    const edit = { kind: "hide", position: 1 } as const;
    expect(after(["editDecode", edit])?.edits).toEqual([edit]);
    expect(after(["typeSource", "dog"])?.example).toEqual({ kind: "typed", text: "dog" });
    expect(after(["showExample", 3])?.example).toEqual({ kind: "heldOut", index: 3 });
    expect(after(["setTeacherForcing", true])?.show).toMatchObject({ feeding: "truth" });
    expect(after(["choose", { method: "beam" }])?.show?.choosing).toMatchObject({ method: "beam" });
    expect(after(["typeSource", "dog"], ["trainFor", 20])).toBeNull();
  });

  it("is not known where there is none, or where the stage changes", () => {
    expect(scene && sceneAfter(next, scene, facts)).toBeNull();
    const other = { ...heat, act: { ...heat.act, calls: () => [["clearEdits"] as const] } };
    expect(scene && sceneAfter(other as Step, scene, facts)).toBeNull();
  });
});
