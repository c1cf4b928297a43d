/** Writes commands for the GPU and sends them off in batches. All numbers lie in one buffer, which every kernel sees. */
import {
  type Buffer,
  COMPUTE,
  type Device,
  type Encoder,
  type Handle,
  type Pass,
  USAGE,
} from "./device";

/** Bytes of numbers that a run may bring along. */
export const MOST_NUMBERS = 1024;

const SLOT = 64; // a run's numbers begin at a multiple of so many: 256 bytes, as every device allows
const SLOTS = 1024; // of a batch; a training step has a few hundred runs
const FIRST_SIZE = 2 ** 22; // numbers in the buffer at first: 16 MB

/** A batch that is being written. */
interface Batch {
  readonly encoder: Encoder;
  readonly pass: Pass;
}

export class Commands {
  readonly #device: Device;
  readonly #bindings: Handle; // their layout
  readonly #layout: Handle; // of every pipeline
  readonly #numbers = new Uint32Array(SLOTS * SLOT + MOST_NUMBERS / 4);
  readonly #uniforms: Buffer;
  #slot = 0; // the next to fill
  #buffer: Buffer | null = null;
  #size = 0;
  #group: Handle | null = null;
  #batch: Batch | null = null;
  /** How many batches were sent off: the number of the one that is being written. */
  sent = 0;

  constructor(device: Device) {
    this.#device = device;
    const size = this.#numbers.byteLength;
    this.#uniforms = device.createBuffer({ size, usage: USAGE.uniform | USAGE.copyTarget });
    this.#bindings = device.createBindGroupLayout({
      entries: [
        { binding: 0, visibility: COMPUTE, buffer: { type: "storage" } },
        { binding: 1, visibility: COMPUTE, buffer: { type: "uniform", hasDynamicOffset: true } },
      ],
    });
    this.#layout = device.createPipelineLayout({ bindGroupLayouts: [this.#bindings] });
  }

  /** @param source a shader in WGSL: binding 0 is all numbers, binding 1 those that a run brings along */
  compile(source: string): Handle {
    const module = this.#device.createShaderModule({ code: source });
    return this.#device.createComputePipeline({
      layout: this.#layout,
      compute: { module, entryPoint: "main" },
    });
  }

  /** @param numbers those that the run brings along, as their bits */
  run(pipeline: Handle, numbers: Uint32Array, groups: readonly [number, number, number]): void {
    const slots = Math.ceil(numbers.length / SLOT);
    if (this.#slot + slots > SLOTS) this.send();
    this.#numbers.set(numbers, this.#slot * SLOT);
    const { pass } = this.#open();
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, this.#group as Handle, [this.#slot * SLOT * 4]);
    pass.dispatchWorkgroups(...groups);
    this.#slot += slots;
  }

  /** Before all commands of the present batch. */
  upload(values: Float32Array, at: number): void {
    this.#device.queue.writeBuffer(this.#buffer as Buffer, at * 4, values);
  }

  /** Sends off the batch, with a picture of some numbers, each a pixel of four bytes, as its last command. */
  draw(at: number, target: Handle, [width, height]: readonly [number, number]): void {
    this.send(({ encoder }) =>
      encoder.copyBufferToTexture(
        { buffer: this.#buffer as Buffer, offset: at * 4, bytesPerRow: width * 4 },
        { texture: target },
        [width, height],
      ),
    );
  }

  /** Sends off what has been written. */
  send(last?: (batch: Batch) => void): void {
    if (!this.#batch && !last) return;
    const batch = this.#open();
    this.#batch = null;
    batch.pass.end();
    last?.(batch);
    const { queue } = this.#device;
    if (this.#slot > 0) queue.writeBuffer(this.#uniforms, 0, this.#numbers, 0, this.#slot * SLOT);
    queue.submit([batch.encoder.finish()]);
    this.#slot = 0;
    this.sent++;
  }

  /**
   * Makes the buffer hold at least so many numbers; those that are there stay, new ones are 0.
   * @throws if the device has none so large
   */
  reserve(size: number): void {
    if (size <= this.#size) return;
    const { maxBufferSize, maxStorageBufferBindingSize } = this.#device.limits;
    const most = Math.floor(Math.min(maxBufferSize, maxStorageBufferBindingSize) / 4);
    if (size > most) throw new RangeError(`fused, webgpu: ${size} numbers are more than ${most}`);
    this.#replace(Math.min(most, Math.max(FIRST_SIZE, 2 ** Math.ceil(Math.log2(size)))));
  }

  #replace(size: number): void {
    const [old, oldSize] = [this.#buffer, this.#size];
    const usage = USAGE.storage | USAGE.copySource | USAGE.copyTarget;
    const buffer = this.#device.createBuffer({ size: size * 4, usage });
    if (old) {
      this.send(({ encoder }) => encoder.copyBufferToBuffer(old, 0, buffer, 0, oldSize * 4));
      old.destroy(); // once what was sent off has run
    }
    this.#buffer = buffer;
    this.#size = size;
    this.#group = this.#device.createBindGroup({
      layout: this.#bindings,
      entries: [
        { binding: 0, resource: { buffer } },
        { binding: 1, resource: { buffer: this.#uniforms, size: MOST_NUMBERS } },
      ],
    });
  }

  #open(): Batch {
    if (this.#batch) return this.#batch;
    const encoder = this.#device.createCommandEncoder();
    this.#batch = { encoder, pass: encoder.beginComputePass() };
    return this.#batch;
  }
}
