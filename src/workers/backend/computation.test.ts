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
  ["the truth where an answer is to be fed", { select: (_, truth) => truth }],
  ["an answer where the truth is to be fed", { select: (_, __, answers) => answers }],
  ["a product by element", { multiply: (a) => a }],
  [
    "what comes back to the query",
    { additiveQueryGradient: (_, { query: { rows, cols } }) => right.zeros(rows, cols) },
  ],
  ["update", { update: () => undefined }],
  [
    "update from the second step on",
    { update: (learned, g, how) => right.update(learned, g, { ...how, steps: 1 }) },
  ],
];

describe("how a backend computes", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it.each(["cpu", "wasm"] as const)("is by the fused operations: %s", async (name) => {
    const chosen = await chooseComputation(() => fusedOps(name));
    expect(chosen).toMatchObject({ path: "fused", fault: null });
    expect(chosen.arithmetic).not.toBe(textbook);
  });

  it("is the textbook's way where there are none", async () => {
    const chosen = await chooseComputation(async () => null);
    const fault = "fused operations: not on this device";
    expect(chosen).toEqual({ arithmetic: textbook, path: "textbook", fault });
  });

  it.each(WRONG)("is the textbook's way where one is wrong: %s", async (_, wrong) => {
    const chosen = await chooseComputation(async () => ({ ...right, ...wrong }));
    expect(chosen).toMatchObject({ arithmetic: textbook, path: "textbook" });
    expect(chosen.fault).toContain("off by");
  });

  it("is the textbook's way where they cannot be had", async () => {
    const chosen = await chooseComputation(() => Promise.reject(new Error("no memory")));
    expect(chosen).toMatchObject({ arithmetic: textbook, fault: "fused operations: no memory" });
  });
});
