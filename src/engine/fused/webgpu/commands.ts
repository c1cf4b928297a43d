/** Records GPU commands and submits them in batches. All numbers are in one buffer, which every kernel accesses. */
import type { Backlog } from "./backlog";
import { STEP_NUMBERS } from "./rowKernel";
import {
  type Buffer,
  COMPUTE,
  type Device,
  type Encoder,
  type Handle,
  type Pass,
  USAGE,
} from "./device";

/** The most bytes of arguments in a run. */
export const MOST_NUMBERS = 1024;

const SLOT = 64; // alignment of a run's arguments, in numbers: 256 bytes, which every device supports
const SLOTS = 1024; // in a batch; a training step has a few hundred runs
const STEPS = 4096; // of rows, in a batch; a training step has a few hundred
const FIRST_SIZE = 2 ** 22; // initial numbers in the buffer: 16 MB

type Groups = readonly [x: number, y: number, z: number];

/** The batch that is being recorded. */
interface Batch {
  readonly encoder: Encoder;
  pass: Pass | null; // null: the next run begins one
}

/** A place in another buffer, counted in numbers. */
interface Goal {
  readonly to: Buffer;
  readonly at: number;
}

export class Commands {
  readonly #device: Device;
  readonly #backlog: Backlog;
  readonly #bindings: Handle; // layout of the bindings
  readonly #layout: Handle; // of every pipeline
  readonly #numbers = new Uint32Array(SLOTS * SLOT + MOST_NUMBERS / 4);
  readonly #uniforms: Buffer;
  #slot = 0; // the next free one
  readonly #stepNumbers = new Uint32Array(STEPS * STEP_NUMBERS);
  readonly #steps: Buffer;
  #step = 0; // the next free one
  #buffer: Buffer | null = null;
  #size = 0;
  #group: Handle | null = null;
  #batch: Batch | null = null;
  /** The number of submitted batches, which is also the number of the current one. */
  sent = 0;
  /** Records what waits for its place in the batch. Called before every other command. */
  beforeOthers: () => void = () => undefined;

