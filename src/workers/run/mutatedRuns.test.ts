/** Records of runs with random damage: the worker drops each one or continues it, and none breaks the worker. */
import { beforeAll, expect, it } from "vitest";
import { createRandom } from "../../engine/rng";
import type { Arithmetic } from "../../engine/training/learner";
import type { RunStore } from "../../storage/runs";
import { damaged } from "../../testing/damaged";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { KeptSession } from "../../testing/keptSession";
import { SAVED_RUNS } from "./savedRun";

const RECORDS = 2000;
const TRAINED = 30; // of the continued ones; the others only decode

let arithmetic: Arithmetic;
let whole: object;

beforeAll(async () => {
  arithmetic = await startNodeArithmetic();
  const written: object[] = [];
  const page = new KeptSession(arithmetic, storeOf(undefined, written));
  await page.resume();
  await page.step(2);
  whole = written.at(-1) ?? {};
});

function storeOf(record: unknown, written: object[] = []): RunStore {
  return {
    read: async () => record,
    write: async (given) => void written.push(given),
    remove: async () => undefined,
  };
}

it(`${RECORDS} damaged records are dropped with a notice, or continued with finite weights`, async () => {
  const random = createRandom(17);
  const odd: string[] = [];
  const ends = { dropped: 0, kept: 0, fresh: 0 };
  for (let i = 0; i < RECORDS; i++) {
    const record = damaged(random, whole);
    if (SAVED_RUNS.unpack(record) === null) {
      ends.dropped++;
      continue;
    }
    const page = new KeptSession(arithmetic, storeOf(record));
    const { weights } = await page.resume();
    ends[weights === "kept" ? "kept" : "fresh"]++;
    if (weights === "kept" && ends.kept <= TRAINED) await page.step();
    const isFinite = page.losses.every(Number.isFinite);
    if (page.of("failed").length > 0 || !isFinite) odd.push(`${i}: ${weights}`);
  }
  expect(odd).toEqual([]);
  expect(ends.kept).toBeGreaterThan(TRAINED); // or the damage is too coarse to prove much
  expect(ends.dropped).toBeGreaterThan(1000);
});
