import { dispose, memory, tensor1d } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startNodeBackend } from "../../testing/nodeBackend";
import { adamUpdate, clipByNorm, startAdam } from "./adam";

/** Adam in double precision, straight from the paper's algorithm 1. */
function paperAdam(theta: number[], gradients: number[][], rate: number): number[] {
  const [b1, b2, eps] = [0.9, 0.999, 1e-8];
  let [m, v] = [theta.map(() => 0), theta.map(() => 0)];
  gradients.forEach((g, i) => {
    m = m.map((x, j) => b1 * x + (1 - b1) * (g[j] ?? 0));
    v = v.map((x, j) => b2 * x + (1 - b2) * (g[j] ?? 0) ** 2);
    theta = theta.map(
      (x, j) =>
        x -
        (rate * ((m[j] ?? 0) / (1 - b1 ** (i + 1)))) /
          (Math.sqrt((v[j] ?? 0) / (1 - b2 ** (i + 1))) + eps),
    );
  });
  return theta;
}

describe.each(["cpu", "wasm"] as const)("Adam on %s", (backend) => {
  beforeAll(() => startNodeBackend(backend));

  it("takes the paper's steps, also for tiny gradients, which reveal a larger epsilon", () => {
    const gradients = [
      [0.5, -2, 1e-6],
      [0.25, 3, -2e-6],
      [-1, 0, 1e-6],
    ];
    let parameters = tensor1d([1, -1, 0.5]);
    let state = startAdam(3);
    for (const gradient of gradients)
      ({ parameters, state } = adamUpdate(parameters, tensor1d(gradient), state, 0.01));
    const expected = paperAdam([1, -1, 0.5], gradients, 0.01);
    Array.from(parameters.dataSync()).forEach((x, i) =>
      expect(x).toBeCloseTo(expected[i] ?? Number.NaN, 6),
    );
    expect(state.steps).toBe(3);
  });

  it("clips a long gradient to the limit and keeps a short one", () => {
    expect(Array.from(clipByNorm(tensor1d([3, 4]), 1).dataSync())).toEqual([
      Math.fround(0.6),
      Math.fround(0.8),
    ]);
    expect(Array.from(clipByNorm(tensor1d([0.3, 0.4]), 1).dataSync())).toEqual([
      Math.fround(0.3),
      Math.fround(0.4),
    ]);
    expect(Array.from(clipByNorm(tensor1d([0, 0]), 1).dataSync())).toEqual([0, 0]);
  });

  it("leaves three new tensors after an update", () => {
    const [parameters, gradient, state] = [tensor1d([1]), tensor1d([1]), startAdam(1)];
    const before = memory().numTensors;
    const next = adamUpdate(parameters, gradient, state, 0.1);
    expect(memory().numTensors).toBe(before + 3);
    dispose([next.parameters, next.state.mean, next.state.variance]);
  });
});
