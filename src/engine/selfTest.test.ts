import {
  getKernel,
  memory,
  registerKernel,
  type TensorInfo,
  unregisterKernel,
} from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { startNodeBackend } from "../testing/nodeBackend";
import { ALL_SHAPES, testArithmetic, TRANSFORMER_SHAPE } from "./selfTest";
import { textbook } from "./training/textbookLearner";

describe.each(["cpu", "wasm"] as const)("self-test on %s", (backend) => {
  it("passes with a wide margin, and leaves no tensor behind", async () => {
    await startNodeBackend(backend);
    const before = memory().numTensors;
    const result = await testArithmetic(textbook, [...ALL_SHAPES, TRANSFORMER_SHAPE]);
    expect(result.passed).toBe(true);
    expect(result.lossError).toBeLessThan(1e-5);
    expect(result.freeLossError).toBeLessThan(1e-5);
    expect(result.gradientError).toBeLessThan(1e-4);
    expect(result.updateError).toBeLessThan(1e-3);
    expect(memory().numTensors).toBe(before);
  });
});

/** Kernels of every model of a backend's self-test, and those of the Transformer alone. */
const KERNELS = ["Tanh", "Sigmoid", "Sqrt", "Maximum", "Softmax", "Transpose", "OneHot", "ArgMax"];
const OF_TRANSFORMER = ["BatchMatMul", "Relu", "Rsqrt", "Mean"];

/** Each kernel with the models that notice it. */
const WRONG = [
  ...KERNELS.map((name) => [name, undefined] as const),
  ...OF_TRANSFORMER.map((name) => [name, [TRANSFORMER_SHAPE]] as const),
];

describe("self-test on a backend with a wrong kernel", () => {
  it.each(WRONG)("%s: fails", async (name, shapes) => {
    await startNodeBackend("cpu");
    const right = getKernel(name, "cpu");
    const zeros = getKernel("ZerosLike", "cpu");
    unregisterKernel(name, "cpu");
    registerKernel({
      ...right,
      kernelFunc: (params) => {
        const result = right.kernelFunc(params) as TensorInfo;
        return zeros.kernelFunc({ ...params, inputs: { x: result } });
      },
    });
    try {
      expect((await testArithmetic(textbook, shapes)).passed).toBe(false);
    } finally {
      unregisterKernel(name, "cpu");
      registerKernel(right);
    }
  });
});
