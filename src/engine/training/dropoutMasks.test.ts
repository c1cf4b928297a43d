import { describe, expect, it } from "vitest";
import { createRandom } from "../rng";
import { drawMasks, masksOf, NO_DROPOUT, noMasks, type StepDropout } from "./dropoutMasks";

const STEP: StepDropout = { rate: 0.5, seed: 3 };

/** Draws the first two masks of a pass. */
function draw(step: StepDropout, pass: "inputs" | "loss") {
  const masks = masksOf(step, pass);
  return [masks("encoder.embedding", 64), masks("encoder.embedding", 64)];
}

describe("the masks of a step", () => {
  it("of some rows are a part of the whole batch's masks", () => {
    const whole = masksOf(STEP, "loss");
    const part = masksOf({ ...STEP, rows: { first: 2, count: 3, of: 6 } }, "loss");
    for (const width of [1, 7, 40]) {
      const all = whole("decoder.layers", 6 * width);
      expect(part("decoder.layers", 3 * width)).toEqual(all?.subarray(2 * width, 5 * width));
    }
  });

  it("are the same for the same seed, and different in each pass and at each call", () => {
    const [first, second] = draw(STEP, "loss");
    expect(first).not.toEqual(second);
    expect(draw(STEP, "loss")).toEqual([first, second]);
    expect(draw(STEP, "inputs")[0]).not.toEqual(first);
    expect(draw({ ...STEP, seed: 4 }, "loss")[0]).not.toEqual(first);
  });

  it("are null at rate 0, without a draw", () => {
    expect(masksOf(NO_DROPOUT, "loss")).toBe(noMasks);
    const random = createRandom(1);
    expect(drawMasks(0, random)).toBe(noMasks);
    expect(random.position()).toEqual(createRandom(1).position());
  });
});
