import { describe, expect, it } from "vitest";
import { writeLoss } from "./writtenLoss";

describe("a probability and its loss", () => {
  it("has a written loss that follows from the written probability, for every loss", () => {
    for (let loss = 0; loss < 40; loss += 0.0173) {
      const { mantissa, exponent, digits, decimals, loss: shown } = writeLoss(loss);
      const written = Number(`${mantissa.toPrecision(digits)}e${exponent}`);
      const again = Math.abs(-Math.log(written));
      expect(again.toFixed(decimals)).toBe(shown.toFixed(decimals));
      expect(Math.abs(shown - loss)).toBeLessThan(1.001 * 10 ** -decimals);
      expect(mantissa).toBeLessThan(10);
      expect(digits).toBeLessThanOrEqual(5);
      expect(exponent < 0).toBe(written < 0.001);
      expect(mantissa).toBeGreaterThanOrEqual(exponent < 0 ? 1 : 0.001);
    }
  });

  it.each([
    [18.5658, 8.65, -9, 3],
    [7.5473, 5.28, -4, 3],
    [Math.log(2), 0.5, 0, 3],
    [-Math.log(0.9982), 0.9982, 0, 4],
    [0, 1, 0, 3],
  ])("writes a loss of %d as %d times ten to the %d", (loss, mantissa, exponent, digits) => {
    const written = writeLoss(loss);
    expect(written.mantissa).toBeCloseTo(mantissa, 9);
    expect(written).toMatchObject({ exponent, digits });
  });
});
