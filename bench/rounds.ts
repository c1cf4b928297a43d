/** Times the systems in turn, round after round, so that other load on the machine affects all of them alike. */
import { measureProducts, type BenchmarkBrowser } from "./browser";
import type { ComparedSystem } from "./comparedSystem";
import { type ComparedId, NAMES } from "./names";
import { startPyTorch } from "./pytorch";
import { countOperations, makeWork, type Size } from "./work";

const CHECKED = 3; //      the first losses must agree
const TOLERANCE = 1e-4; // nats
const WARM_UP = 1500; //   ms of training before the measurement
const ROUND = 200; //      ms of a system's turn; at least one update

export interface SizeResult {
  readonly size: Size;
  /** Milliseconds an update in each round. */
  readonly milliseconds: Partial<Record<ComparedId, readonly number[]>>;
  /** Of the work; a multiply-add counts as two. */
  readonly operations: number;
  /** Billions of operations a second in the browser's fastest matrix product, in each round. */
  readonly productRate: readonly number[];
  /** Milliseconds of the work at that rate, in each round. */
  readonly floor: readonly number[];
}

interface Runner {
  readonly id: ComparedId;
  readonly system: ComparedSystem;
  readonly steps: number; // in a turn
  readonly times: number[];
}

/** Times these systems on one size and leaves out those that this machine does not have. */
export async function timeSize(
  browser: BenchmarkBrowser,
  size: Size,
  ids: readonly ComparedId[],
  rounds: number,
): Promise<SizeResult> {
  const runners = await startAll(browser, size, ids);
  const products = await browser.openPage();
  const rates: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const { system, steps, times } of runners) times.push((await system.time(steps)) / steps);
    rates.push(await measureProducts(products));
  }
  await Promise.all([products.close(), ...runners.map(({ system }) => system.close())]);
  const operations = countOperations(size);
  return {
    size,
    milliseconds: Object.fromEntries(runners.map(({ id, times }) => [id, times])),
    operations,
    productRate: rates,
    floor: rates.map((rate) => operations / rate / 1e6),
  };
}

/** @throws where the losses of a system differ from those of the others */
async function startAll(
  browser: BenchmarkBrowser,
  size: Size,
  ids: readonly ComparedId[],
): Promise<Runner[]> {
  const runners: Runner[] = [];
  let expected: readonly number[] | null = null;
  for (const id of ids) {
    const system = await startCompared(browser, id, size);
    if (!system) continue;
    const losses: number[] = [];
    for (let i = 0; i < CHECKED; i++) losses.push(await system.train(1));
    expected ??= losses;
    if (!agree(losses, expected))
      throw new Error(`${NAMES[id]}: losses ${losses.join(", ")}, expected ${expected.join(", ")}`);
    runners.push({ id, system, steps: await warmUp(system), times: [] });
  }
  return runners;
}

const agree = (losses: readonly number[], expected: readonly number[]): boolean =>
  losses.every((loss, i) => Math.abs(loss - (expected[i] ?? Number.NaN)) <= TOLERANCE);

export function startCompared(
  browser: BenchmarkBrowser,
  id: ComparedId,
  size: Size,
): Promise<ComparedSystem | null> {
  if (id === "pytorch") return startPyTorch(makeWork(size));
  if (id === "pytorchCuda") return startPyTorch(makeWork(size), "cuda");
  return browser.startSystem(id, size);
}

/** Trains until the code is compiled. @returns the number of updates that fill a turn */
async function warmUp(system: ComparedSystem): Promise<number> {
  let milliseconds = 0;
  for (let total = 0; total < WARM_UP; total += milliseconds) milliseconds = await system.time(1);
  return Math.max(1, Math.round(ROUND / milliseconds));
}
