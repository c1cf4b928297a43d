/**
 * `node scripts/run-ts.mjs bench/threads.ts`: what a second thread would bring to a training step. Two threads take half
 * of the batch each, share their gradients and make the same update each; beside it one thread takes all of it.
 */
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { type Batch, makeBatch } from "../src/engine/batch";
import { type Config, DEFAULT_CONFIG } from "../src/engine/config";
import { lossAndGradient } from "../src/engine/fused/pass";
import type { FusedModel } from "../src/engine/fused/model";
import type { Learned, Ops } from "../src/engine/fused/ops";
import { createWasmOps } from "../src/engine/fused/wasm/wasmOps";
import { noMasks } from "../src/engine/model/dropoutMasks";
import { modelShape } from "../src/engine/modelShape";
import { initialParameters } from "../src/engine/parameters";
import { createRandom } from "../src/engine/rng";
import { taskOf } from "../src/engine/tasks/byId";
import { withTask } from "../src/engine/tasks/difficulty";
import type { Pair } from "../src/engine/tasks/task";
import { median } from "./median";

const THREADS = 2;
const ROUNDS = 25;
const TURN = 250; //   milliseconds of a way's turn
const BATCHES = 8; //  different ones, in turn
const SIZES: readonly Partial<Config>[] = [
  {},
  withTask(DEFAULT_CONFIG, "dates"),
  { hiddenSize: 128, embeddingSize: 64, batchSize: 128 },
];

/** The last is one of two that waits for nobody: what two threads would take on processors of their own, were meeting free. */
const WAYS = ["one", "two", "unwaited"] as const;
type Way = (typeof WAYS)[number];

interface Setup {
  readonly config: Config;
  readonly thread: number;
  readonly shared: SharedArrayBuffer; // gradients, [2, P]
  readonly gate: SharedArrayBuffer; //   [2]: who has come, and which time it is
}

// --- in a thread --------------------------------------------------------------------------------------------------

/** Waits until all threads have come here. */
function meet(gate: Int32Array): void {
  const time = Atomics.load(gate, 1);
  if (Atomics.add(gate, 0, 1) === THREADS - 1) {
    Atomics.store(gate, 0, 0);
    Atomics.add(gate, 1, 1);
    Atomics.notify(gate, 1);
  } else while (Atomics.load(gate, 1) === time) Atomics.wait(gate, 1, time);
}

async function work({ config, thread, shared, gate: gateBuffer }: Setup): Promise<void> {
  const ops = await createWasmOps();
  const task = taskOf(config, null);
  if (!ops || !task) throw new Error("threads: no WebAssembly SIMD, or no task");
  const shape = modelShape(config, task.sourceVocabulary.size, task.targetVocabulary.size);
  const learned = learn(ops, initialParameters(shape, createRandom(config.seed)));
  const P = learned.parameters.cols;
  const gradients = Array.from(
    { length: THREADS },
    (_, i) => new Float32Array(shared, 4 * i * P, P),
  );
  const sum = new Float32Array(P);
  const gate = new Int32Array(gateBuffer);
  const random = createRandom(config.seed, "threads");
  const half = config.batchSize / THREADS;
  const drawn = Array.from({ length: BATCHES }, () =>
    Array.from({ length: config.batchSize }, () => task.sample(random, "train")),
  );
  const batchOf = (pairs: readonly Pair[]): Batch => makeBatch(task, pairs);
  const whole = drawn.map(batchOf);
  const mine = drawn.map((pairs) => batchOf(pairs.slice(thread * half, (thread + 1) * half)));
  let updates = 0;

  const gradientOf = (batch: Batch) => {
    const model: FusedModel = { ops, shape, parameters: learned.parameters };
    const inputs = inputsOf(ops, batch);
    return lossAndGradient(model, { batch, inputs, masks: noMasks }).gradient;
  };
  const update = (gradient: ReturnType<typeof gradientOf>): void =>
    ops.update(learned, gradient, { learningRate: 1e-4, clipNorm: 1, steps: ++updates });
  const shareWork = (i: number, meetOthers: () => void): void => {
    gradients[thread]?.set(ops.read(gradientOf(mine[i] as Batch)));
    meetOthers(); // all gradients are there
    addUp(gradients, sum);
    meetOthers(); // all have read them
    update(ops.matrix(sum, 1, P));
  };
  const step: Record<Way, (i: number) => void> = {
    one: (i) => update(gradientOf(whole[i] as Batch)),
    two: (i) => shareWork(i, () => meet(gate)),
    unwaited: (i) => shareWork(i, () => undefined),
  };
  parentPort?.on("message", ({ way, steps }: { way: Way; steps: number }) => {
    const times = Array.from({ length: steps }, (_, i) => {
      const start = performance.now();
      ops.scope(() => step[way](i % BATCHES));
      return performance.now() - start;
    });
    parentPort?.postMessage(times);
  });
  parentPort?.postMessage([]);
}

