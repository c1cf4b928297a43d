/** An update of two rows and a followed example, as the worker would send them, for component tests. */
import type { BatchRow } from "../../engine/results/batchAccount";
import type { Trace } from "../../engine/results/trace";
import type { GroupAccount, UpdateAccount } from "../../engine/results/updateAccount";
import type { WalkedExample } from "../../engine/results/walkedExample";
import { EOS, PAD, SOS } from "../../engine/text/tokens";

export const WORD = {
  source: ["c", "a", "t"],
  hiddenSize: 8,
  embeddingSize: 4,
  teacherForcing: true,
};

const pad = { id: PAD, text: "<pad>" };

/** Two rows: the word of the trace, and a shorter one with padding and a coin. */
function rowsOf(trace: Trace): readonly BatchRow[] {
  const wanted = trace.expected ?? [];
  const fed = trace.steps.map(({ input }) => input);
  const long: BatchRow = {
    source: trace.source,
    sourceLength: 4,
    fed,
    truthFed: [true, true, true, true],
    wanted,
    targetLength: 4,
  };
  const end = { id: EOS, text: "<eos>" };
  const short: BatchRow = {
    source: [trace.source[0] ?? pad, end, pad, pad],
    sourceLength: 2,
    fed: [{ id: SOS, text: "<sos>" }, trace.source[1] ?? pad, pad, pad],
    truthFed: [true, false, true, true],
    wanted: [trace.source[0] ?? pad, end, pad, pad],
    targetLength: 2,
  };
  return [long, short];
}

function groupOf(name: GroupAccount["name"], move: number): GroupAccount {
  const one = { gradient: 3, mean: 0.3, variance: 0.01 };
  return {
    name,
    dims: [2, 2],
    count: 4,
    gradient: 3,
    mean: 0.3,
    root: 0.1,
    weight: 2,
    move,
    largest: [
      { ...one, at: [1, 0], before: 0.25, move: -0.125, after: 0.125 },
      { ...one, at: [0, 1], before: 0.5, move: 0.0625, after: 0.5625 },
    ],
  };
}

export function accountOf(trace: Trace, change: Partial<UpdateAccount> = {}): UpdateAccount {
  return {
    step: 1,
    rows: rowsOf(trace),
    dropsUnits: false,
    tokenLosses: [Float64Array.of(1, 2, 3, 2), Float64Array.of(4, 6)],
    loss: 3,
    clip: { norm: 5, factor: 0.2, clipped: 1 },
    rule: { learningRate: 0.006, clipNorm: 1 },
    updates: 1,
    groups: [groupOf("decoder.out.bias", 0.2), groupOf("encoder.embedding.weight", 0.4)],
    before: new Float32Array(8),
    after: new Float32Array(8),
    ...change,
  };
}

/** @param after the decode with the weights after the update */
export function exampleOf(
  before: Trace,
  after: Trace,
  { of, roads }: Pick<WalkedExample, "of" | "roads">,
): WalkedExample {
  const pair = { before, after };
  return { of, fed: pair, free: pair, roads };
}
