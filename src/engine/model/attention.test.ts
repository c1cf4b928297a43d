/** Properties of attention weights that hold whatever the scores and the padding. */
import { tensor, tidy, zeros } from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { startNodeBackend } from "../../testing/nodeBackend";
import { attend } from "./attention";
import { plainResult } from "./scope";

const H = 3;
const S = 6;

/** Weights of one row of S states of which the first `length` are real, for the dot score. */
function weigh(states: readonly number[], query: readonly number[], length: number) {
  return plainResult(() => {
    const keys = tensor([...states], [1, S, H]);
    const mask = tensor(
      Array.from({ length: S }, (_, s) => s < length),
      [1, S],
      "bool",
    );
    const attended = attend(new Map(), "dot", tensor([...query], [1, H]), {
      states: keys,
      keys,
      mask,
    });
    return {
      weights: Array.from(attended.weights.dataSync()),
      context: Array.from(attended.context.dataSync()),
    };
  });
}

const finite = fc.double({ min: -40, max: 40, noNaN: true });

describe.each(["cpu", "wasm"] as const)("attention on %s", (backend) => {
  beforeAll(() => startNodeBackend(backend));

  it("gives weights that sum to 1 over the real tokens and are exactly 0 on padding", () => {
    fc.assert(
      fc.property(
        fc.array(finite, { minLength: S * H, maxLength: S * H }),
        fc.array(finite, { minLength: H, maxLength: H }),
        fc.integer({ min: 1, max: S }),
        (states, query, length) => {
          const { weights } = weigh(states, query, length);
          expect(weights.slice(0, length).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
          expect(weights.slice(length)).toEqual(zerosOf(S - length));
        },
      ),
      { numRuns: 100, seed: 1 },
    );
  });

  it("takes nothing from padding, whatever stands there", () => {
    const real = [1, 2, 3, -1, 0, 1];
    const junk = Array.from({ length: (S - 2) * H }, (_, i) => 1000 * (i + 1));
    const nothing = zerosOf(junk.length);
    expect(weigh([...real, ...junk], [0.5, 0.1, 0], 2)).toEqual(
      weigh([...real, ...nothing], [0.5, 0.1, 0], 2),
    );
  });

  it("looks everywhere equally where the scores are equal, and takes the mean", () => {
    const { weights, context } = weigh([3, 0, 0, 0, 6, 0, ...zerosOf((S - 2) * H)], [0, 0, 0], 2);
    expect(weights.slice(0, 2)).toEqual([0.5, 0.5]);
    expect(context).toEqual([1.5, 3, 0]);
  });

  it("has no scores without attention", () => {
    const state = tidy(() => zeros([1, H]));
    expect(() =>
      attend(new Map(), "none", state, { states: state, keys: state, mask: state }),
    ).toThrow(/no scores/);
    state.dispose();
  });
});

function zerosOf(length: number): number[] {
  return Array.from({ length }, () => 0);
}