function learn(ops: Ops, start: Float32Array): Learned {
  const keep = (values: Float32Array) =>
    ops.scope(() => ops.keep(ops.matrix(values, 1, values.length)));
  const zeros = new Float32Array(start.length);
  return { parameters: keep(start), mean: keep(zeros), variance: keep(zeros) };
}

/** The truth, position by position. -> [T B, 1] */
function inputsOf(ops: Ops, { size: B, targetLength: T, targetIn }: Batch) {
  const ids = Float32Array.from(
    { length: T * B },
    (_, i) => targetIn[(i % B) * T + Math.floor(i / B)] ?? 0,
  );
  return ops.matrix(ids, T * B, 1);
}

/** Always in the same order, so that the same run gives the same bits. */
function addUp([first, ...others]: readonly Float32Array[], sum: Float32Array): void {
  if (first) sum.set(first);
  for (const other of others)
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (other[i] ?? 0);
}

// --- what asks them -----------------------------------------------------------------------------------------------

async function measure(change: Partial<Config>): Promise<void> {
  const config = { ...DEFAULT_CONFIG, ...change };
  const [shared, gate] = [new SharedArrayBuffer(2 ** 24), new SharedArrayBuffer(8)];
  const threads = Array.from({ length: THREADS }, (_, thread) => {
    const setup: Setup = { config, thread, shared, gate };
    return new Worker(fileURLToPath(import.meta.url), { workerData: setup });
  });
  await Promise.all(threads.map(answer));
  const ask = async (way: Way, steps: number): Promise<number[]> => {
    const asked = way === "two" ? threads : threads.slice(0, 1);
    for (const thread of asked) thread.postMessage({ way, steps });
    const [first = []] = await Promise.all(asked.map(answer));
    return first; // the others waited for it, or it for them
  };
  for (const way of WAYS) await ask(way, 40); // compiled by then
  const steps = Math.max(1, Math.round(TURN / median(await ask("one", 9))));
  const times: Record<Way, number[]> = { one: [], two: [], unwaited: [] };
  for (let round = 0; round < ROUNDS; round++)
    for (const way of WAYS) times[way].push(...(await ask(way, steps)));
  await Promise.all(threads.map((thread) => thread.terminate()));
  console.log(`${config.task}, H = ${config.hiddenSize}, batch ${config.batchSize}`);
  console.log(describe("median", (way) => median(times[way])));
  console.log(describe("quickest twentieth", (way) => quick(times[way])));
}

function describe(what: string, of: (way: Way) => number): string {
  const [one, two, unwaited] = [of("one"), of("two"), of("unwaited")];
  const gain = (one / two).toFixed(2);
  return `  ${what}: one thread ${one.toFixed(2)} ms, two ${two.toFixed(2)} ms, gain ${gain}; one of two that waits for nobody ${unwaited.toFixed(2)} ms`;
}

/** What a step takes where nothing comes between: a busy machine leaves that to few of them. */
const quick = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 20)] ?? Number.NaN;

const answer = (thread: Worker): Promise<number[]> =>
  new Promise((resolve, reject) => {
    thread.removeAllListeners();
    thread.once("message", resolve);
    thread.once("error", reject);
  });

if (isMainThread) {
  console.log(
    `load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(" ")}`,
  );
  for (const size of SIZES) await measure(size);
  console.log(
    `load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(" ")}`,
  );
} else {
  await work(workerData as Setup);
}
