/** What a trace costs on a device, and the weights that it decodes with. */
import { beforeAll, describe, expect, it } from "vitest";
import { countedOps, total } from "../../../testing/countedOps";
import { BEAM, randomWeights, SAMPLING } from "../../../testing/randomEdits";
import { FakeDevice } from "../../../testing/fakeDevice";
import { traceFused } from "../../../testing/fusedTrace";
import { createLateOps, inAnyOrder } from "../../../testing/lateOps";
import { copyPair, tinyShape, tinyTask } from "../../../testing/tinyTask";
import { makeBatch } from "../../batch";
import { planTrace } from "../../decoding/planTrace";
import type { Edit } from "../../edits/edit";
import type { Trace } from "../../results/trace";
import type { ModelShape } from "../../setup/modelShape";
import { INITIAL_SHOW, type Show } from "../../show";
import { NO_DROPOUT } from "../../training/dropoutMasks";
import { fusedArithmetic } from "../fusedLearner";
import type { FusedModel } from "../model";
import type { HostOps, Ops } from "../ops";
import { createWasmOps } from "../wasm/wasmOps";

const SAY: Edit = { kind: "say", step: 1, token: "b" };
const WAYS: readonly Partial<Show>[] = [
  {},
  { feeding: "truth" },
  { choosing: SAMPLING },
  { choosing: BEAM },
  { choosing: BEAM, edits: [SAY, { kind: "padding", count: 2 }] },
];
const PAIR = copyPair("cab");

let host: HostOps;

function modelOn(ops: Ops, shape: ModelShape, seed = 4): FusedModel {
  const flat = randomWeights(shape, seed);
  return { ops, shape, parameters: ops.scope(() => ops.keep(ops.matrix(flat, 1, flat.length))) };
}

/** The buffers of the arrays in a plain value. */
function buffersOf(value: unknown): ReadonlySet<ArrayBufferLike> {
  if (ArrayBuffer.isView(value)) return new Set([value.buffer]);
  if (typeof value !== "object" || value === null) return new Set();
  return new Set(Object.values(value).flatMap((part) => [...buffersOf(part)]));
}

/** The trace on a device that has no numbers in main memory, and the number of its reads. */
async function onDevice(show: Partial<Show>): Promise<{ trace: Trace; reads: number }> {
  const late = createLateOps(host, new FakeDevice(inAnyOrder(1)));
  let reads = 0;
  const read: Ops["read"] = (...ms) => {
    reads += 1;
    return late.read(...ms);
  };
  const trace = await traceFused(modelOn({ ...late, read }, tinyShape), show, PAIR);
  return { trace, reads };
}

describe("a trace", () => {
  beforeAll(async () => {
    const ops = await createWasmOps();
    if (!ops) throw new Error("expected WebAssembly SIMD, which this platform lacks");
    host = ops;
  });

  it.each(WAYS)("of a device whose answers come late is that of main memory: %j", async (show) => {
    const { trace } = await onDevice(show);
    expect(trace).toEqual(await traceFused(modelOn(host, tinyShape), show, PAIR));
  });

  it("is read in one transfer with teacher forcing and greedy decoding, and the untouched one in another", async () => {
    for (const feeding of ["own", "truth"] as const) {
      expect((await onDevice({ feeding })).reads).toBe(1);
      expect((await onDevice({ feeding, edits: [SAY] })).reads).toBe(2);
    }
  });

  it("reads the logits of every step of a sample or a beam before that", async () => {
    const { trace: sample, reads } = await onDevice({ choosing: SAMPLING });
    expect(reads).toBe(sample.steps.length + 1);
    const { trace: beam, reads: more } = await onDevice({ choosing: BEAM });
    expect(beam.decoding.kind === "beam" && beam.decoding.scored.length + 1).toBe(more);
  });

  it.each(WAYS)("has the weights of the call, though training goes on: %j", async (show) => {
    const flat = randomWeights(tinyShape, 4);
    const late = createLateOps(host, new FakeDevice(inAnyOrder(1)));
    const { planned } = planTrace(
      { task: tinyTask, shape: tinyShape, runId: 1, trainedSteps: 0 },
      { source: PAIR.source, answer: PAIR, show: { ...INITIAL_SHOW, ...show } },
    );
    const learner = fusedArithmetic(late).learner(tinyShape, { parameters: flat });
    const tracing = learner.trace(planned);
    const batch = makeBatch(tinyTask, [PAIR]);
    const example = { batch, truthFed: [true, true, true, true], dropout: NO_DROPOUT };
    for (let i = 0; i < 3; i++) await learner.step(example, { learningRate: 0.1, clipNorm: 1 });
    const before = await fusedArithmetic(host).predictor(tinyShape, flat).trace(planned);
    expect(await tracing).toEqual(before);
    expect(await learner.trace(planned)).not.toEqual(before);
  });

  it("has arrays that are views of one buffer, and another for the untouched decode", async () => {
    for (const tokenInput of ["learned", "onehot"] as const) {
      const shape = { ...tinyShape, tokenInput };
      const trace = await traceFused(modelOn(host, shape), { edits: [SAY] }, PAIR);
      const { untouched, ...own } = trace;
      expect(buffersOf(own)).toEqual(new Set([trace.encoder.states.data.buffer]));
      expect(buffersOf(untouched).size).toBe(1);
      expect(buffersOf(trace).size).toBe(2);
    }
  });

  it("leaves no matrix behind", async () => {
    const kept = new Map<number, number>();
    for (const show of WAYS) {
      let [made, released] = [0, 0];
      const ops: HostOps = {
        ...host,
        keep: (m) => {
          made += 1;
          return host.keep(m);
        },
        release: (m) => {
          released += 1;
          host.release(m);
        },
      };
      await traceFused(modelOn(ops, { ...tinyShape, cell: "lstm" }), show, PAIR);
      expect(released).toBe(made - 1); // the model's own parameters stay
      kept.set(made, released);
    }
    expect(kept.size).toBeGreaterThan(1);
  });
});

describe("launches of a trace with nine positions on each side", () => {
  const pair = copyPair("abcabcab");

  async function launches(shape: ModelShape, show: Partial<Show>): Promise<number> {
    const { ops, counts } = countedOps(host);
    const model = modelOn(ops, shape);
    counts.clear();
    await traceFused(model, show, pair);
    return total(counts);
  }

  it.each([
    ["none", { attention: "none" }, 51, 88],
    ["additive, Bahdanau", {}, 96, 137],
    ["additive, Bahdanau, two layers", { layers: 2 }, 144, 188],
    [
      "dot, Luong, input feeding",
      { attention: "dot", timing: "luong", inputFeeding: "on" },
      109,
      152,
    ],
  ] as const)("%s: their number is fixed", async (_, change, forced, greedy) => {
    const shape = { ...tinyShape, ...change };
    expect([await launches(shape, { feeding: "truth" }), await launches(shape, {})]).toEqual([
      forced,
      greedy,
    ]);
  });
});
