/** Requests of every kind, sent in a random order and without waiting, as an impatient student sends them. */
import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { Edit } from "../../engine/edits/edit";
import { BESIDES } from "../../engine/beside";
import { createRandom, type Random } from "../../engine/rng";
import { roadsExample } from "../../engine/results/roads";
import type { Trace } from "../../engine/results/trace";
import { INITIAL_SHOW, type Show } from "../../engine/show";
import type { Arithmetic } from "../../engine/training/learner";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { SMALL, TestSession } from "../../testing/testSession";
import type { Command } from "../protocol";

const EDITS: readonly Edit[] = [
  { kind: "say", step: 1, token: "a" },
  { kind: "feed", step: 0, token: "b" },
  { kind: "hide", position: 1 },
  { kind: "emptyState", step: 2 },
  { kind: "emptyContext", step: 1 },
  { kind: "padding", count: 2 },
  { kind: "temperature", of: "attention", value: 0.5 },
  { kind: "swapStates", source: "?" },
  { kind: "say", step: 250, token: "a" },
];

const pick = <T>(random: Random, values: readonly T[]): T => {
  const value = values[Math.floor(random.next() * values.length)];
  if (value === undefined) throw new Error("expected a value");
  return value;
};

function randomShow(random: Random): Show {
  return {
    ...INITIAL_SHOW,
    example: { kind: "heldOut", index: Math.floor(random.next() * 3) },
    feeding: pick(random, ["own", "truth"]),
    choosing: { ...INITIAL_SHOW.choosing, method: pick(random, ["greedy", "beam", "sampling"]) },
    weightsOf: pick(random, ["present", { step: 0 }, { step: 2 }] as const),
    beside: pick(random, BESIDES),
    edits: EDITS.filter(() => random.next() < 0.3),
  };
}

function randomCommand(random: Random, session: TestSession): Command {
  const { runId } = session.info;
  const trace = session.latest("trace")?.trace;
  const attention = pick(random, ["none", "additive", "dot"] as const);
  const commands: readonly (() => Command)[] = [
    () => ({ type: "show", show: randomShow(random), runId }),
    () => ({ type: "show", show: randomShow(random), runId }),
    () => ({ type: "train" }),
    () => ({ type: "pause" }),
    () => ({ type: "trainOneStep" }),
    () => ({ type: "walkUpdate" }),
    () => ({
      type: "followInWalk",
      runId,
      step: session.latest("walked")?.account.step ?? 1,
      follow: { kind: "row", row: 1 },
    }),
    () => ({ type: "reset" }),
    () => ({ type: "undo" }),
    () => ({ type: "redo" }),
    () => ({ type: "useBest" }),
    () => ({ type: "saveModel" }),
    () => ({ type: "evaluate" }),
    () => ({ type: "stopEvaluating" }),
    () => ({ type: "readParameters", weightsOf: trace?.show.weightsOf ?? "present" }),
    () => ({
      type: "configure",
      config: { ...SMALL, attention },
      weights: "fresh",
      show: randomShow(random),
    }),
    () =>
      trace
        ? { type: "roads", runId, weightsOf: "present", of: "all", example: roadsExample(trace) }
        : { type: "pause" },
  ];
  return pick(random, commands)();
}

/** The rows of the map, where the model has one. */
const rows = (trace: Trace): readonly Float32Array[] =>
  trace.steps.flatMap(({ attention }) => (attention ? [attention.weights] : []));

let arithmetic: Arithmetic;

describe("requests in any order", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });

  it.each([1, 2, 3, 4, 5, 6])(
    "are all answered once, without a failure (seed %i)",
    async (seed) => {
      const random = createRandom(seed);
      const session = new TestSession(arithmetic);
      await session.configure({ ...SMALL, maxSteps: 200 });
      const first = session.lastRequest;
      for (let i = 0; i < 40; i++) {
        const answered = session.send(randomCommand(random, session));
        if (random.next() < 0.3) await answered;
      }
      await session.send({ type: "pause" });
      await session.send({ type: "stopEvaluating" });
      const show = { ...randomShow(random), edits: [] };
      await session.send({ type: "show", show, runId: session.info.runId });
      const done = session.of("done").map(({ requestId }) => requestId);
      expect(new Set(done).size).toBe(done.length);
      expect(done.toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: session.lastRequest - first + 1 }, (_, i) => first + i),
      );
      expect(session.of("failed")).toEqual([]);
      const traces = session.of("trace").map(({ trace }) => trace);
      for (const row of traces.flatMap(rows))
        expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 4);
      const last = session.latest("trace");
      expect(last?.requestId).toBe(session.lastRequest);
      expect(last?.trace.runId).toBe(session.info.runId);
      expect(last?.trace.show.example).toEqual(show.example);
    },
  );

  it("leave no tensors behind", async () => {
    const session = new TestSession(arithmetic);
    await session.configure();
    const runId = session.info.runId;
    await session.send({ type: "show", show: INITIAL_SHOW, runId });
    const before = memory().numTensors;
    const random = createRandom(7);
    for (let i = 0; i < 20; i++)
      await session.send({ type: "show", show: randomShow(random), runId });
    await session.send({ type: "readParameters", weightsOf: "present" });
    expect(memory().numTensors).toBe(before);
  });
});
