import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom, hashText, mix, type Random } from "./rng";

const draw = (random: Random, count = 20) => Array.from({ length: count }, () => random.next());

/** The count of each value from 0 to bins - 1; other values make the counts NaN. */
function countValues(values: readonly number[], bins: number): number[] {
  const counts = Array.from({ length: bins }, () => 0);
  for (const value of values) counts[value] = (counts[value] ?? NaN) + 1;
  return counts;
}

/** Pearson's chi-squared statistic against equal counts. */
function chiSquared(counts: readonly number[]): number {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0);
}

function correlation(xs: readonly number[], ys: readonly number[]): number {
  return xs.reduce((sum, x, i) => sum + (x - 0.5) * ((ys[i] ?? 0) - 0.5), 0) / xs.length / (1 / 12);
}

const wrap = (value: bigint) => BigInt.asUintN(32, value);

/** sfc32 in exact integer arithmetic, with createRandom's seeding. */
function referenceDraws(seed: number, label: string, count: number): number[] {
  const first = mix(seed);
  const second = mix(first ^ hashText(label));
  let [a, b, c] = [first, second, mix(second + 0x9e3779b9)].map(BigInt) as [bigint, bigint, bigint];
  let counter = 1n;
  const draws: number[] = [];
  for (let i = 0; i < 12 + count; i++) {
    const sum = wrap(a + b + counter);
    counter = wrap(counter + 1n);
    a = b ^ (b >> 9n);
    b = wrap(c + (c << 3n));
    c = wrap(wrap((c << 21n) | (c >> 11n)) + sum);
    draws.push(Number(sum) / 2 ** 32);
  }
  return draws.slice(12);
}

test("hashText gives the published vectors of FNV-1a", () => {
  expect(["", "a", "foobar"].map(hashText)).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
});

test("mix is MurmurHash3's finalizer: it has no collisions, and one bit changes about half of the bits", () => {
  expect([0, 1, 0xffffffff].map(mix)).toEqual([0, 0x514e28b7, 0x81f16f39]);
  const values = Array.from({ length: 20_000 }, (_, i) => mix(i));
  expect(new Set(values).size).toBe(values.length);
  const ones = values.map(
    (value, i) => (value ^ mix(i ^ 1)).toString(2).replace(/[-0]/g, "").length,
  );
  expect(ones.reduce((sum, n) => sum + n, 0) / ones.length).toBeGreaterThan(14);
});

test("the draws are those of sfc32 in exact arithmetic", () => {
  fc.assert(
    fc.property(fc.integer(), fc.string(), (seed, label) => {
      expect(draw(createRandom(seed, label), 50)).toEqual(referenceDraws(seed, label, 50));
    }),
  );
});

test("the same seed and label always give the same draws", () => {
  expect(draw(createRandom(1), 3)).toEqual(draw(createRandom(1), 3));
  expect(draw(createRandom(1), 3).map((x) => Math.floor(x * 1e6))).toEqual([
    820895, 399173, 895248,
  ]);
});

test("draws are in [0, 1) and fill 64 bins evenly, for large, small, negative and zero seeds", () => {
  for (const seed of [0, 1, 2, -1, 2 ** 31, 2 ** 32 - 1, 999_999]) {
    const random = createRandom(seed);
    const draws = draw(random, 64_000);
    expect(draws.every((x) => x >= 0 && x < 1)).toBe(true);
    const bins = draws.map((x) => Math.floor(x * 64));
    expect(chiSquared(countValues(bins, 64))).toBeLessThan(120); // 63 degrees of freedom: p < 2e-5
  }
});

test("neighbouring draws, neighbouring seeds and forks are uncorrelated", () => {
  const count = 40_000;
  const draws = draw(createRandom(7), count + 1);
  expect(Math.abs(correlation(draws.slice(0, count), draws.slice(1)))).toBeLessThan(0.03);
  expect(Math.abs(correlation(draws, draw(createRandom(8), count)))).toBeLessThan(0.03);
  expect(Math.abs(correlation(draws, draw(createRandom(7).fork("a"), count)))).toBeLessThan(0.03);
});

test("the first draws of neighbouring seeds are uniform", () => {
  const firsts = Array.from({ length: 16_000 }, (_, seed) => createRandom(seed).below(16));
  expect(chiSquared(countValues(firsts, 16))).toBeLessThan(50); // 15 degrees of freedom: p < 2e-5
});

test("below gives every whole number below its bound about equally often, and no other", () => {
  for (const bound of [1, 2, 3, 7, 26, 100]) {
    const random = createRandom(bound);
    const values = Array.from({ length: 1000 * bound }, () => random.below(bound));
    const counts = countValues(values, bound);
    expect(counts).toHaveLength(bound);
    expect(chiSquared(counts)).toBeLessThan(bound + 6 * Math.sqrt(2 * bound));
  }
});

test("below throws for a bound that is not a whole number from 1 to 2^32", () => {
  for (const bound of [0, -1, 1.5, NaN, 2 ** 32 + 1])
    expect(() => createRandom(1).below(bound)).toThrow(`${bound}`);
});

test("a fork does not move its parent, and does not depend on the parent's position", () => {
  const parent = createRandom(5);
  const early = draw(parent.fork("child"));
  const rest = draw(parent);
  expect(rest).toEqual(draw(createRandom(5)));
  expect(draw(parent.fork("child"))).toEqual(early);
});

test("forks differ by label, by seed, by depth and from their parent", () => {
  const root = createRandom(5);
  const streams = [
    root,
    root.fork("a"),
    root.fork("b"),
    root.fork(""),
    root.fork("a").fork("b"),
    root.fork("b").fork("a"),
    createRandom(5, "a"),
    createRandom(6),
    createRandom(6).fork("a"),
  ];
  expect(new Set(streams.map((random) => draw(random, 3).join())).size).toBe(streams.length);
  expect(draw(root.fork("a").fork("b"))).toEqual(draw(root.fork("a/b")));
});

test("a stream continues from its saved position", () => {
  const stream = createRandom(3, "data");
  draw(stream, 7);
  const resumed = createRandom(3, "data", stream.position());
  expect(draw(resumed)).toEqual(draw(stream));
  expect(draw(resumed.fork("x"))).toEqual(draw(createRandom(3, "data/x")));
});
