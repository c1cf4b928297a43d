import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromHalf, toHalf } from "./half";

const ALL = Uint16Array.from({ length: 2 ** 16 }, (_, bits) => bits);
const FINITE = ALL.filter((bits) => (bits & 0x7c00) !== 0x7c00);
const POSITIVE = Array.from(fromHalf(FINITE.filter((bits) => bits < 0x8000)));

/** The numbers that 16 bits can hold beside a positive one, among them the number itself where they can hold it. */
function neighbours(value: number): number[] {
  const above = POSITIVE.findIndex((each) => each >= value);
  return POSITIVE.slice(Math.max(0, above - 1), above + 1);
}

describe("numbers of 16 bits", () => {
  it("are those of the standard", () => {
    const known = { 0x3c00: 1, 0xc000: -2, 0x7bff: 65504, 0x0400: 2 ** -14, 0x0001: 2 ** -24 };
    for (const [bits, value] of Object.entries(known)) {
      expect(fromHalf(Uint16Array.of(Number(bits)))[0]).toBe(value);
      expect(toHalf(Float32Array.of(value))[0]).toBe(Number(bits));
    }
  });

  it("survive the way to 32 bits and back, every one", () => {
    expect(toHalf(fromHalf(FINITE))).toEqual(FINITE);
    expect(toHalf(fromHalf(Uint16Array.of(0x7c00, 0xfc00)))).toEqual(
      Uint16Array.of(0x7c00, 0xfc00),
    );
    expect(fromHalf(Uint16Array.of(0x7e00))[0]).toBeNaN();
  });

  it("are the nearest of 32-bit numbers, of either sign", () => {
    const magnitude = fc.double({ min: 0, max: 65504, noNaN: true }).map(Math.fround);
    const small = fc.double({ min: 0, max: 2 ** -12, noNaN: true }).map(Math.fround);
    fc.assert(
      fc.property(fc.oneof(magnitude, small), (value) => {
        const [found = 0] = fromHalf(toHalf(Float32Array.of(value)));
        const best = Math.min(...neighbours(value).map((each) => Math.abs(each - value)));
        expect(Math.abs(found - value)).toBe(best);
        expect(fromHalf(toHalf(Float32Array.of(-value)))[0]).toBe(-found);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it("go to the even one from the middle", () => {
    const step = 2 ** -10; // between 1 and 2
    const middles = Float32Array.of(1 + step / 2, 1 + 1.5 * step, 2 ** -25, 1.5 * 2 ** -24);
    expect(Array.from(fromHalf(toHalf(middles)))).toEqual([1, 1 + 2 * step, 0, 2 * 2 ** -24]);
  });

  it("are infinite where no finite one is near", () => {
    expect(Array.from(fromHalf(toHalf(Float32Array.of(65519, 65520, -1e9))))).toEqual([65504, Infinity, -Infinity]); // prettier-ignore
  });
});
