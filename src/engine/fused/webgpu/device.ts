/** The part of WebGPU that the fused operations use; the engine has no browser types. */

/** A pipeline or another opaque WebGPU object. */
export type Handle = object;

export interface Adapter {
  readonly info?: { readonly isFallbackAdapter?: boolean };
  readonly isFallbackAdapter?: boolean; // in earlier browsers
  readonly limits: Readonly<Record<Limit, number>>;
  requestDevice(wanted: {
    readonly requiredLimits: Partial<Record<Limit, number>>;
  }): Promise<Device>;
}

type Limit = "maxBufferSize" | "maxStorageBufferBindingSize";

export interface Device {
  readonly limits: Readonly<Record<Limit, number>>;
  readonly lost: Promise<{ readonly message: string }>;
  readonly queue: Queue;
  onuncapturederror: ((event: { readonly error: { readonly message: string } }) => void) | null;
  createBuffer(wanted: { readonly size: number; readonly usage: number }): Buffer;
  createShaderModule(source: { readonly code: string }): Handle;
  createBindGroupLayout(layout: { readonly entries: readonly object[] }): Handle;
  createPipelineLayout(layout: { readonly bindGroupLayouts: readonly Handle[] }): Handle;
  createBindGroup(group: { readonly layout: Handle; readonly entries: readonly object[] }): Handle;
  createComputePipeline(wanted: {
    readonly layout: Handle;
    readonly compute: { readonly module: Handle; readonly entryPoint: string };
  }): Handle;
  createCommandEncoder(): Encoder;
  destroy(): void;
}

export interface Buffer {
  /** @param start in bytes, like `size` */
  mapAsync(mode: number, start: number, size: number): Promise<unknown>;
  getMappedRange(start: number, size: number): ArrayBuffer;
  unmap(): void;
  destroy(): void;
}

interface Queue {
  /** Resolves when everything submitted so far has run. */
  onSubmittedWorkDone(): Promise<unknown>;
  /** @param at in bytes; `part` is start and count in array elements */
  writeBuffer(to: Buffer, at: number, values: Float32Array | Uint32Array, ...part: number[]): void;
  submit(commands: readonly Handle[]): void;
}

export interface Encoder {
  beginComputePass(): Pass;
  copyBufferToBuffer(from: Buffer, start: number, to: Buffer, ...rest: [number, number]): void;
  finish(): Handle;
}

export interface Pass {
  setPipeline(pipeline: Handle): void;
  setBindGroup(at: number, group: Handle, offsets: readonly number[]): void;
  dispatchWorkgroups(x: number, y: number, z: number): void;
  end(): void;
}

/** Bits of `usage`; the browser's constants are not available in the engine. */
export const USAGE = {
  mapRead: 0x1,
  copySource: 0x4,
  copyTarget: 0x8,
  uniform: 0x40,
  storage: 0x80,
} as const;

/** The mode of `mapAsync` for reading. */
export const MAP_READ = 0x1;

/** Visibility of a binding: compute shaders. */
export const COMPUTE = 0x4;

/** Globals of the page and the worker; Node has none of them. */
interface BrowserGlobals {
  readonly navigator?: {
    readonly gpu?: {
      requestAdapter(options: { readonly powerPreference: string }): Promise<Adapter | null>;
    };
  };
}

const globals = globalThis as unknown as BrowserGlobals;

/** The adapter; null if the browser or the device does not support WebGPU. */
export async function findAdapter(): Promise<Adapter | null> {
  const gpu = globals.navigator?.gpu;
  return (await gpu?.requestAdapter({ powerPreference: "high-performance" })) ?? null;
}
