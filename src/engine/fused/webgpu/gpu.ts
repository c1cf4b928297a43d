/** Runs kernels on the GPU and uploads numbers. */
import type { Matrix } from "../matrix";
import { type Commands, MOST_NUMBERS } from "./commands";
import type { Handle } from "./device";
import { ALONE, type AnyKernel, type Kernel, shaderSource } from "./kernel";
import { blockOf, Memory } from "./memory";
import { ROW_KERNELS } from "./rowKernels";
import { RowSteps } from "./rowSteps";

const MOST_GROUPS = 65_535; // in one dimension, on every device

type Groups = readonly [x: number, y?: number, z?: number];

export class Gpu {
  readonly memory: Memory;
  readonly commands: Commands;
  /** Operations on rows, collected until another command needs their results. */
  readonly rows: RowSteps;
  readonly #pipelines = new Map<AnyKernel, Handle>();
  readonly #bits = new Uint32Array(MOST_NUMBERS / 4);
  readonly #floats = new Float32Array(this.#bits.buffer);

  constructor(commands: Commands) {
    this.commands = commands;
    this.rows = new RowSteps(commands, ROW_KERNELS);
    this.memory = new Memory({
      reserve: (size) => commands.reserve(size),
      batch: () => commands.sent,
    });
  }

  /** Runs `work`; its commands are submitted when the outermost scope ends. */
  scope<T>(work: () => T): T {
    try {
      return this.memory.scope(work);
    } finally {
      if (!this.memory.isInScope) this.commands.send();
    }
  }

  /**
   * Runs a kernel with one thread for each number of the extent.
   * @param matrices by their names in the WGSL
   * @param numbers sizes and factors, by name
   */
  each<M extends string, S extends string, F extends string>(
    kernel: Kernel<M, S, F>,
    matrices: Readonly<Record<M, Matrix>>,
    numbers: Readonly<Record<S | F, number>>,
    extent: readonly [rows: number, cols: number],
  ): void {
    const count = this.#fill(kernel, matrices, numbers, extent);
    const groups = Math.ceil((extent[0] * extent[1]) / ALONE);
    this.#run(kernel, count, [Math.min(groups, MOST_GROUPS)]);
  }

  /** Runs a kernel whose threads cooperate in groups. */
  together<M extends string, S extends string, F extends string>(
    kernel: Kernel<M, S, F>,
    matrices: Readonly<Record<M, Matrix>>,
    numbers: Readonly<Record<S | F, number>>,
    groups: Groups,
  ): void {
    this.#run(kernel, this.#fill(kernel, matrices, numbers, [0, 0]), groups);
  }

  /** Runs a kernel whose only input is a table. */
  byTable(kernel: Kernel<never>, table: readonly number[], groups: Groups): void {
    this.#bits.set(table, 4); // begins at a multiple of 16 bytes
    this.#run(kernel, 4 + table.length, groups);
  }

  /** @param values row by row */
  upload(values: Float32Array, m: Matrix): void {
    if (blockOf(m).freedIn === this.commands.sent) this.commands.send(); // they may still read the old numbers
    this.commands.upload(values, m.offset);
  }

  #run(kernel: AnyKernel, count: number, [x, y = 1, z = 1]: Groups): void {
    let pipeline = this.#pipelines.get(kernel);
    if (!pipeline) {
      pipeline = this.commands.compile(shaderSource(kernel));
      this.#pipelines.set(kernel, pipeline);
    }
    this.commands.run(pipeline, this.#bits.subarray(0, count), [x, y, z]);
  }

  /** Writes a run's arguments in the order of the shader's struct. @returns their count */
  #fill<M extends string, S extends string, F extends string>(
    { matrices: names, sizes, factors }: Kernel<M, S, F>,
    matrices: Readonly<Record<M, Matrix>>,
    numbers: Readonly<Record<S | F, number>>,
    [rows, cols]: readonly [rows: number, cols: number],
  ): number {
    const [bits, floats] = [this.#bits, this.#floats];
    bits[0] = rows;
    bits[1] = cols;
    let at = 2;
    for (const name of names) {
      bits[at++] = matrices[name].offset;
      bits[at++] = matrices[name].stride;
    }
    for (const name of sizes) bits[at++] = numbers[name];
    for (const name of factors ?? []) floats[at++] = numbers[name];
    return at;
  }
}
