/** The session decodes what stands beside the shown decode. */
import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BesideKind } from "../../engine/beside";
import type { Show } from "../../engine/show";
import type { Arithmetic } from "../../engine/training/learner";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { SMALL, TestSession } from "../../testing/testSession";

let arithmetic: Arithmetic;
let page: TestSession;

const latest = () => {
  const trace = page.latest("trace")?.trace;
  if (!trace) throw new Error("expected a trace");
  return trace;
};

const said = (steps: readonly { readonly chosen: { readonly id: number } }[]): number[] =>
  steps.map(({ chosen }) => chosen.id);

/** Requests this decode, and the same one alone as the other side of it. */
async function besideAndAlone(show: Partial<Show>, beside: BesideKind, alone: Partial<Show>) {
  await page.show({ ...show, beside });
  const { beside: found } = latest();
  await page.show({ ...show, ...alone, beside: "none" });
  return { found, alone: latest() };
}

/** Draws its tokens, with the greedy answer beside it. */
const sampled = (sampleSeed: number): Partial<Show> => ({
  choosing: { method: "sampling", beamWidth: 3, temperature: 1, sampleSeed },
  beside: "greedy",
});

describe("the decode beside the shown one", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });
  beforeEach(async () => {
    page = new TestSession(arithmetic);
    await page.configure({ ...SMALL, maxSteps: 50 });
    await page.train();
  });

  it.each<[BesideKind, Partial<Show>, Partial<Show>]>([
    ["forced", {}, { feeding: "truth" }],
    ["free", { feeding: "truth" }, { feeding: "own" }],
    [
      "greedy",
      { choosing: { method: "sampling", beamWidth: 3, temperature: 3, sampleSeed: 4 } },
      { choosing: { method: "greedy", beamWidth: 3, temperature: 3, sampleSeed: 4 } },
    ],
    ["present", { weightsOf: { step: 0 } }, { weightsOf: "present" }],
    ["untouched", { edits: [{ kind: "emptyContext", step: 0 }] }, { edits: [] }],
  ])("is the decode that this Show alone gives: %s", async (kind, show, other) => {
    const { found, alone } = await besideAndAlone(show, kind, other);
    expect(found?.kind).toBe(kind);
    expect(found?.trainedSteps).toBe(alone.trainedSteps);
    expect(found?.ending).toBe(alone.ending);
    expect(said(found?.steps ?? [])).toEqual(said(alone.steps));
    expect(found?.steps.map(({ input }) => input)).toEqual(alone.steps.map(({ input }) => input));
    expect(alone.beside).toBeNull();
  });

  it("is none where it would be the same decode, or no truth is known", async () => {
    await page.show({ beside: "greedy" });
    expect(latest().beside).toBeNull();
    await page.show({ beside: "forced", feeding: "truth" });
    expect(latest().beside).toBeNull();
  });

  it("comes in the same answer as the shown decode, and is not decoded again where nothing changed it", async () => {
    const traces = page.of("trace").length;
    await page.show(sampled(1));
    const first = latest().beside;
    await page.show(sampled(2));
    expect(page.of("trace")).toHaveLength(traces + 2);
    expect(latest().beside).toBe(first); // the very same object
    await page.step(1);
    expect(latest().beside).not.toBe(first); // other weights
  });

  it("leaves no tensors behind", async () => {
    const before = memory().numTensors;
    await page.show({ beside: "forced" });
    await page.show({ beside: "present", weightsOf: { step: 0 } });
    expect(memory().numTensors).toBe(before);
  });
});