  constructor(device: Device, backlog: Backlog) {
    this.#device = device;
    this.#backlog = backlog;
    const size = this.#numbers.byteLength;
    this.#uniforms = device.createBuffer({ size, usage: USAGE.uniform | USAGE.copyTarget });
    this.#steps = device.createBuffer({
      size: this.#stepNumbers.byteLength,
      usage: USAGE.storage | USAGE.copyTarget,
    });
    this.#bindings = device.createBindGroupLayout({
      entries: [
        { binding: 0, visibility: COMPUTE, buffer: { type: "storage" } },
        { binding: 1, visibility: COMPUTE, buffer: { type: "uniform", hasDynamicOffset: true } },
        { binding: 2, visibility: COMPUTE, buffer: { type: "read-only-storage" } },
      ],
    });
    this.#layout = device.createPipelineLayout({ bindGroupLayouts: [this.#bindings] });
  }

  /** @param source a shader in WGSL: binding 0 is all numbers, 1 the arguments of a run, 2 the steps of rows */
  compile(source: string): Handle {
    const module = this.#device.createShaderModule({ code: source });
    return this.#device.createComputePipeline({
      layout: this.#layout,
      compute: { module, entryPoint: "main" },
    });
  }

  /** @param numbers the arguments of the run, as bits */
  run(pipeline: Handle, numbers: Uint32Array, groups: Groups): void {
    this.beforeOthers();
    if (this.#slot + Math.ceil(numbers.length / SLOT) > SLOTS) this.send();
    this.#record(pipeline, numbers, groups);
  }

  /** Adds a step of rows, for a later `runSteps` in the same batch. @returns its place */
  addStep(numbers: Uint32Array): number {
    if (this.#step === STEPS || this.#slot === SLOTS) this.send(); // so that `runSteps` has a slot
    this.#stepNumbers.set(numbers, this.#step * STEP_NUMBERS);
    return this.#step++;
  }

  /** Runs added steps, before any other command of the batch. @param numbers the arguments of the run, in one slot */
  runSteps(pipeline: Handle, numbers: Uint32Array, groups: number): void {
    this.#record(pipeline, numbers, [groups, 1, 1]);
  }

  #record(pipeline: Handle, numbers: Uint32Array, groups: Groups): void {
    this.#numbers.set(numbers, this.#slot * SLOT);
    const batch = this.#open();
    const pass = (batch.pass ??= batch.encoder.beginComputePass());
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, this.#group as Handle, [this.#slot * SLOT * 4]);
    pass.dispatchWorkgroups(...groups);
    this.#slot += Math.ceil(numbers.length / SLOT);
  }

  /** Uploads numbers; the upload runs before all commands of the current batch. */
  upload(values: Float32Array, at: number): void {
    this.#device.queue.writeBuffer(this.#buffer as Buffer, at * 4, values);
  }

  /** Copies `count` numbers out of the buffer, after the commands so far. */
  copyOut(from: number, count: number, { to, at }: Goal): void {
    const encoder = this.#betweenPasses();
    encoder.copyBufferToBuffer(this.#buffer as Buffer, from * 4, to, at * 4, count * 4);
  }

  /** Copies number `i` of another buffer, after the commands so far. */
  copyNumber(from: Buffer, i: number, { to, at }: Goal): void {
    this.#betweenPasses().copyBufferToBuffer(from, i * 4, to, at * 4, 4);
  }

  /** Submits the current batch. */
  send(): void {
    this.beforeOthers();
    if (!this.#batch) return;
    const encoder = this.#betweenPasses();
    this.#batch = null;
    const { queue } = this.#device;
    if (this.#slot > 0) queue.writeBuffer(this.#uniforms, 0, this.#numbers, 0, this.#slot * SLOT);
    if (this.#step > 0)
      queue.writeBuffer(this.#steps, 0, this.#stepNumbers, 0, this.#step * STEP_NUMBERS);
    queue.submit([encoder.finish()]);
    this.#backlog.add(queue.onSubmittedWorkDone());
    this.#slot = 0;
    this.#step = 0;
    this.sent++;
  }

  /**
   * Grows the buffer to at least `size` numbers. Existing numbers stay, new ones are 0.
   * @throws RangeError if the device's limits are lower
   */
  reserve(size: number): void {
    if (size <= this.#size) return;
    const { maxBufferSize, maxStorageBufferBindingSize } = this.#device.limits;
    const most = Math.floor(Math.min(maxBufferSize, maxStorageBufferBindingSize) / 4);
    if (size > most)
      throw new RangeError(`fused, webgpu: expected at most ${most} numbers, got ${size}`);
    this.#replace(Math.min(most, Math.max(FIRST_SIZE, 2 ** Math.ceil(Math.log2(size)))));
  }

  #replace(size: number): void {
    const [old, oldSize] = [this.#buffer, this.#size];
    const usage = USAGE.storage | USAGE.copySource | USAGE.copyTarget;
    const buffer = this.#device.createBuffer({ size: size * 4, usage });
    if (old) {
      this.#betweenPasses().copyBufferToBuffer(old, 0, buffer, 0, oldSize * 4);
      this.send();
      old.destroy(); // takes effect after the submitted commands
    }
    this.#buffer = buffer;
    this.#size = size;
    this.#group = this.#device.createBindGroup({
      layout: this.#bindings,
      entries: [
        { binding: 0, resource: { buffer } },
        { binding: 1, resource: { buffer: this.#uniforms, size: MOST_NUMBERS } },
        { binding: 2, resource: { buffer: this.#steps } },
      ],
    });
  }

  #open(): Batch {
    if (this.#batch) return this.#batch;
    this.#batch = { encoder: this.#device.createCommandEncoder(), pass: null };
    return this.#batch;
  }

  /** The encoder of the current batch, outside any pass, where copies are allowed. */
  #betweenPasses(): Encoder {
    this.beforeOthers();
    const batch = this.#open();
    batch.pass?.end();
    batch.pass = null;
    return batch.encoder;
  }
}
