/** A WebGPU device in main memory. Its copies are real, its kernels do nothing, and the test decides when it answers. */
import type { Buffer, Device, Encoder, Pass } from "../engine/fused/webgpu/device";

/** Gets each answer of the device as a function that delivers it. */
export type Schedule = (deliver: () => void) => void;

class FakeBuffer implements Buffer {
  readonly bytes: Uint8Array;
  readonly #device: FakeDevice;
  /** Whether it is mapped or about to be: then the device may not use it. */
  isMapped = false;

  constructor(device: FakeDevice, size: number) {
    this.#device = device;
    this.bytes = new Uint8Array(size);
  }

  mapAsync(): Promise<unknown> {
    this.isMapped = true;
    return this.#device.answer("map");
  }

  getMappedRange(start: number, size: number): ArrayBuffer {
    if (!this.isMapped) throw new Error("fake device: the buffer is not mapped");
    return this.bytes.slice(start, start + size).buffer;
  }

  unmap(): void {
    this.isMapped = false;
  }

  destroy(): void {}
}

type Copy = () => void;

function bytesOf(buffer: Buffer): Uint8Array {
  if (!(buffer instanceof FakeBuffer)) throw new Error("fake device: a foreign buffer");
  if (buffer.isMapped) throw new Error("fake device: a command uses a mapped buffer");
  return buffer.bytes;
}

const NO_PASS: Pass = {
  setPipeline: () => undefined,
  setBindGroup: () => undefined,
  dispatchWorkgroups: () => undefined,
  end: () => undefined,
};

function createEncoder(): Encoder {
  const copies: Copy[] = [];
  return {
    beginComputePass: () => NO_PASS,
    copyBufferToBuffer: (from, start, to, ...[at, size]) => {
      copies.push(() => bytesOf(to).set(bytesOf(from).subarray(start, start + size), at));
    },
    finish: () => copies,
  };
}

export class FakeDevice implements Device {
  readonly limits = { maxBufferSize: 2 ** 28, maxStorageBufferBindingSize: 2 ** 27 };
  readonly lost: Promise<{ readonly message: string }>;
  onuncapturederror: Device["onuncapturederror"] = null;
  /** The answers so far, by kind. */
  readonly asked = { map: 0, done: 0 };
  /** Called before each answer is scheduled. */
  onAsked: () => void = () => undefined;
  /** Whether submitted copies are carried out. */
  works = true;
  readonly #schedule: Schedule;
  #tellLoss: (loss: { readonly message: string }) => void = () => undefined;
  #isLost = false;

  constructor(schedule: Schedule) {
    this.#schedule = schedule;
    this.lost = new Promise((resolve) => (this.#tellLoss = resolve));
  }

  /** An answer of the device. After the loss it never comes. */
  answer(kind: keyof FakeDevice["asked"]): Promise<unknown> {
    this.asked[kind]++;
    this.onAsked();
    return new Promise((resolve) => {
      this.#schedule(() => void (this.#isLost || resolve(undefined)));
    });
  }

  lose(): void {
    this.#isLost = true;
    this.works = false;
    this.#tellLoss({ message: "it was unplugged" });
  }

  readonly queue: Device["queue"] = {
    onSubmittedWorkDone: () => this.answer("done"),
    submit: (commands) => {
      if (!this.works) return;
      for (const copies of commands as readonly Copy[][]) copies.forEach((copy) => copy());
    },
    writeBuffer: (to, at, values, ...[first = 0, count = values.length - first]) => {
      const part = values.subarray(first, first + count);
      bytesOf(to).set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    },
  };

  createBuffer = ({ size }: { readonly size: number }): Buffer => new FakeBuffer(this, size);
  createCommandEncoder = createEncoder;
  createShaderModule = (): object => ({});
  createBindGroupLayout = (): object => ({});
  createPipelineLayout = (): object => ({});
  createBindGroup = (): object => ({});
  createComputePipeline = (): object => ({});
  destroy(): void {
    this.lose();
  }
}
