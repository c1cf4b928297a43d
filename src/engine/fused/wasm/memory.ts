/**
 * The linear memory of the kernels. Results are allocated in an arena, which a scope rewinds when it ends. Kept matrices
 * have their own blocks, which are reused after their release.
 */
import type { Matrix } from "../matrix";
import { Arena } from "./arena";
import { KeptBlocks } from "./keptBlocks";

/** All offsets and sizes are counted in numbers of 4 bytes. */
const PAGE = 16384;
const LARGEST = 2 ** 29; // 2 GiB
const ALIGNMENT = 16; // a cache line
/** Numbers after every matrix: the kernels read and write up to 16 at once and may exceed the last row. */
const SLACK = 16;

export interface Memory {
  /** A new matrix, not initialized. */
  readonly dense: (rows: number, cols: number) => Matrix;
  readonly scope: <T>(work: () => T) => T;
  /** A matrix that outlives the scope. */
  readonly kept: (rows: number, cols: number) => Matrix;
  readonly release: (m: Matrix) => void;
  /** A view of the memory. Growth of the memory detaches it, so do not store it. */
  readonly view: () => Float32Array;
}

/**
 * @param memory grown as needed
 * @param firstFree the first byte that may be used
 */
export function createMemory(memory: WebAssembly.Memory, firstFree: number): Memory {
  let free = firstFree / 4;
  let view = new Float32Array(memory.buffer);
  const current = (): Float32Array => {
    if (view.length === 0) view = new Float32Array(memory.buffer); // the old buffer was detached
    return view;
  };
  /** Allocates memory after everything in use. */
  const take = (count: number): number => {
    const from = free;
    grow(memory, from + count);
    free = from + count;
    return from;
  };
  const arena = new Arena(take);
  const keeps = new KeptBlocks(take);
  const owner = {}; // marks the matrices of these operations
  const at = (offset: number, rows: number, cols: number): Matrix => ({
    rows,
    cols,
    data: owner,
    offset,
    stride: cols,
  });
  return {
    dense: (rows, cols) => at(arena.take(roomFor(rows * cols)), rows, cols),
    scope: (work) => {
      const mark = arena.mark();
      try {
        return work();
      } finally {
        arena.rewind(mark);
      }
    },
    kept: (rows, cols) => at(keeps.take(roomFor(rows * cols)), rows, cols),
    release: (m) => keeps.release(m.offset),
    view: current,
  };
}

function roomFor(count: number): number {
  return Math.ceil((count + SLACK) / ALIGNMENT) * ALIGNMENT;
}

/** @throws RangeError if the memory cannot grow to this size */
function grow(memory: WebAssembly.Memory, count: number): void {
  const missing = Math.ceil((count + SLACK) / PAGE) - memory.buffer.byteLength / (4 * PAGE);
  if (missing <= 0) return;
  if (count > LARGEST) throw new RangeError(tooLarge(count));
  try {
    memory.grow(missing);
  } catch {
    throw new RangeError(tooLarge(count));
  }
}

function tooLarge(count: number): string {
  return `fused, wasm: cannot allocate ${Math.round(count / 2 ** 18)} MiB of memory`;
}
