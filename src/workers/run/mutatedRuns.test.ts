/** Records of runs with random damage: the worker drops each one or continues it, and none breaks the worker. */
import { beforeAll, expect, it } from "vitest";
import { createRandom, type Random } from "../../engine/rng";
import type { Arithmetic } from "../../engine/training/learner";
import type { RunStore } from "../../storage/runs";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { KeptSession } from "../../testing/keptSession";
import { unpackRun } from "./savedRun";

type Plain = Record<string | number, unknown>;

const RECORDS = 2000;
const TRAINED = 30; // of the continued ones; the others only decode
/** Values in the place of others: of other types, empty, huge, and such that arithmetic spreads. */
const ODD: readonly unknown[] = [
  undefined,
  null,
  true,
  "",
  "constructor",
  -1,
  0.5,
  2 ** 40,
  Number.NaN,
  Infinity,
  [],
  {},
  new Float32Array(0),
  new Float64Array(4),
  new Date(0),
];

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

const pick = <T>(random: Random, from: readonly T[]): T => from[random.below(from.length)] as T;

/** Changes one place of a record, at any depth. */
function damage(random: Random, value: unknown): unknown {
  const isInside = random.below(3) > 0;
  if (value instanceof Float32Array) return damageNumbers(random, value);
  if (typeof value === "string" && isInside) return damageText(random, value);
  if (typeof value !== "object" || value === null || !isInside) return pick(random, ODD);
  const keys = Object.keys(value);
  if (keys.length === 0) return pick(random, ODD);
  const key = pick(random, keys);
  const copy = (Array.isArray(value) ? value.slice() : { ...value }) as Plain;
  if (random.below(6) === 0) delete copy[key];
  else copy[key] = damage(random, copy[key]);
  return copy;
}

function damageNumbers(random: Random, values: Float32Array): unknown {
  const copy = values.slice();
  switch (random.below(5)) {
    case 0:
      return copy.subarray(random.below(copy.length + 1));
    case 1:
      return new Float32Array(copy.length);
    case 2:
      return pick(random, ODD);
    default:
      copy[random.below(copy.length)] = pick(random, [Number.NaN, -Infinity, -1, 1e30, 0]);
      return copy;
  }
}

function damageText(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  const put = pick(random, ["", "0", "-", '"', "}", "null", "e9", "한"]);
  return text.slice(0, at) + put + text.slice(at + random.below(4));
}

it(`${RECORDS} damaged records are dropped with a notice, or continued with finite weights`, async () => {
  const random = createRandom(17);
  const odd: string[] = [];
  const ends = { dropped: 0, kept: 0, fresh: 0 };
  for (let i = 0; i < RECORDS; i++) {
    const record = damage(random, whole);
    if (unpackRun(record) === null) {
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
