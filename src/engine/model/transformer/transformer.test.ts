/** Compares the Transformer on tensors with the plain-array reference, and tests its masks and its cache. */
import { dispose, memory, tensor, tensor1d } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { expectClose } from "../../../testing/closeness";
import { expectOfEvery } from "../../../testing/expectOfEvery";
import { startNodeBackend } from "../../../testing/nodeBackend";
import { referenceMean } from "../../../testing/referenceMean";
import { copyPair, tinyTask } from "../../../testing/tinyTask";
import { TRANSFORMERS, transformerName } from "../../../testing/transformers";
import { type Batch, makeBatch } from "../../batch";
import { decodeGreedily } from "../../decoding/greedy";
import { referenceParameters } from "../../reference/parameters";
import {
  referenceDecodeAll,
  referenceRead,
  transformerGreedy,
  transformerLoss,
} from "../../reference/transformer/transformer";
import type { Vector } from "../../reference/linearAlgebra";
import { createRandom } from "../../rng";
import { initialParameters, parameterCount } from "../../setup/learnedParameters";
import type { ModelShape } from "../../setup/modelShape";
import { EOS, SOS } from "../../text/tokens";
import { lossAndGradient } from "../../training/lossAndGradient";
import { sourceTensors } from "../batchTensors";
import { noDropout } from "../dropout";
import { plainResult } from "../scope";
import { viewWeights } from "../weights";
import { type DecodedPositions, decodePositions, NO_PAST, openDecoder } from "./decoder";
import { encodeSource } from "./encoder";

const PAIRS = ["abc", "c", "baca", "ab"].map(copyPair);
const FORWARD_TOLERANCE = 1e-5;
const GRADIENT_TOLERANCE = 1e-4;

const NAMED = TRANSFORMERS.map((shape) => [transformerName(shape), shape] as const);

/** Weights whose norms and biases differ from their first values. */
function drawn(shape: ModelShape): Float32Array {
  const random = createRandom(5, "noise");
  return initialParameters(shape, createRandom(3)).map((x) => x + 0.3 * (2 * random.next() - 1));
}

const meanLoss = (shape: ModelShape, flat: Vector): number =>
  referenceMean(transformerLoss, PAIRS, shape, flat);

/** The whole decoder of a batch at once. */
function decodeBatch(shape: ModelShape, flat: Float32Array, batch: Batch): DecodedPositions {
  const pieces = { weights: viewWeights(shape, tensor1d(flat)), shape, dropout: noDropout };
  const decoder = openDecoder(pieces, encodeSource(pieces, sourceTensors(batch)));
  const ids = tensor(batch.targetIn, [batch.size, batch.targetLength], "int32");
  return decodePositions(decoder, ids, NO_PAST);
}

const values = (read: { dataSync(): ArrayLike<number> }): number[] => Array.from(read.dataSync());

/** Cuts a row-major array into rows of this width. */
const rows = (all: readonly number[], width: number): number[][] =>
  Array.from({ length: all.length / width }, (_, i) => all.slice(i * width, (i + 1) * width));

