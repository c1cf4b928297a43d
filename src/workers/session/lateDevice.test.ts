/** A session on a device whose answers come late, out of order or never, and on a device that is lost at any moment. */
import { beforeAll, describe, expect, it } from "vitest";
import { readModelFile } from "../../engine/files/modelFile";
import { fusedArithmetic } from "../../engine/fused/fusedLearner";
import type { HostOps } from "../../engine/fused/ops";
import type { StartLimit } from "../../engine/fused/webgpu/connection";
import { createWasmOps } from "../../engine/fused/wasm/wasmOps";
import { INITIAL_SHOW } from "../../engine/show";
import type { Trace } from "../../engine/results/trace";
import type { Arithmetic } from "../../engine/training/learner";
import { FakeDevice, type Schedule } from "../../testing/fakeDevice";
import { KEPT, KeptSession } from "../../testing/keptSession";
import { createLateOps, inAnyOrder, lateBy } from "../../testing/lateOps";
import { startNodeBackend } from "../../testing/nodeBackend";
import type { RunStore } from "../../storage/runs";
import { yieldToMessages } from "../yieldToMessages";

const CONFIG = { ...KEPT, maxSteps: 50 };
const BEAM = { ...INITIAL_SHOW, choosing: { ...INITIAL_SHOW.choosing, method: "beam" } } as const;

let host: HostOps;
/** What a session in main memory shows of each update of the same run. */
let truth: Shown;

interface Shown {
  readonly losses: ReadonlyMap<number, number>;
  readonly evaluations: ReadonlyMap<number, unknown>;
  readonly maps: ReadonlyMap<number, string>; // of the trace fed the truth
  readonly parameters: Float32Array; //          after the last update
}

/** An empty store that answers at once. */
function createStore(): RunStore {
  let record: object | undefined;
  return {
    read: async () => record,
    write: async (value) => void (record = structuredClone(value)),
    remove: async () => void (record = undefined),
  };
}

/** A session on a device with these answers, and its store. */
function openLate(schedule: Schedule, startLimit?: StartLimit) {
  const device = new FakeDevice(schedule);
  const arithmetic = fusedArithmetic(createLateOps(host, device, startLimit));
  const store = createStore();
  return { device, store, session: new KeptSession(arithmetic, store) };
}

const inMainMemory = (): Arithmetic => fusedArithmetic(host);

/** The logits of all steps. */
function mapOf({ steps }: Trace): string {
  return steps.map(({ logits }) => logits.join()).join();
}

function shownBy(session: KeptSession): Omit<Shown, "parameters"> {
  const losses = session.of("progress").flatMap((event) => event.losses);
  const traces = session.of("trace").filter(({ trace }) => trace.show.feeding === "truth");
  return {
    losses: new Map(losses.map(({ step, loss }) => [step, loss])),
    evaluations: new Map(
      session.of("evaluation").map(({ evaluation }) => [evaluation.step, evaluation]),
    ),
    maps: new Map(traces.map(({ trace }) => [trace.trainedSteps, mapOf(trace)])),
  };
}

async function parametersOf(session: KeptSession): Promise<Float32Array> {
  await session.send({ type: "saveModel" });
  const saved = session.latest("modelSaved");
  if (!saved) throw new Error("no saved model");
  return readModelFile(saved.bytes).parameters;
}

/** Expects everything that a session has shown to be the truth. */
function expectTruth(session: KeptSession): void {
  const { losses, evaluations, maps } = shownBy(session);
  const steps = session.of("progress").flatMap((event) => event.losses.map(({ step }) => step));
  expect(steps).toEqual(Array.from(steps, (_, i) => i + 1)); // each update once, in order
  for (const [step, loss] of losses) expect(loss, `loss ${step}`).toBe(truth.losses.get(step));
  for (const [step, one] of evaluations) expect(one).toEqual(truth.evaluations.get(step));
  for (const [step, map] of maps) expect(map === truth.maps.get(step), `map ${step}`).toBe(true);
  for (const { bytes } of session.of("modelSaved"))
    expect(readModelFile(bytes).parameters).toEqual(truth.parameters);
}

beforeAll(async () => {
  await startNodeBackend("wasm"); // it computes the traces
  const ops = await createWasmOps();
  if (!ops) throw new Error("no WebAssembly SIMD");
  host = ops;
  const session = new KeptSession(inMainMemory(), createStore());
  await session.send({ type: "watchTraining", view: { pace: "slowly", rows: "expected" } });
  await session.resume(CONFIG);
  await session.train();
  truth = { ...shownBy(session), parameters: await parametersOf(session) };
});

it("the session in main memory shows every update", () => {
  expect([truth.losses.size, truth.maps.size]).toEqual([50, 51]);
});

