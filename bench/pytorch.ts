/** PyTorch in its own process, which waits while other systems are measured. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parameterSpecs } from "../src/engine/setup/learnedParameters";
import { findTorch } from "../scripts/find-torch.mjs";
import type { ComparedSystem } from "./comparedSystem";
import { makeWork, SIZES, UPDATE, type Work } from "./work";

/** One thread, for PyTorch and for the library that multiplies its matrices. */
const ONE_THREAD = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };

interface Hello {
  readonly torch: string; // its version
  readonly blas: string;
  readonly rate: number; //  billions of operations a second in a matrix product
}

export interface PyTorch extends ComparedSystem {
  /** Its version, its matrix library and the rate of that. */
  readonly description: string;
}

/** Starts PyTorch on the work; null where no Python finds PyTorch, or PyTorch does not find the device. */
export async function startPyTorch(
  work: Work,
  device: "cpu" | "cuda" = "cpu",
): Promise<PyTorch | null> {
  const python = findTorch();
  if (python === null) return null;
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const weights = join(folder, "weights.bin");
  writeFileSync(weights, work.parameters);
  const process = spawn(python, ["bench/pytorch.py"], {
    env: { ...globalThis.process.env, ...ONE_THREAD },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ask = conversation(process);
  const hello = (await ask({ ...describe(work), weights, device })) as Hello | null;
  rmSync(folder, { recursive: true });
  if (!hello) return null; // the process has ended
  const run = async (steps: number): Promise<Reply> => (await ask(steps)) as Reply;
  return {
    description: `PyTorch ${hello.torch}, ${hello.blas}, products at ${hello.rate.toFixed(0)} GFLOP/s`,
    train: async (steps) => (await run(steps)).loss,
    time: async (steps) => (await run(steps)).ms,
    launches: () => Promise.resolve(null),
    timeToken: () => Promise.resolve(null),
    profile: () => Promise.resolve(null),
    close: () => {
      process.stdin.end();
      return Promise.resolve();
    },
  };
}

/** A line about PyTorch for the report. */
export async function describePyTorch(): Promise<string> {
  const [size] = SIZES;
  const found = size && (await startPyTorch(makeWork(size)));
  if (!found) return "no PyTorch (bench/README.md says how to install it)";
  await found.close();
  return found.description;
}

interface Reply {
  readonly loss: number;
  readonly ms: number;
}

function describe({ size: { hidden, vocabulary }, shape, batch }: Work): object {
  const rows = (ids: Int32Array, length: number): number[][] =>
    Array.from({ length: batch.size }, (_, b) =>
      Array.from(ids.subarray(b * length, (b + 1) * length)),
    );
  return {
    sizes: { hidden, vocabulary },
    update: UPDATE,
    batch: {
      source: rows(batch.source, batch.sourceLength),
      targetIn: rows(batch.targetIn, batch.targetLength),
      targetOut: rows(batch.targetOut, batch.targetLength),
    },
    parameters: parameterSpecs(shape).map(({ name, shape: dims, transposedInPyTorch }) => ({
      name,
      shape: dims,
      transposed: transposedInPyTorch,
    })),
  };
}

/** Returns a function that sends the process a line of JSON and resolves to its line of answer. */
function conversation({ stdin, stdout }: ChildProcess): (message: unknown) => Promise<unknown> {
  if (!stdin || !stdout) throw new Error("pytorch: expected pipes to the process, got none");
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  return async (message) => {
    stdin.write(`${JSON.stringify(message)}\n`);
    const line = (await lines.next()) as IteratorResult<string, undefined>;
    if (line.done === true) throw new Error("pytorch: the process ended");
    return JSON.parse(line.value) as unknown;
  };
}
