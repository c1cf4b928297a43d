/** Properties of attention weights for any scores and padding. */
import { concat, tensor, tidy, zeros } from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { startNodeBackend } from "../../testing/nodeBackend";
import { attend, prepareScore } from "./attention";
import type { ModelShape } from "../setup/modelShape";
import { createRandom } from "../rng";
import { expectClose } from "../../testing/closeness";
import { tinyShape } from "../../testing/tinyTask";
import { plainResult } from "./scope";
import type { Weights } from "./weights";

const H = 3;
const S = 6;
const DOT: ModelShape = { ...tinyShape, attention: "dot", hiddenSize: H };

/** Attends to S states, of which the first `length` are real, with the dot score. */
function weigh(states: readonly number[], query: readonly number[], length: number) {
  return plainResult(() => {
    const keys = tensor([...states], [1, S, H]);
    const mask = tensor(
      Array.from({ length: S }, (_, s) => s < length),
      [1, S],
      "bool",
    );
    const score = prepareScore(new Map(), DOT, keys);
    const attended = attend({ score, values: keys, mask }, tensor([...query], [1, H]));
    return {
      weights: Array.from(attended.weights.dataSync()),
      context: Array.from(attended.context.dataSync()),
    };
  });
}

/** The score of the key (1, 10, 100) against the query (1, 0, 0). */
function scoreOf(attention: "general" | "diagonal", weights: Weights): number[] {
  return plainResult(() => {
    const score = prepareScore(weights, { ...DOT, attention }, tensor([1, 10, 100], [1, 1, H]));
    return Array.from(score(tensor([1, 0, 0], [1, H])).dataSync());
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

  it("has a context that does not depend on the padding's states", () => {
    const real = [1, 2, 3, -1, 0, 1];
    const junk = Array.from({ length: (S - 2) * H }, (_, i) => 1000 * (i + 1));
    const nothing = zerosOf(junk.length);
    expect(weigh([...real, ...junk], [0.5, 0.1, 0], 2)).toEqual(
      weigh([...real, ...nothing], [0.5, 0.1, 0], 2),
    );
  });

  it("has equal weights and the mean as context if the scores are equal", () => {
    const { weights, context } = weigh([3, 0, 0, 0, 6, 0, ...zerosOf((S - 2) * H)], [0, 0, 0], 2);
    expect(weights.slice(0, 2)).toEqual([0.5, 0.5]);
    expect(context).toEqual([1.5, 3, 0]);
  });

  it("throws without attention", () => {
    const states = tidy(() => zeros([1, S, H]));
    expect(() => prepareScore(new Map(), { ...DOT, attention: "none" }, states)).toThrow(
      /with attention/,
    );
    states.dispose();
  });

  it("has the same additive and concat scores if Wa = [W U]", () => {
    const random = createRandom(5);
    const draw = (...shape: number[]) =>
      tensor(
        Array.from({ length: shape.reduce((a, b) => a * b) }, () => 2 * random.next() - 1),
        shape,
      );
    const [additive, concatenated] = plainResult(() => {
      const [keys, query] = [draw(2, S, 2 * H), draw(2, H)];
      const [w, u, v] = [draw(H, H), draw(2 * H, H), draw(H, 1)];
      const bidirectional = { ...DOT, direction: "bidirectional" } as const;
      const scores = (attention: "additive" | "concat", weights: Weights) =>
        Array.from(prepareScore(weights, { ...bidirectional, attention }, keys)(query).dataSync());
      return [
        scores(
          "additive",
          new Map([
            ["attention.query.weight", w],
            ["attention.key.weight", u],
            ["attention.v.weight", v],
          ]),
        ),
        scores(
          "concat",
          new Map([
            ["attention.concat.weight", concat([w, u], 0)],
            ["attention.v.weight", v],
          ]),
        ),
      ];
    });
    expectClose(concatenated, additive, 1e-6);
    expect(new Set(additive).size).toBe(2 * S);
  });

  it("combines all dimensions with a full matrix, and the same dimensions with a diagonal one", () => {
    // q = (1, 0, 0): with a full W all dimensions of the key count, with a diagonal one only the first.
    const full = tidy(() => tensor([2, 0, 0, 3, 0, 0, 5, 0, 0], [H, H]));
    const diagonal = tidy(() => tensor([2, 3, 5]));
    expect(scoreOf("general", new Map([["attention.key.weight", full]]))).toEqual([2 + 30 + 500]);
    expect(scoreOf("diagonal", new Map([["attention.diagonal", diagonal]]))).toEqual([2]);
  });
});

function zerosOf(length: number): number[] {
  return Array.from({ length }, () => 0);
}