describe("a device that answers", () => {
  it.each<readonly [string, () => Schedule]>([
    ["late", () => lateBy(1)],
    ["very late", () => lateBy(12)],
    ["in any order", () => inAnyOrder(1)],
    ["in any other order", () => inAnyOrder(2)],
  ])("%s shows what main memory shows, each number with its own update", async (_, schedule) => {
    const { session, device } = openLate(schedule());
    await session.resume(CONFIG);
    await session.train();
    await session.send({ type: "show", show: BEAM, runId: session.info.runId });
    expect(await parametersOf(session)).toEqual(truth.parameters);
    expectTruth(session);
    const { losses, evaluations, maps } = shownBy(session);
    expect(losses).toEqual(truth.losses);
    expect([...evaluations.keys()]).toEqual([...truth.evaluations.keys()]);
    expect(maps.size).toBeGreaterThan(2);
    expect(session.latest("trace")?.trace.decoding.kind).toBe("beam");
    expect(session.of("failed")).toEqual([]);
    expect(device.asked.map).toBeGreaterThan(20);
  });

  it("late does not hold training up: updates follow while losses travel", async () => {
    let travelling = 0;
    const waiting: number[] = [];
    const { session } = openLate((deliver) => {
      travelling++;
      lateBy(12)(() => {
        travelling--;
        deliver();
      });
    });
    await session.resume(CONFIG);
    session.listen((event) => event.type === "progress" && waiting.push(travelling));
    await session.train();
    expect(Math.max(...waiting)).toBeGreaterThan(1);
  });

  it("late is evaluated beside training on the weights of the request, and paused between two updates", async () => {
    const { session } = openLate(inAnyOrder(5));
    await session.resume({ ...CONFIG, maxSteps: 1000 });
    await session.send({ type: "train" });
    while (session.of("progress").length < 3) await yieldToMessages();
    const evaluating = evaluated(session);
    await session.send({ type: "pause" });
    await evaluating;
    const { losses } = shownBy(session);
    expect([...losses.keys()].at(-1)).toBe(session.latest("trace")?.trace.trainedSteps);
    expect(session.latest("stopped")?.reason).toBe("paused");
    expect(session.of("evaluating").at(-1)?.stage.kind).toBe("done");
    const types = session.events.map(({ type }) => type);
    expect(types.indexOf("stopped")).toBeGreaterThan(types.lastIndexOf("progress"));
    await session.send({ type: "trainOneStep" });
    await session.send({ type: "reset" });
    expect(session.latest("ready")?.info.step).toBe(0);
    const done = session.of("done").map(({ requestId }) => requestId);
    expect(done.toSorted((a, b) => a - b)).toEqual(done.map((_, i) => i + 1)); // every request is answered
    expect(session.events.at(-1)?.type).toBe("done");
  });
});

/** Evaluates in full, to the end. */
async function evaluated(session: KeptSession): Promise<void> {
  await session.send({ type: "evaluate" });
  while (session.latest("evaluating")?.stage.kind === "running" && !session.latest("failed"))
    await yieldToMessages();
}

/** Everything that reads from a device: training, an evaluation, a beam search, a file. */
async function useAll(session: KeptSession): Promise<void> {
  await session.resume(CONFIG);
  await session.send({ type: "train" });
  while (!session.events.some(({ type }) => type === "stopped" || type === "failed"))
    await yieldToMessages();
  await evaluated(session);
  await session.send({ type: "show", show: BEAM, runId: session.info.runId });
  await session.send({ type: "saveModel" });
}

describe("a device that is lost", () => {
  it("at any answer shows nothing wrong, and the run goes on elsewhere from what was saved", async () => {
    const { session: whole, device: counted } = openLate(lateBy(2));
    await useAll(whole);
    const answers = counted.asked.map + counted.asked.done;
    expect(answers).toBeGreaterThan(100);
    const resumedFrom = new Set<number>();
    const moments = Array.from({ length: answers - 2 }, (_, i) => i + 2);
    for (const fatal of moments.filter((at) => at % 50 === 0 || at > answers - 7)) {
      const { session, device, store } = openLate(lateBy(2));
      device.onAsked = () => {
        if (device.asked.map + device.asked.done === fatal) device.lose();
      };
      await Promise.race([useAll(session), session.next("failed")]);
      await yieldToMessages();
      expectTruth(session);
      const failures = session.of("failed").map(({ failure }) => failure);
      expect(failures).toEqual([{ kind: "backendLost", name: "webgpu" }]);
      expect(session.events.at(-1)?.type).toBe("failed"); // it says nothing more
      const next = new KeptSession(inMainMemory(), store);
      const { step } = await next.resume(CONFIG);
      resumedFrom.add(step);
      if (step < CONFIG.maxSteps) await next.train();
      for (const [at, loss] of shownBy(next).losses) expect(loss).toBe(truth.losses.get(at));
      expect(await parametersOf(next)).toEqual(truth.parameters);
    }
    expect(resumedFrom.size).toBeGreaterThan(2);
    expect([0, 50].every((step) => resumedFrom.has(step))).toBe(true);
  });

  it("counts as lost where it never answers, once the limit is over", async () => {
    const limits = new Set<() => void>();
    const count = { answered: 0 };
    const { session } = openLate(
      (deliver) => {
        if (count.answered++ < 60) lateBy(1)(deliver);
      },
      (over) => {
        limits.add(over);
        return () => void limits.delete(over);
      },
    );
    await session.resume(CONFIG);
    const failed = session.next("failed");
    await session.send({ type: "train" });
    while (count.answered < 62) await yieldToMessages();
    for (let i = 0; i < 50; i++) await yieldToMessages();
    expect(session.of("failed")).toEqual([]); // it waits
    [...limits].forEach((over) => over());
    await failed;
    expectTruth(session);
    expect(session.of("failed").map(({ failure }) => failure)).toEqual([
      { kind: "backendLost", name: "webgpu" },
    ]);
  });
});
