import { getKernel, memory, registerKernel, unregisterKernel } from "@tensorflow/tfjs-core";
import { afterEach, describe, expect, it } from "vitest";
import { startNodeBackend } from "../testing/nodeBackend";
import { testBackend } from "./selfTest";

describe.each(["cpu", "wasm"] as const)("self-test on %s", (backend) => {
  it("passes with room to spare, and leaves no tensor behind", async () => {
    await startNodeBackend(backend);
    const before = memory().numTensors;
    const result = testBackend();
    expect(result.passed).toBe(true);
    expect(result.lossError).toBeLessThan(1e-5);
    expect(result.gradientError).toBeLessThan(1e-4);
    expect(memory().numTensors).toBe(before);
  });
});

describe("self-test on a backend with a wrong kernel", () => {
  const name = "Tanh";
  let right = getKernel(name, "cpu");
  afterEach(() => {
    unregisterKernel(name, "cpu");
    registerKernel(right);
  });

  it("fails", async () => {
    await startNodeBackend("cpu");
    right = getKernel(name, "cpu");
    const identity = getKernel("Identity", "cpu");
    unregisterKernel(name, "cpu");
    registerKernel({ ...right, kernelFunc: identity.kernelFunc });
    expect(testBackend().passed).toBe(false);
  });
});
