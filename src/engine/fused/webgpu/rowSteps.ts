/** Collects operations on the same rows, which one dispatch carries out. */
import type { Matrix } from "../matrix";
import type { Commands } from "./commands";
import type { Handle } from "./device";
import { type Block, blockOf } from "./memory";
import { type AnyRowKernel, type RowKernel, rowShader, ROWS, STEP_NUMBERS } from "./rowKernel";

/** The part of the commands that a list of steps uses. */
type StepCommands = Pick<Commands, "addStep" | "beforeOthers" | "compile" | "runSteps">;

export class RowSteps {
  readonly #commands: StepCommands;
  readonly #numbers: ReadonlyMap<AnyRowKernel, number>;
  readonly #step = new Uint32Array(STEP_NUMBERS);
  #pipeline: Handle | null = null;
  #rows = 0; //  of all results of the list
  #first = 0; // place of its first step in the batch
  #count = 0;
  readonly #written = new Set<Block>();
  readonly #used = new Set<Block>(); // read or written

  /** @param kernels all that `add` may get */
  constructor(commands: StepCommands, kernels: readonly AnyRowKernel[]) {
    this.#commands = commands;
    this.#numbers = new Map(kernels.map((kernel, i) => [kernel, i]));
    commands.beforeOthers = () => this.#dispatch();
  }

  /**
   * Adds an operation.
   * @param matrices by their names in the WGSL; `put_` in it writes those that are in `results`
   * @param rows of all results
   */
  add<M extends string, S extends string>(
    kernel: RowKernel<M, S>,
    matrices: Readonly<Record<M, Matrix>>,
    sizes: Readonly<Record<S, number>>,
    rows: number,
  ): void {
    if (this.#mustEnd(kernel, matrices, rows)) this.#dispatch();
    const step = this.#step;
    step[0] = this.#numberOf(kernel);
    kernel.sizes.forEach((name, i) => (step[1 + i] = sizes[name]));
    kernel.matrices.forEach((name, i) => {
      step[4 + 2 * i] = matrices[name].offset;
      step[5 + 2 * i] = matrices[name].stride;
    });
    const place = this.#commands.addStep(step); // may submit the batch, with the list so far
    if (this.#count++ === 0) this.#first = place;
    this.#rows = rows;
    for (const name of kernel.matrices) this.#used.add(blockOf(matrices[name]));
    for (const name of kernel.results) this.#written.add(blockOf(matrices[name]));
  }

  /**
   * Whether an operation cannot join the list, because groups do not wait for each other: it reads what another group
   * may not have written yet, or overwrites what another group may still read.
   */
  #mustEnd<M extends string, S extends string>(
    { results, shared = [] }: RowKernel<M, S>,
    matrices: Readonly<Record<M, Matrix>>,
    rows: number,
  ): boolean {
    if (this.#count === 0) return false;
    return (
      rows !== this.#rows ||
      shared.some((name) => this.#written.has(blockOf(matrices[name]))) ||
      results.some((name) => this.#used.has(blockOf(matrices[name])))
    );
  }

  #dispatch(): void {
    if (this.#count === 0) return;
    const numbers = Uint32Array.of(this.#rows, this.#first, this.#count);
    const groups = Math.ceil(this.#rows / ROWS);
    this.#count = 0;
    this.#written.clear();
    this.#used.clear();
    this.#pipeline ??= this.#commands.compile(rowShader([...this.#numbers.keys()]));
    this.#commands.runSteps(this.#pipeline, numbers, groups);
  }

  #numberOf(kernel: AnyRowKernel): number {
    const number = this.#numbers.get(kernel);
    if (number === undefined)
      throw new Error(`fused, webgpu: expected a known kernel, got ${kernel.name}`);
    return number;
  }
}
