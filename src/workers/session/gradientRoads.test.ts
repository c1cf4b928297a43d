/** The session answers requests for the gradient's roads with the weights of the run. */
import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { softmax } from "../../engine/reference/linearAlgebra";
import { type LossOf, type RoadsAnswer, roadsExample } from "../../engine/results/roads";
import type { Trace } from "../../engine/results/trace";
import type { WeightsOf } from "../../engine/show";
import type { Arithmetic } from "../../engine/training/learner";
import { expectClose } from "../../testing/closeness";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { SMALL, TestSession } from "../../testing/testSession";

let arithmetic: Arithmetic;
let session: TestSession;

const shown = (): Trace => {
  const trace = session.latest("trace")?.trace;
  if (!trace) throw new Error("expected a trace, got none");
  return trace;
};

/** Asks for the roads of the shown example. */
function ask(
  of: LossOf = 0,
  weightsOf: WeightsOf = "present",
  runId = session.info.runId,
): Promise<void> {
  return session.send({ type: "roads", runId, weightsOf, of, example: roadsExample(shown()) });
}

const answer = (): RoadsAnswer | undefined => session.latest("roads")?.answer;

/** -ln p(target) of each step, by the trace. */
function lossesOf(trace: Trace): number[] {
  const { targets } = roadsExample(trace);
  return trace.steps.map(({ logits }, t) => {
    const probabilities = softmax(Array.from(logits));
    return -Math.log(probabilities[targets[t] ?? 0] ?? 0);
  });
}

describe("the gradient's roads of a session", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });
  beforeEach(async () => {
    session = new TestSession(arithmetic);
    await session.configure({ ...SMALL, maxSteps: 20 });
  });

  it("are of the weights and the steps that the trace shows", async () => {
    await session.step(3);
    await ask("all");
    expect(answer()).toMatchObject({ of: "all", trainedSteps: 3 });
    expectClose(answer()?.roads.losses ?? [], lossesOf(shown()), 1e-5);
  });

  it("are of earlier weights while the stage looks back at them", async () => {
    await ask(1);
    const fresh = answer()?.roads;
    await session.train();
    await ask(1);
    expect(answer()?.roads).not.toEqual(fresh);
    const example = roadsExample(shown());
    await session.show({ weightsOf: { step: 0 } });
    await ask(1, { step: 0 });
    expect(answer()?.trainedSteps).toBe(0);
    expectClose(answer()?.roads.losses ?? [], lossesOf(shown()), 1e-5);
    expect(answer()?.example).toEqual(roadsExample(shown()));
    expect(answer()?.example.source).toEqual(example.source);
  });

  it("are of the weights on the stage after the run has thinned out their snapshot", async () => {
    await session.step(2);
    await session.show({ weightsOf: { step: 1 } });
    while (session.latest("snapshots")?.steps.includes(1)) await session.step();
    await ask("all", { step: 1 });
    expect(answer()?.trainedSteps).toBe(1);
    expectClose(answer()?.roads.losses ?? [], lossesOf(shown()), 1e-5);
  });

  it("answer only the newest of several requests, and none about another run", async () => {
    await Promise.all([ask(0), ask(1), ask(2)]);
    expect(session.of("roads").map(({ answer: { of } }) => of)).toEqual([2]);
    await ask(0, "present", session.info.runId + 1);
    expect(session.of("roads")).toHaveLength(1);
    expect(session.of("done").at(-1)?.requestId).toBe(session.lastRequest);
  });

  it("leave the training and the memory as they were", async () => {
    await session.step(2);
    const before = memory().numTensors;
    await ask("all");
    expect(memory().numTensors).toBe(before);
    await session.step(2);
    const other = new TestSession(arithmetic);
    await other.configure({ ...SMALL, maxSteps: 20 });
    await other.step(4);
    expect(session.losses).toEqual(other.losses);
  });
});
