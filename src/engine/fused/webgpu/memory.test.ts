/** The locations of matrices in the buffer, and the reuse of their memory. */
import { describe, expect, it } from "vitest";
import type { Matrix } from "../matrix";
import { blockOf, Memory } from "./memory";

function open() {
  const state = { size: 0, batch: 0 };
  const memory = new Memory({
    reserve: (size) => {
      state.size = Math.max(state.size, size);
    },
    batch: () => state.batch,
  });
  return { memory, state };
}

function overlap(a: Matrix, b: Matrix): boolean {
  const [one, other] = [blockOf(a), blockOf(b)];
  return one.at < other.at + other.size && other.at < one.at + one.size;
}

describe("memory of WebGPU", () => {
  it("gives every matrix of a scope its own memory, within the buffer", () => {
    const { memory, state } = open();
    memory.scope(() => {
      const all = [memory.dense(3, 5), memory.zeros(9, 9), memory.dense(40, 40), memory.kept(1, 1)];
      for (const [i, m] of all.entries()) {
        expect(blockOf(m).size).toBeGreaterThanOrEqual(m.rows * m.cols);
        expect(m.offset + m.rows * m.cols).toBeLessThanOrEqual(state.size);
        for (const other of all.slice(i + 1)) expect(overlap(m, other)).toBe(false);
      }
    });
  });

  it("reuses memory after the scope has ended, except that of kept matrices", () => {
    const { memory, state } = open();
    const kept = memory.scope(() => {
      memory.dense(10, 10);
      return memory.kept(10, 10);
    });
    const { size } = state;
    for (let i = 0; i < 5; i++)
      memory.scope(() => expect(overlap(memory.dense(10, 10), kept)).toBe(false));
    expect(state.size).toBe(size);
    memory.release(kept);
    memory.scope(() => {
      memory.dense(10, 10);
      memory.dense(10, 10);
    });
    expect(state.size).toBe(size);
  });

  it("frees a scope's matrices even if the work throws", () => {
    const { memory, state } = open();
    const fail = (): never => {
      memory.dense(10, 10);
      throw new Error("no");
    };
    expect(() => memory.scope(fail)).toThrow("no");
    expect(memory.isInScope).toBe(false);
    const { size } = state;
    memory.scope(() => memory.dense(10, 10));
    expect(state.size).toBe(size);
  });

  it("records the batch in which memory was freed, because its commands may still read it", () => {
    const { memory, state } = open();
    state.batch = 7;
    const inner = memory.scope(() => memory.dense(10, 10));
    expect(blockOf(inner).freedIn).toBe(7);
  });

  it("takes zeros from memory that was never used, which needs no clearing", () => {
    const { memory, state } = open();
    memory.scope(() => memory.dense(100, 100));
    const { size } = state;
    const zeros = memory.zeros(100, 100);
    expect(zeros.offset).toBe(size);
    expect(memory.zeros(10, 10).offset).toBe(size); // shared
  });

  it("throws when a matrix that is not kept is released", () => {
    const { memory } = open();
    expect(() => memory.release(memory.dense(1, 1))).toThrow("expected a kept matrix");
    const kept = memory.kept(1, 1);
    memory.release(kept);
    expect(() => memory.release(kept)).toThrow("expected a kept matrix");
  });
});
