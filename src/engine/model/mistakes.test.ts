/**
 * Common mistakes of tutorials and lecture notes, one test for the right behaviour of each. Other tests check the
 * equations as a whole; here the failing test names the mistake.
 */
import {
  add,
  log,
  matMul,
  softmax,
  type Tensor,
  tensor,
  tensor1d,
  tensor2d,
} from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { expectClose } from "../../testing/closeness";
import { startNodeBackend } from "../../testing/nodeBackend";
import { exactly, expectSameEntropies } from "../../testing/sameAnswers";
import { worstError } from "../../testing/worstError";
import { copyPair, tinyShape, tinyTask } from "../../testing/tinyTask";
import { type Batch, makeBatch } from "../batch";
import { DEFAULT_CONFIG } from "../setup/config";
import { obstacleTo } from "../setup/conflicts";
import { decodeGreedily } from "../decoding/greedy";
import { traceExample } from "../../testing/textbookTrace";
import type { ModelShape } from "../setup/modelShape";
import { initialParameters, parameterSpecs } from "../setup/learnedParameters";
import { INITIAL_SHOW } from "../show";
import { createRandom } from "../rng";
import { EOS, PAD, SOS } from "../text/tokens";
import { topLayer } from "../results/trace";
import { attend, type Memory } from "./attention";
import { sourceTensors } from "./batchTensors";
import { noDropout } from "./dropout";
import { encode } from "./encoder";
import { crossEntropy } from "./loss";
import { plainResult } from "./scope";
import { batchLoss } from "./networks";
import { handOver } from "./seq2seq";
import { tokenProjection, tokenVectors } from "./tokenInput";
import { type Weights, viewWeights, weight } from "./weights";

const TWO_LAYERS: ModelShape = { ...tinyShape, layers: 2 };
const BOTH_WAYS: ModelShape = { ...TWO_LAYERS, direction: "bidirectional" };
const H = tinyShape.hiddenSize;

/** Runs a computation on random weights of a model. */
function on<T>(shape: ModelShape, compute: (weights: Weights) => T): T {
  return plainResult(() =>
    compute(viewWeights(shape, tensor1d(initialParameters(shape, createRandom(4))))),
  );
}

const rows = (x: Tensor): number[][] => x.arraySync() as number[][];
const batchOf = (...texts: string[]): Batch => makeBatch(tinyTask, texts.map(copyPair));

function trace(shape: ModelShape, isTruthFed: boolean) {
  return on(shape, (weights) =>
    traceExample(
      { task: tinyTask, shape, weights, runId: null, trainedSteps: 0 },
      {
        source: ["a", "b", "c"],
        answer: copyPair("abc"),
        show: { ...INITIAL_SHOW, feeding: isTruthFed ? "truth" : "own" },
      },
    ),
  );
}

/** Both halves of the state at the last position of the first layer (the second layer mixes them). */
function halvesAtTheEnd(text: string) {
  const states = on(BOTH_WAYS, (weights) => {
    const { layers } = encode(weights, BOTH_WAYS, sourceTensors(batchOf(text)));
    return (layers[0] as Tensor).arraySync() as number[][][];
  });
  const last = states[0]?.at(-1) ?? [];
  return { forward: last.slice(0, H), backward: last.slice(H) };
}

/** Scores of a source's states against the decoder's first query. */
function scoresOf(source: string): number[] {
  return on(tinyShape, (weights) => {
    const { memory, initial } = handOver(weights, tinyShape, sourceTensors(batchOf(source)));
    return Array.from(memory?.score(initial.layers[0]?.h as Tensor).dataSync() ?? []);
  });
}

