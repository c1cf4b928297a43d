/** Which operations on rows share a dispatch. */
import { describe, expect, it } from "vitest";
import { Memory } from "./memory";
import { type RowKernel, rowShader } from "./rowKernel";
import { ROW_KERNELS } from "./rowKernels";
import { RowSteps } from "./rowSteps";

const TIMES = {
  name: "times",
  matrices: ["y", "a", "b"],
  results: ["y"],
  shared: ["b"],
  sizes: ["cols"],
  by: "each",
  code: `fn each(r: u32, c: u32) { put_y(r, c, a(r, c) * b(c, 0u)); }`,
} as const satisfies RowKernel<string, string>;

/** Commands that note rows, first step and count of each dispatch. */
function open() {
  const dispatches: number[][] = [];
  let steps = 0;
  const commands = {
    beforeOthers: () => undefined as void,
    compile: () => ({}),
    addStep: () => steps++,
    runSteps: (_: object, numbers: Uint32Array) => void dispatches.push([...numbers]),
  };
  const rows = new RowSteps(commands, [TIMES]);
  const memory = new Memory({ reserve: () => undefined, batch: () => 0 });
  const times = (a = memory.dense(4, 4), b = memory.dense(4, 4), N = 4) => {
    const y = memory.dense(N, 4);
    rows.add(TIMES, { y, a, b }, { cols: 4 }, N);
    return y;
  };
  return { memory, times, end: () => commands.beforeOthers(), dispatches };
}

describe("operations on rows", () => {
  it("share a dispatch, also if one reads the result of another", () => {
    const { times, end, dispatches } = open();
    times(times(times()));
    expect(dispatches).toEqual([]);
    end();
    end();
    expect(dispatches).toEqual([[4, 0, 3]]);
  });

  it("wait for weights that the same list computes", () => {
    const { memory, times, end, dispatches } = open();
    times(memory.dense(4, 4), times());
    end();
    expect(dispatches).toEqual([
      [4, 0, 1],
      [4, 1, 1],
    ]);
  });

  it("do not share a dispatch with others that have other rows", () => {
    const { memory, times, end, dispatches } = open();
    times();
    times(memory.dense(8, 4), memory.dense(4, 4), 8);
    end();
    expect(dispatches).toEqual([
      [4, 0, 1],
      [8, 1, 1],
    ]);
  });

  it("do not overwrite freed memory that the same list may still read", () => {
    const { memory, times, end, dispatches } = open();
    memory.scope(() => times());
    times(memory.zeros(4, 4), memory.zeros(4, 4));
    end();
    expect(dispatches).toHaveLength(2);
  });

  it("have unique names of kernels, and room for their matrices and sizes", () => {
    expect(new Set(ROW_KERNELS.map(({ name }) => name)).size).toBe(ROW_KERNELS.length);
    const shader = rowShader(ROW_KERNELS);
    expect(shader).not.toContain("size-1"); // a size that the kernel does not list
    for (const { matrices, sizes } of ROW_KERNELS) {
      expect(shader).toContain(`place${matrices.length - 1}:`);
      expect(shader).toContain(`size${Math.max(0, sizes.length - 1)}:`);
    }
  });
});