describe.each(["cpu", "wasm"] as const)("a Transformer on %s", (backend) => {
  beforeAll(() => startNodeBackend(backend));

  it("computes the reference's quantities", () => {
    expectOfEvery(NAMED, (shape) => {
      const flat = drawn(shape);
      const p = referenceParameters(shape, Array.from(flat));
      const [source, inputs] = [
        [5, 4, 6, EOS],
        [SOS, 5, 4, 6],
      ];
      const read = referenceRead(p, shape, source);
      const expected = referenceDecodeAll(p, shape, read, inputs);
      plainResult(() => {
        const batch = makeBatch(tinyTask, [copyPair("bac")]);
        expect([...batch.source, ...batch.targetIn]).toEqual([...source, ...inputs]);
        const ours = decodeBatch(shape, flat, batch);
        const pieces = { weights: viewWeights(shape, tensor1d(flat)), shape, dropout: noDropout };
        const encoded = encodeSource(pieces, sourceTensors(batch));
        expectClose(values(encoded.memory), read.states.flat(), FORWARD_TOLERANCE);
        expectClose(values(ours.logits), expected.logits.flat(), FORWARD_TOLERANCE);
        expected.layers.forEach((layer, l) => {
          for (const part of ["self", "cross"] as const) {
            const heads = layer[part].heads;
            const attended = ours.layers[l]?.[part];
            if (!attended) throw new Error("no layer");
            expectClose(
              values(attended.weights),
              heads.flatMap((h) => h.weights.flat()),
              1e-5,
            );
            expectClose(
              values(attended.contexts),
              heads.flatMap((h) => h.contexts.flat()),
              1e-5,
            );
          }
        });
      });
    });
  });

  it("has weights that sum to 1, and that are 0 at padding and at later positions", () => {
    expectOfEvery(NAMED, (shape) => {
      plainResult(() => {
        const batch = makeBatch(tinyTask, PAIRS);
        const { layers } = decodeBatch(shape, drawn(shape), batch);
        for (const { self, cross } of layers) {
          const [h, T, S] = [Number(shape.heads), batch.targetLength, batch.sourceLength];
          const sums = [...rows(values(self.weights), T), ...rows(values(cross.weights), S)].map(
            (row) => row.reduce((a, b) => a + b, 0),
          );
          expect(sums).toHaveLength(2 * batch.size * h * T);
          expectClose(
            sums,
            sums.map(() => 1),
            1e-6,
          );
          rows(values(self.weights), T).forEach((row, i) =>
            expect(row.slice((i % T) + 1).every((w) => w === 0)).toBe(true),
          );
          rows(values(cross.weights), S).forEach((row, i) => {
            const length = batch.sourceLengths[Math.floor(i / (h * T))] ?? 0;
            expect(row.slice(length).every((w) => w === 0)).toBe(true);
            expect(row.slice(0, length).every((w) => w > 0)).toBe(true);
          });
        }
      });
    });
  });

  it("says the same at a position whatever comes after it", () => {
    expectOfEvery(NAMED, (shape) => {
      plainResult(() => {
        const batch = makeBatch(tinyTask, [copyPair("abca")]);
        const flat = drawn(shape);
        const other = { ...batch, targetIn: batch.targetIn.map((id, t) => (t > 2 ? 9 - id : id)) };
        const [one, two] = [batch, other].map((each) =>
          values(decodeBatch(shape, flat, each).logits),
        );
        const V = shape.targetTokens;
        expect(two?.slice(0, 3 * V)).toEqual(one?.slice(0, 3 * V));
        expect(two?.slice(3 * V)).not.toEqual(one?.slice(3 * V));
      });
    });
  });

  it("ignores padding: loss, gradient and answers are the same at twice the length", () => {
    expectOfEvery(NAMED, (shape) => {
      const flat = drawn(shape);
      const tight = makeBatch(tinyTask, PAIRS);
      const wide = makeBatch(tinyTask, PAIRS, {
        sourceLength: 2 * tight.sourceLength,
        targetLength: 2 * tight.targetLength,
      });
      const run = (batch: Batch) =>
        plainResult(() => {
          const theta = tensor1d(flat);
          const found = lossAndGradient(shape, theta, { batch, inputs: batch.targetIn });
          const decoded = decodeGreedily(viewWeights(shape, theta), shape, batch, 6);
          return { loss: values(found.loss), gradient: values(found.gradient), decoded };
        });
      const [narrow, broad] = [run(tight), run(wide)];
      expectClose(broad.loss, narrow.loss, FORWARD_TOLERANCE);
      expectClose(broad.gradient, narrow.gradient, GRADIENT_TOLERANCE);
      const tokens = (answers: typeof narrow.decoded) => answers.map((each) => each.tokens);
      expect(tokens(broad.decoded)).toEqual(tokens(narrow.decoded));
    });
  });

  it("answers step by step as the reference does with all positions at once", () => {
    expectOfEvery(NAMED, (shape) => {
      const flat = drawn(shape);
      const p = referenceParameters(shape, Array.from(flat));
      const decoded = plainResult(() => {
        const batch = makeBatch(tinyTask, PAIRS);
        return decodeGreedily(viewWeights(shape, tensor1d(flat)), shape, batch, 6);
      });
      PAIRS.forEach(({ source }, i) => {
        const ids = [...source.map((x) => tinyTask.sourceVocabulary.idOf(x)), EOS];
        const all = transformerGreedy(p, shape, ids, 6);
        const end = all.indexOf(EOS);
        expect(decoded[i]?.tokens).toEqual(end < 0 ? all : all.slice(0, end));
      });
    });
  });

  it("leaves no tensor behind", () => {
    for (const shape of TRANSFORMERS) {
      const flat = tensor1d(initialParameters(shape, createRandom(3)));
      const before = memory().numTensors;
      const batch = makeBatch(tinyTask, PAIRS);
      const { loss, gradient } = lossAndGradient(shape, flat, { batch, inputs: batch.targetIn });
      dispose([loss, gradient]);
      plainResult(() => decodeGreedily(viewWeights(shape, flat), shape, batch, 4));
      expect(memory().numTensors).toBe(before);
      flat.dispose();
    }
  });
});

describe("the gradient of a Transformer", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it("is that of central differences of the reference, along drawn directions", () => {
    expectOfEvery(NAMED, (shape) => {
      const flat = drawn(shape);
      const batch = makeBatch(tinyTask, PAIRS);
      const { loss, gradient } = plainResult(() => {
        const found = lossAndGradient(shape, tensor1d(flat), { batch, inputs: batch.targetIn });
        return { loss: values(found.loss), gradient: values(found.gradient) };
      });
      const at = Array.from(flat);
      expectClose(loss, [meanLoss(shape, at)], FORWARD_TOLERANCE);
      const step = 1e-6;
      const random = createRandom(11, "directions");
      for (let k = 0; k < 8; k++) {
        const along = at.map(() => 2 * random.next() - 1);
        const moved = (by: number) => at.map((x, i) => x + by * (along[i] ?? 0));
        const rise = meanLoss(shape, moved(step)) - meanLoss(shape, moved(-step));
        const slope = gradient.reduce((sum, g, i) => sum + g * (along[i] ?? 0), 0);
        expectClose([slope], [rise / (2 * step)], GRADIENT_TOLERANCE);
      }
      expect(gradient).toHaveLength(parameterCount(shape));
    });
  });
});
