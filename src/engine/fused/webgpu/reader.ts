/**
 * Reads numbers back through staging buffers. Reads of one task of the event loop share a buffer and one `mapAsync`.
 * A new mark follows the numbers of each read, so that a copy which the device did not carry out is detected.
 */
import type { Matrix } from "../matrix";
import type { Commands } from "./commands";
import type { Connection } from "./connection";
import { type Buffer, type Device, MAP_READ, USAGE } from "./device";

const SMALLEST = 1024; // numbers in a staging buffer
const MOST_IDLE = 4; //   idle staging buffers of a size
const MARKS = 64; //      of transfers whose copies are not submitted yet, at most

/** Reads that travel together. */
interface Transfer {
  readonly buffer: Buffer;
  readonly size: number; // numbers, a power of two
  readonly mark: number;
  used: number; //          numbers and marks of its reads so far
  /** The bits of all its numbers. */
  readonly arrived: Promise<Uint32Array>;
}

export class Reader {
  readonly #device: Device;
  readonly #commands: Commands;
  readonly #connection: Connection;
  readonly #marks: Buffer;
  readonly #idle = new Map<number, Buffer[]>(); // by size
  #open: Transfer | null = null; // the next task of the event loop sends it
  #lastMark = 0;

  constructor(device: Device, commands: Commands, connection: Connection) {
    this.#device = device;
    this.#commands = commands;
    this.#connection = connection;
    const usage = USAGE.copySource | USAGE.copyTarget;
    this.#marks = device.createBuffer({ size: 4 * MARKS, usage });
  }

  /**
   * The numbers after all commands so far; later commands do not change them.
   * @param ms with contiguous rows
   */
  async read(ms: readonly Matrix[]): Promise<Float32Array> {
    this.#connection.expectPresent();
    const count = ms.reduce((sum, { rows, cols }) => sum + rows * cols, 0);
    const transfer = this.#transferFor(count);
    const start = transfer.used;
    for (const { offset, rows, cols } of ms) {
      this.#commands.copyOut(offset, rows * cols, { to: transfer.buffer, at: transfer.used });
      transfer.used += rows * cols;
    }
    const end = transfer.used++;
    this.#commands.copyNumber(this.#marks, transfer.mark % MARKS, { to: transfer.buffer, at: end });
    const bits = await transfer.arrived;
    if (bits[end] !== transfer.mark) this.#connection.lose("it did not carry out a read");
    this.#connection.expectPresent();
    return new Float32Array(bits.slice(start, start + count).buffer);
  }

  /** An open transfer with room for this many numbers and the mark. */
  #transferFor(count: number): Transfer {
    if (this.#open && this.#open.used + count < this.#open.size) return this.#open;
    const size = 2 ** Math.ceil(Math.log2(Math.max(SMALLEST, count + 1)));
    const mark = (this.#lastMark = (this.#lastMark % 0xffffff) + 1); // never 0
    this.#device.queue.writeBuffer(this.#marks, 4 * (mark % MARKS), Uint32Array.of(mark));
    const transfer: Transfer = {
      buffer: this.#idle.get(size)?.pop() ?? this.#create(size),
      size,
      mark,
      used: 0,
      arrived: Promise.resolve().then(() => this.#carryOut(transfer)),
    };
    transfer.arrived.catch(() => undefined); // its reads throw it
    this.#open = transfer;
    return transfer;
  }

  #create(size: number): Buffer {
    return this.#device.createBuffer({ size: size * 4, usage: USAGE.mapRead | USAGE.copyTarget });
  }

  async #carryOut(transfer: Transfer): Promise<Uint32Array> {
    if (this.#open === transfer) this.#open = null;
    const { buffer, size, used } = transfer;
    const bytes = 4 * used;
    this.#commands.send();
    await this.#connection.answer(buffer.mapAsync(MAP_READ, 0, bytes));
    const bits = new Uint32Array(buffer.getMappedRange(0, bytes).slice(0));
    buffer.unmap();
    this.#recycle(buffer, size);
    return bits;
  }

  #recycle(buffer: Buffer, size: number): void {
    const idle = this.#idle.get(size) ?? [];
    this.#idle.set(size, idle);
    if (idle.length < MOST_IDLE) idle.push(buffer);
    else buffer.destroy();
  }
}
