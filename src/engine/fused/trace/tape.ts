/** Collects the matrices of a decode and reads them in one transfer. */
import type { Matrix } from "../matrix";
import type { Ops } from "../ops";

/** Gives the numbers of a place on the tape, once it has been read. */
export type Slot = () => Float32Array;

/** Numbers that follow from others, and are not read. */
interface Derived {
  readonly start: number;
  readonly compute: () => ArrayLike<number>;
}

/** All arrays are views of one buffer, so that the worker sends the page a single buffer. */
export class Tape {
  readonly #matrices: Matrix[] = [];
  readonly #slots = new Map<Matrix, Slot>();
  readonly #derived: Derived[] = [];
  #read = 0; //    numbers
  #size = 0; //    of derived numbers
  #values: Float32Array = new Float32Array();

  /** Registers a matrix to be read. The same matrix has one place. */
  add(m: Matrix): Slot {
    const known = this.#slots.get(m);
    if (known) return known;
    const [start, count] = [this.#read, m.rows * m.cols];
    this.#read += count;
    this.#matrices.push(m);
    const slot = () => this.#values.subarray(start, start + count);
    this.#slots.set(m, slot);
    return slot;
  }

  /** Registers numbers that are computed after the transfer, in the order of these calls. */
  derive(count: number, compute: () => ArrayLike<number>): Slot {
    const start = this.#size;
    this.#size += count;
    this.#derived.push({ start, compute });
    return () => this.#values.subarray(this.#read + start, this.#read + start + count);
  }

  /** Reads everything. Call it inside the scope of the matrices; they are not needed afterwards. */
  async play(ops: Ops): Promise<void> {
    const values = await ops.read(...this.#matrices);
    this.#values = new Float32Array(this.#read + this.#size);
    this.#values.set(values);
    for (const { start, compute } of this.#derived) this.#values.set(compute(), this.#read + start);
  }
}
