/**
 * The linear memory that the kernels work on. Results come from an arena, one behind the other, which a scope winds
 * back when it ends; what is kept lies in blocks of its own, which are used again after their release.
 */
import type { Matrix } from "../matrix";
import { Arena } from "./arena";
import { KeptBlocks } from "./keptBlocks";

/** All places and sizes are counted in numbers of 4 bytes. */
const PAGE = 16384;
const LARGEST = 2 ** 29; // 2 GiB
const ALIGNMENT = 16; // a line of the cache
/** Behind every matrix, for what runs over its last row: the kernels read and write up to 16 numbers at once. */
const SLACK = 16;

export interface Memory {
  /** A new matrix; its numbers are whatever was there. */
  readonly dense: (rows: number, cols: number) => Matrix;
  readonly scope: <T>(work: () => T) => T;
  /** A matrix that outlives the scope. */
  readonly kept: (rows: number, cols: number) => Matrix;
  readonly release: (m: Matrix) => void;
  /** All numbers. A view does not survive the growth of its memory, so it is asked for each time. */
  readonly view: () => Float32Array;
}

/**
 * @param memory grown as needed
 * @param firstFree what lies before it is not ours, in bytes
 */
export function createMemory(memory: WebAssembly.Memory, firstFree: number): Memory {
  let free = firstFree / 4;
  let view = new Float32Array(memory.buffer);
  const current = (): Float32Array => {
    if (view.length === 0) view = new Float32Array(memory.buffer); // the old buffer was detached
    return view;
  };
  /** Room at the end of what is in use. */
  const take = (count: number): number => {
    const from = free;
    grow(memory, from + count);
    free = from + count;
    return from;
  };
  const arena = new Arena(take);
  const keeps = new KeptBlocks(take);
  const owner = {}; // tells these matrices from those of other operations
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

/** @throws if the memory cannot become so large */
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
  return `fused, wasm: ${Math.round(count / 2 ** 18)} MiB of memory are more than there is`;
}
