/**
 * Reads numbers synchronously, which the engine's interface needs and WebGPU's buffers do not support. A canvas can be
 * read synchronously, so numbers are transferred as pixels: three bytes of a number in one pixel and one in the next.
 * Both pixels are opaque, because a canvas rounds the colours of transparent ones.
 */
import type { Matrix } from "../matrix";
import {
  type Canvas,
  CANVAS_USAGE,
  createCanvas,
  type Device,
  type FlatCanvas,
  type GpuCanvas,
  type Handle,
} from "./device";
import type { Gpu } from "./gpu";
import { ALONE } from "./kernel";

const PIXELS = 2; // for each number

/** Sizes of the canvases in pixels, from a few losses to all parameters. A row is a multiple of 256 bytes. */
const SIZES = [
  [64, 16],
  [128, 128],
  [512, 256],
  [1024, 512],
  [2048, 1024],
] as const;
const LARGEST = SIZES[4];
const MOST = (LARGEST[0] * LARGEST[1]) / PIXELS - 1; // numbers in one read, without the mark

/** Splits the bits of each number into two pixels; the mark follows the last one. An alpha of 255 makes a pixel opaque. */
const SHADER = `
struct Numbers { offset: u32, count: u32, result: u32, mark: u32 }
@group(0) @binding(0) var<storage, read_write> memory: array<u32>;
@group(0) @binding(1) var<uniform> given: Numbers;
@compute @workgroup_size(${ALONE})
fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = id.x;
  if (i > given.count) { return; }
  var bits = given.mark;
  if (i < given.count) { bits = memory[given.offset + i]; }
  memory[given.result + 2u * i] = (bits & 0xffffffu) | 0xff000000u;
  memory[given.result + 2u * i + 1u] = (bits >> 24u) | 0xff000000u;
}`;

interface Screen {
  readonly canvas: Canvas;
  readonly drawn: GpuCanvas;
  readonly flat: FlatCanvas;
  readonly size: readonly [width: number, height: number];
}

export class Reader {
  readonly #gpu: Gpu;
  readonly #device: Device;
  readonly #screens = new Map<(typeof SIZES)[number], Screen>();
  #pipeline: Handle | null = null;
  #mark = 0;

  constructor(gpu: Gpu, device: Device) {
    this.#gpu = gpu;
    this.#device = device;
  }

  /**
   * Waits until everything has run.
   * @param m [1, n], dense
   * @throws if the pixels are not those of this read, for example after the loss of the device
   */
  read(m: Matrix): Float32Array {
    const values = new Float32Array(m.cols);
    for (let start = 0; start < m.cols; start += MOST) {
      const count = Math.min(MOST, m.cols - start);
      this.#readPart(m.offset + start, values.subarray(start, start + count));
    }
    return values;
  }

  #readPart(offset: number, values: Float32Array): void {
    const count = values.length;
    const { canvas, drawn, flat, size } = this.#screenFor(count + 1);
    const [width, height] = [size[0], Math.ceil((PIXELS * (count + 1)) / size[0])];
    const { commands, memory } = this.#gpu;
    const mark = (this.#mark = (this.#mark % 0xffffff) + 1); // changes with each read, never 0
    this.#pipeline ??= commands.compile(SHADER);
    memory.scope(() => {
      const result = memory.dense(height, width).offset;
      const numbers = Uint32Array.of(offset, count, result, mark);
      commands.run(this.#pipeline as Handle, numbers, [Math.ceil((count + 1) / ALONE), 1, 1]);
      commands.draw(result, drawn.getCurrentTexture(), [width, height]);
    });
    flat.drawImage(canvas, 0, 0);
    const { data } = flat.getImageData(0, 0, width, height);
    const words = new Uint32Array(data.buffer, data.byteOffset, PIXELS * (count + 1));
    const bits = new Uint32Array(values.buffer, values.byteOffset, count);
    for (let i = 0; i < count; i++) bits[i] = joined(words, i);
    if (joined(words, count) !== mark) throw new Error("fused, webgpu: nothing can be read back");
  }

  #screenFor(numbers: number): Screen {
    const size = SIZES.find(([width, height]) => PIXELS * numbers <= width * height) ?? LARGEST;
    const known = this.#screens.get(size);
    if (known) return known;
    const [canvas, second] = [createCanvas(size[0], size[1]), createCanvas(size[0], size[1])];
    const drawn = canvas.getContext("webgpu");
    const flat = second.getContext("2d", { willReadFrequently: true });
    if (!drawn || !flat) throw new Error("fused, webgpu: expected canvas contexts, got none");
    drawn.configure({
      device: this.#device,
      format: "rgba8unorm",
      usage: CANVAS_USAGE.copyTarget | CANVAS_USAGE.drawn,
      alphaMode: "opaque",
    });
    flat.globalCompositeOperation = "copy";
    const screen = { canvas, drawn, flat, size };
    this.#screens.set(size, screen);
    return screen;
  }
}

/** The bits of number i from its two pixels. */
function joined(words: Uint32Array, i: number): number {
  const [low, high] = [words[2 * i] as number, words[2 * i + 1] as number];
  return ((low & 0xffffff) | (high << 24)) >>> 0;
}
