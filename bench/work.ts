/** The work of every system: one network, one batch, the same first weights. */
import type { Batch } from "../src/engine/batch";
import { DEFAULT_CONFIG } from "../src/engine/setup/config";
import { modelShape, type ModelShape } from "../src/engine/setup/modelShape";
import { initialParameters } from "../src/engine/setup/learnedParameters";
import { createRandom, type Random } from "../src/engine/rng";
import { EOS, SOS, SPECIAL_TOKENS } from "../src/engine/text/tokens";

/** The sizes of a training step: embedding and hidden state of H units, V tokens on either side. */
export interface Size {
  readonly hidden: number; //     H
  readonly vocabulary: number; // V
  readonly batch: number; //      B
}

const BATCH = 32;

export const SIZES: readonly Size[] = [
  { hidden: 32, vocabulary: 60, batch: BATCH },
  { hidden: 64, vocabulary: 60, batch: BATCH },
  { hidden: 128, vocabulary: 60, batch: BATCH },
  { hidden: 256, vocabulary: 60, batch: BATCH },
  { hidden: 256, vocabulary: 3000, batch: BATCH },
];

/** For a graphics card, which is faster than a processor from the larger ones on. */
export const CARD_SIZES: readonly Size[] = [
  { hidden: 64, vocabulary: 60, batch: BATCH },
  { hidden: 128, vocabulary: 60, batch: BATCH },
  { hidden: 256, vocabulary: 60, batch: BATCH },
  { hidden: 256, vocabulary: 60, batch: 128 },
];

export const LENGTH = 10; // S = T; all pairs have this length, so that no system has padding to mask

export const UPDATE = { learningRate: 1e-3, clipNorm: 1, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

export interface Work {
  readonly size: Size;
  readonly shape: ModelShape;
  readonly batch: Batch;
  /** First weights, [P], in the order of `parameterSpecs`. */
  readonly parameters: Float32Array;
}

/** A GRU encoder and decoder with additive attention in Bahdanau's order, on random tokens. */
export function makeWork(size: Size): Work {
  const { hidden, vocabulary, batch } = size;
  const sizes = { hiddenSize: hidden, embeddingSize: hidden, layers: 1 };
  const kinds = { cell: "gru", direction: "unidirectional", attention: "additive" } as const;
  const rest = { tokenInput: "learned", timing: "bahdanau" } as const;
  const config = { ...DEFAULT_CONFIG, ...sizes, ...kinds, ...rest };
  const shape = modelShape(config, vocabulary, vocabulary);
  const random = createRandom(1).fork("benchmark");
  const parameters = initialParameters(shape, random.fork("initial"));
  return { size, shape, batch: randomBatch(vocabulary, batch, random.fork("data")), parameters };
}

function randomBatch(vocabulary: number, size: number, random: Random): Batch {
  const first = SPECIAL_TOKENS.length;
  const row = (): number[] => [
    ...Array.from({ length: LENGTH - 1 }, () => first + random.below(vocabulary - first)),
    EOS,
  ];
  const rows = (): number[][] => Array.from({ length: size }, row);
  const targets = rows();
  const lengths = Array<number>(size).fill(LENGTH);
  return {
    size,
    sourceLength: LENGTH,
    targetLength: LENGTH,
    source: Int32Array.from(rows().flat()),
    targetIn: Int32Array.from(targets.flatMap((ids) => [SOS, ...ids.slice(0, -1)])),
    targetOut: Int32Array.from(targets.flat()),
    sourceLengths: lengths,
    targetLengths: lengths,
  };
}

/** The operations of one training step; a multiply-add counts as two. */
export function countOperations({ hidden: H, vocabulary: V, batch }: Size): number {
  const [E, N] = [H, batch * LENGTH]; // N: tokens of either side
  const encoder = N * (E + H) * 3 * H; //               x W_ih and h W_hh
  const decoder = N * (E + H + H) * 3 * H; //           [y; c] W_ih and s W_hh
  const projections = 2 * N * H * H; //                 W q and U k
  const attention = 2 * N * LENGTH * H; //              v . tanh(.) and the weighted sum
  const output = N * H * V;
  const forward = encoder + decoder + projections + attention + output;
  return 2 * 3 * forward; // the backward pass has one product for each of the two factors
}
