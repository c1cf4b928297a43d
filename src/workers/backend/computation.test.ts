import { beforeAll, describe, expect, it } from "vitest";
import type { Ops } from "../../engine/fused/ops";
import { createPlainOps } from "../../engine/fused/plain/plainOps";
import { textbook } from "../../engine/training/textbookLearner";
import { startNodeBackend } from "../../testing/nodeBackend";
import { chooseComputation, fusedOps } from "./computation";

const right = createPlainOps();

/** Operations of which one is wrong. */
const WRONG: readonly (readonly [string, Partial<Ops>])[] = [
  ["a cell", { cells: { ...right.cells, lstm: { ...right.cells.lstm, step: (x) => x.before } } }],
  ["product", { product: (a, b) => right.zeros(a.rows, b.cols) }],
  ["tanh", { tanh: (m) => m }],
  ["argMax", { argMax: (m) => right.zeros(m.rows, 1) }],
  ["the gradient of a look-up", { lookUpGradient: (_, dy, n) => right.zeros(n, dy.cols) }],
  ["a selection that feeds the truth in place of the answer", { select: (_, truth) => truth }],
  [
    "a selection that feeds the answer in place of the truth",
    { select: (_, __, answers) => answers },
  ],
  ["the product of elements", { multiply: (a) => a }],
  [
    "the gradient of the query",
    { additiveQueryGradient: (_, { query: { rows, cols } }) => right.zeros(rows, cols) },
  ],
  ["update", { update: () => undefined }],
  [
    "update after the first step",
    { update: (learned, g, how) => right.update(learned, g, { ...how, steps: 1 }) },
  ],
];

describe("a backend", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it.each(["cpu", "wasm"] as const)("computes with the fused operations: %s", async (name) => {
    const chosen = await chooseComputation(() => fusedOps(name));
    expect(chosen).toMatchObject({ path: "fused", fault: null });
    expect(chosen.arithmetic).not.toBe(textbook);
  });

  it("computes with the textbook composition where it has no fused operations", async () => {
    const chosen = await chooseComputation(async () => null);
    const fault = "fused operations: not on this device";
    expect(chosen).toEqual({ arithmetic: textbook, path: "textbook", fault });
  });

  it.each(WRONG)(
    "computes with the textbook composition where a fused operation is wrong: %s",
    async (_, wrong) => {
      const chosen = await chooseComputation(async () => ({ ...right, ...wrong }));
      expect(chosen).toMatchObject({ arithmetic: textbook, path: "textbook" });
      expect(chosen.fault).toContain("off by");
    },
  );

  it("computes with the textbook composition where the fused operations do not load", async () => {
    const chosen = await chooseComputation(() => Promise.reject(new Error("no memory")));
    expect(chosen).toMatchObject({ arithmetic: textbook, fault: "fused operations: no memory" });
  });
});
