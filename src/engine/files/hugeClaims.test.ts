/** Files that claim to hold more than any memory: each reader refuses them by what they claim, before it takes any. */
import { zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { savedModel, edited } from "../../testing/modelFiles";
import { readInput, readProblem } from "../../testing/readInput";
import { CORPUS_LIMITS } from "../corpus/report";
import { readModelFile, writeModelFile } from "./modelFile";
import { ModelFileError } from "./modelProblem";

const MOST = 1e6; // bytes; the files here are smaller
const HUGE = 2 ** 40;

/** The largest array of bytes or numbers that the work makes. */
let largest = 0;

/** Watches how much memory constructors of arrays are asked for. */
function watched<T extends typeof Uint8Array | typeof Float32Array>(plain: T): T {
  return new Proxy(plain, {
    construct: (target, args: unknown[], newTarget) => {
      if (typeof args[0] === "number") largest = Math.max(largest, args[0]);
      return Reflect.construct(target, args, newTarget) as object;
    },
  });
}

beforeEach(() => {
  largest = 0;
  vi.stubGlobal("Uint8Array", watched(Uint8Array));
  vi.stubGlobal("Float32Array", watched(Float32Array));
});
afterEach(() => vi.unstubAllGlobals());

/** Writes a number of 32 bits at each place of a signature. */
function overwrite(file: Uint8Array, signature: readonly number[], offset: number): void {
  const view = new DataView(file.buffer, file.byteOffset);
  for (let at = 0; at + 4 <= file.length; at++)
    if (signature.every((byte, i) => file[at + i] === byte))
      view.setUint32(at + offset, 2 ** 32 - 2, true);
}

describe("a model file", () => {
  const file = writeModelFile(savedModel());

  it("that claims a long header or large tensors is refused", () => {
    const long = file.slice();
    new DataView(long.buffer).setBigUint64(0, 2n ** 63n, true);
    const large = edited(file, (header) => {
      for (const [name, entry] of Object.entries(header))
        if (name !== "__metadata__")
          Object.assign(entry as object, { shape: [HUGE, HUGE], data_offsets: [0, HUGE] });
    });
    for (const claim of [long, large]) expect(() => readModelFile(claim)).toThrow(ModelFileError);
    expect(largest).toBeLessThan(MOST);
  });
});

describe("an archive of pairs", () => {
  const CENTRAL = [0x50, 0x4b, 1, 2];
  const LOCAL = [0x50, 0x4b, 3, 4];
  const lines = Array.from({ length: 40 }, (_, i) => `one ${i}\teins ${i}\n`);
  const pairs = new TextEncoder().encode(lines.join(""));

  it("that claims large files is read as far as it goes", async () => {
    const claims = zipSync({ "a.txt": pairs });
    overwrite(claims, CENTRAL, 24);
    overwrite(claims, LOCAL, 22);
    const { report } = await readInput(new File([claims], "a.zip"));
    expect(report.status).toBe("usable");
    expect(largest).toBeLessThan(MOST);
  });
});

it("a pasted text of more than the limit is refused as a file is", async () => {
  const text = "one\teins\n".repeat(CORPUS_LIMITS.bytes / 9 + 1);
  expect(await readProblem(text)).toMatchObject({ kind: "tooLarge" });
});
