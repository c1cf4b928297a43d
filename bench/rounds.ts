/** Systems timed in turn, round after round, so that what else the machine does meets all of them alike. */
import { measureProducts, type Stage } from "./browser";
import type { Entrant } from "./entrant";
import { median } from "./median";
import { type EntrantId, NAMES } from "./names";
import { startPyTorch } from "./pytorch";
import { countOperations, makeWork, type Size } from "./work";

const CHECKED = 3; //      first losses that must agree
const TOLERANCE = 1e-4; // nats
const WARM_UP = 1500; //   milliseconds of training before anything counts
const ROUND = 200; //      milliseconds of a system's turn, or one update where that takes longer

export interface SizeResult {
  readonly size: Size;
  /** Medians of all rounds, in milliseconds an update. */
  readonly milliseconds: Partial<Record<EntrantId, number>>;
  /** Multiply-adds of the work, two operations each. */
  readonly operations: number;
  /** The fastest product of the browser: median of all rounds, in billions of operations a second. */
  readonly productRate: number;
  /** What the work would take at that rate, in milliseconds. */
  readonly floor: number;
}

interface Runner {
  readonly id: EntrantId;
  readonly entrant: Entrant;
  readonly steps: number; // of a turn
  readonly times: number[];
}

/** Times these systems on one size; those that are not there are left out. */
export async function timeSize(
  stage: Stage,
  size: Size,
  ids: readonly EntrantId[],
  rounds: number,
): Promise<SizeResult> {
  const runners = await enterAll(stage, size, ids);
  const products = await stage.open();
  const rates: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const { entrant, steps, times } of runners)
      times.push((await entrant.time(steps)) / steps);
    rates.push(await measureProducts(products));
  }
  await Promise.all([products.close(), ...runners.map(({ entrant }) => entrant.close())]);
  const operations = countOperations(size);
  const productRate = median(rates);
  return {
    size,
    milliseconds: Object.fromEntries(runners.map(({ id, times }) => [id, median(times)])),
    operations,
    productRate,
    floor: operations / productRate / 1e6,
  };
}

/** @throws where a system computes something else than the others */
async function enterAll(stage: Stage, size: Size, ids: readonly EntrantId[]): Promise<Runner[]> {
  const runners: Runner[] = [];
  let expected: readonly number[] | null = null;
  for (const id of ids) {
    const entrant = await enter(stage, id, size);
    if (!entrant) continue;
    const losses: number[] = [];
    for (let i = 0; i < CHECKED; i++) losses.push(await entrant.train(1));
    expected ??= losses;
    if (!agree(losses, expected))
      throw new Error(`${NAMES[id]}: losses ${losses.join(", ")}, expected ${expected.join(", ")}`);
    runners.push({ id, entrant, steps: await warmUp(entrant), times: [] });
  }
  return runners;
}

const agree = (losses: readonly number[], expected: readonly number[]): boolean =>
  losses.every((loss, i) => Math.abs(loss - (expected[i] ?? Number.NaN)) <= TOLERANCE);

export function enter(stage: Stage, id: EntrantId, size: Size): Promise<Entrant | null> {
  return id === "pytorch" ? startPyTorch(makeWork(size)) : stage.enter(id, size);
}

/** Trains until the code is compiled. @returns updates that fill a turn */
async function warmUp(entrant: Entrant): Promise<number> {
  let milliseconds = 0;
  for (let total = 0; total < WARM_UP; total += milliseconds) milliseconds = await entrant.time(1);
  return Math.max(1, Math.round(ROUND / milliseconds));
}