describe("common mistakes", () => {
  beforeAll(() => startNodeBackend("cpu"));

  describe("in the encoder", () => {
    it("the last two entries of h_n are both directions of the LAST layer, not layer 1 and layer 2", () => {
      on(BOTH_WAYS, (weights) => {
        const encoded = encode(weights, BOTH_WAYS, sourceTensors(batchOf("abc")));
        const top = (encoded.layers.at(-1) as Tensor).arraySync() as number[][][];
        const forward = top[0]?.at(-1)?.slice(0, H) ?? []; // after the last token
        const backward = top[0]?.[0]?.slice(H) ?? []; //      after the first one
        const map = rows(weight(weights, "encoder.bridge.weight"));
        const bias = Array.from(weight(weights, "encoder.bridge.bias").dataSync());
        const summary = [...forward, ...backward];
        const bridged = bias.map((b, o) =>
          summary.reduce((sum, x, i) => sum + x * (map[i]?.[o] ?? 0), b),
        );
        expect(encoded.initial).toHaveLength(2);
        for (const { h } of encoded.initial) expectClose(h.dataSync(), bridged, 1e-5);
      });
    });

    it("the state at the last position does not summarize both directions: its backward half has read one token", () => {
      const [abc, cab] = [halvesAtTheEnd("abc"), halvesAtTheEnd("cab")];
      expect(abc.backward).toEqual(cab.backward); // both end in <eos>, the only token that it has read
      expect(abc.forward).not.toEqual(cab.forward);
    });

    it("the final state is the one at the last real token, not the one after the padding", () => {
      on(TWO_LAYERS, (weights) => {
        const alone = encode(weights, TWO_LAYERS, sourceTensors(batchOf("a")));
        const padded = encode(weights, TWO_LAYERS, sourceTensors(batchOf("a", "abca")));
        const first = padded.initial.map(({ h }) => rows(h)[0] ?? []);
        const wanted = alone.initial.map(({ h }) => rows(h)[0] ?? []);
        expect(worstError(first.flat(), wanted.flat())).toBeLessThan(1e-6);
      });
    });

    it("a one-hot vector times W is a row of W: one-hot input and an embedding are equivalent", () => {
      const onehot: ModelShape = { ...tinyShape, tokenInput: "onehot", attention: "none" };
      on(onehot, (weights) => {
        const ids = tensor([4, 6, EOS], [3], "int32");
        const [w, b] = [
          weight(weights, "encoder.gru.weight_ih_l0"),
          weight(weights, "encoder.gru.bias_ih_l0"),
        ];
        const reader = { weights, shape: onehot, dropout: noDropout };
        const lookedUp = tokenProjection(reader, "encoder", ids)(w, b);
        const product = add(matMul(tokenVectors(weights, onehot, "encoder", ids), w), b);
        expect(worstError(lookedUp.dataSync(), product.dataSync())).toBeLessThan(1e-6);
      });
    });
  });

  describe("in the attention", () => {
    it("padding gets no weight, and scores are masked before the softmax, not multiplied away after it", () => {
      on(tinyShape, (weights) => {
        const firstLook = (batch: Batch) => {
          const { memory, initial } = handOver(weights, tinyShape, sourceTensors(batch));
          return rows(attend(memory as Memory, initial.layers[0]?.h as Tensor).weights)[0] ?? [];
        };
        const padded = firstLook(batchOf("a", "abca"));
        expect(padded.slice(2)).toEqual([0, 0, 0]); // after "a" and its <eos>
        expect(padded[0]).toBeGreaterThan(0);
        expectClose(padded.slice(0, 2), firstLook(batchOf("a")), 1e-6); // which sum to 1
        const decoded = (batch: Batch) => decodeGreedily(weights, tinyShape, batch, 6);
        const [first] = decoded(batchOf("a", "abca"));
        const alone = decoded(batchOf("a"));
        expect(exactly(first ? [first] : [])).toEqual(exactly(alone));
        expectSameEntropies(first ? [first] : [], alone);
      });
    });

    it("Bahdanau's query is the state BEFORE the step, Luong's the one after it", () => {
      for (const step of trace(tinyShape, true).steps)
        expect(step.attention?.query).toEqual(topLayer(step).before.h);
      for (const step of trace({ ...tinyShape, timing: "luong" }, true).steps)
        expect(step.attention?.query).toEqual(topLayer(step).after.h);
    });

    it("with two layers the query is the top layer's state, not all layers'", () => {
      for (const step of trace(TWO_LAYERS, true).steps) {
        expect(step.attention?.query).toEqual(step.layers[1]?.before.h);
        expect(step.attention?.query).not.toEqual(step.layers[0]?.before.h);
      }
    });

    it("what joins the cell's input is the context, K numbers, not the weights, S numbers", () => {
      const input = parameterSpecs(BOTH_WAYS).find(
        ({ name }) => name === "decoder.gru.weight_ih_l0",
      );
      expect(input?.shape).toEqual([BOTH_WAYS.embeddingSize + 2 * H, 3 * H]);
      expect(trace(BOTH_WAYS, true).steps[0]?.attention?.context).toHaveLength(2 * H);
    });

    it("dot needs query and key of the same size: a bidirectional encoder excludes it, and a full W does not", () => {
      const both = { ...DEFAULT_CONFIG, direction: "bidirectional" } as const;
      expect(obstacleTo(both, "attention", "dot")).toBe("keysTooWide");
      expect(obstacleTo(both, "attention", "general")).toBeNull();
    });

    it("the scores have no biases: one on v would cancel in the softmax, those on W and U are redundant", () => {
      const names = parameterSpecs(tinyShape).map(({ name }) => name);
      expect(names.filter((name) => name.startsWith("attention."))).toEqual([
        "attention.query.weight",
        "attention.key.weight",
        "attention.v.weight",
      ]);
    });

    it("attention depends on the encoder's states: other states give other weights", () => {
      expect(scoresOf("abc")).not.toEqual(scoresOf("cba"));
    });
  });

  describe("in the loss", () => {
    const logits = [
      [2, -1, 0.5, 0],
      [0, 3, 0, -2],
    ];
    const targets = [0, 2];
    const lossOf = (scores: number[][], mask: number[]) =>
      plainResult(
        () =>
          crossEntropy(
            tensor2d(scores),
            tensor(targets, [2], "int32"),
            tensor(mask, [2, 1]),
          ).dataSync()[0],
      );

    it("takes logits: -log softmax(o)[target], and a perfect answer has a loss of 0", () => {
      const expected = plainResult(() => {
        const p = rows(log(softmax(tensor2d(logits))));
        return -((p[0]?.[0] ?? 0) + (p[1]?.[2] ?? 0)) / 2;
      });
      expect(lossOf(logits, [1, 1])).toBeCloseTo(expected, 6);
      expect(
        lossOf(
          [
            [50, 0, 0, 0],
            [0, 0, 50, 0],
          ],
          [1, 1],
        ),
      ).toBeCloseTo(0, 6);
      // A softmax in between leaves even a perfect answer at ln(e + V - 1) - 1.
      const squashed = [
        [1, 0, 0, 0],
        [0, 0, 1, 0],
      ];
      expect(lossOf(squashed, [1, 1])).toBeCloseTo(Math.log(Math.E + 3) - 1, 6);
    });

    it("is the mean over real tokens: padding does not lower it", () => {
      expect(lossOf(logits, [1, 0])).toBeCloseTo(
        lossOf([logits[0] ?? [], logits[0] ?? []], [1, 0]) ?? 0,
        6,
      );
      const narrow = batchOf("a", "abca");
      const wide = makeBatch(tinyTask, ["a", "abca"].map(copyPair), {
        sourceLength: 20,
        targetLength: 20,
      });
      const losses = on(tinyShape, (weights) =>
        [narrow, wide].map(
          (batch) => batchLoss(weights, tinyShape, { batch, inputs: batch.targetIn }).dataSync()[0],
        ),
      );
      expect(losses[1]).toBeCloseTo(losses[0] ?? 0, 5);
    });

    it("has the same targets with and without teacher forcing: only the inputs change", () => {
      const batch = batchOf("abc");
      const other = Int32Array.of(SOS, 6, 6, 6);
      const losses = on(tinyShape, (weights) =>
        [batch.targetIn, other].map(
          (inputs) => batchLoss(weights, tinyShape, { batch, inputs }).dataSync()[0],
        ),
      );
      expect(losses[0]).not.toBe(losses[1]);
      expect(Array.from(batch.targetOut)).toEqual([4, 5, 6, EOS]); // the targets come only from the batch
    });
  });

  describe("in the targets", () => {
    it("<sos> is an input and never a target, <eos> is a target and never an input: y0 y1 y2 -> y1 y2 y3", () => {
      const { targetIn, targetOut } = batchOf("abc");
      expect(Array.from(targetIn)).toEqual([SOS, 4, 5, 6]);
      expect(Array.from(targetOut)).toEqual([4, 5, 6, EOS]);
    });

    it("padding has its own id: it is neither <sos> nor <eos>", () => {
      expect(new Set([PAD, SOS, EOS]).size).toBe(3);
      expect(Array.from(batchOf("a", "ab").source)).toEqual([4, EOS, PAD, 4, 5, EOS]);
    });
  });

  describe("in decoding", () => {
    it("each row ends at its own <eos>, and later tokens do not count", () => {
      const seeds = Array.from({ length: 12 }, (_, i) => i + 1);
      const decoded = seeds.flatMap((seed) =>
        plainResult(() => {
          const flat = initialParameters(tinyShape, createRandom(seed)).map((x) => 2 * x);
          return decodeGreedily(
            viewWeights(tinyShape, tensor1d(flat)),
            tinyShape,
            batchOf("a", "bca", "cc"),
            8,
          );
        }),
      );
      expect(decoded.some(({ ended }) => ended)).toBe(true);
      for (const { tokens, ended } of decoded) {
        expect(tokens).not.toContain(EOS);
        expect(tokens.length).toBeLessThanOrEqual(ended ? 7 : 8);
      }
    });

    it("free decoding never reads the truth, known or not", () => {
      const free = trace(tinyShape, false);
      expect(free.steps.slice(1).every(({ inputOrigin }) => inputOrigin === "model")).toBe(true);
      free.steps.slice(1).forEach((step, t) => expect(step.input).toEqual(free.steps[t]?.chosen));
    });

    it("the argmax needs no softmax: the largest logit has the largest probability", () => {
      for (const { logits, top } of trace(tinyShape, false).steps)
        expect(top[0]?.token.id).toBe(logits.indexOf(Math.max(...logits)));
    });
  });
});
