/** The trace of a Transformer: its numbers are the reference's, in every way to choose tokens. */
import { tensor1d } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { expectClose } from "../../../testing/closeness";
import { startNodeBackend } from "../../../testing/nodeBackend";
import { traceExample } from "../../../testing/textbookTrace";
import { copyPair, tinyTask } from "../../../testing/tinyTask";
import { TRANSFORMERS, transformerName } from "../../../testing/transformers";
import { plainResult } from "../../model/scope";
import { viewWeights } from "../../model/weights";
import { referenceParameters } from "../../reference/parameters";
import { referenceDecodeAll, referenceRead } from "../../reference/transformer/transformer";
import type { ReferenceHeads } from "../../reference/transformer/attention";
import type { HeadTrace, Trace } from "../../results/trace";
import { createRandom } from "../../rng";
import { initialParameters } from "../../setup/learnedParameters";
import type { ModelShape } from "../../setup/modelShape";
import { type Choosing, GREEDY, INITIAL_SHOW } from "../../show";
import { EOS, SOS } from "../../text/tokens";

const parametersOf = (shape: ModelShape): Float32Array => initialParameters(shape, createRandom(3));

function traceOf(shape: ModelShape, choosing: Partial<Choosing>, feeding: "truth" | "own"): Trace {
  const show = { ...INITIAL_SHOW, choosing: { ...GREEDY, ...choosing }, feeding };
  const example = { source: ["b", "a", "c"], answer: copyPair("bac"), show };
  return plainResult(() => {
    const weights = viewWeights(shape, tensor1d(parametersOf(shape)));
    const model = { task: tinyTask, shape, weights, runId: null, trainedSteps: 0 };
    return traceExample(model, example);
  });
}

/** Every number of an attention, head by head. */
function expectHeads(ours: readonly HeadTrace[] | undefined, { heads }: ReferenceHeads): void {
  expect(ours).toHaveLength(heads.length);
  heads.forEach((head, i) => {
    for (const part of ["queries", "keys", "values", "scores", "weights", "contexts"] as const)
      expectClose(ours?.[i]?.[part].data ?? [], head[part].flat(), 1e-5);
  });
}

beforeAll(() => startNodeBackend("cpu"));

describe.each(TRANSFORMERS.map((shape) => [transformerName(shape), shape] as const))(
  "the trace of a Transformer with %s",
  (_, shape) => {
    const p = referenceParameters(shape, Array.from(parametersOf(shape)));
    const memory = referenceRead(p, shape, [5, 4, 6, EOS]);

    it("has the reference's numbers, fed the truth", () => {
      const trace = traceOf(shape, {}, "truth");
      const expected = referenceDecodeAll(p, shape, memory, [SOS, 5, 4, 6]);
      expectClose(trace.encoder.states.data, memory.states.flat(), 1e-5);
      expect(trace.encoder.lower === null).toBe(shape.layers === 1);
      expectClose(
        trace.steps.flatMap(({ logits }) => [...logits]),
        expected.logits.flat(),
        1e-5,
      );
      const readouts = trace.steps.flatMap(({ layers }) => [...(layers.at(-1)?.after.h ?? [])]);
      expectClose(readouts, expected.readout.flat(), 1e-5);
      for (let l = 0; l < shape.layers; l++) {
        expectHeads(trace.transformer?.encoder[l], memory.layers[l]?.attended as ReferenceHeads);
        expectHeads(trace.transformer?.self[l], expected.layers[l]?.self as ReferenceHeads);
        expectHeads(trace.transformer?.cross[l], expected.layers[l]?.cross as ReferenceHeads);
      }
    });

    it("shows the mean over the heads of the top layer as the weights of a step", () => {
      const { steps, transformer } = traceOf(shape, {}, "truth");
      const heads = transformer?.cross.at(-1) ?? [];
      steps.forEach(({ attention }, t) => {
        const mean = Array.from(
          { length: 4 },
          (_each, s) =>
            heads.reduce((sum, { weights }) => sum + (weights.data[t * 4 + s] ?? 0), 0) /
            heads.length,
        );
        expectClose(attention?.weights ?? [], mean, 1e-6);
      });
    });

    it("answers greedily as a beam of one does", () => {
      const [greedy, beam] = [
        traceOf(shape, {}, "own"),
        traceOf(shape, { method: "beam", beamWidth: 1 }, "own"),
      ];
      expect(beam.steps.map(({ chosen }) => chosen.id)).toEqual(
        greedy.steps.map(({ chosen }) => chosen.id),
      );
    });

    it("has the logits of its own path in a beam of three, and in sampling", () => {
      for (const choosing of [{ method: "beam", beamWidth: 3 }, { method: "sampling" }] as const) {
        const { steps } = traceOf(shape, choosing, "own");
        const inputs = steps.map(({ input }) => input.id);
        const { logits } = referenceDecodeAll(p, shape, memory, inputs);
        expectClose(
          steps.flatMap((step) => [...step.logits]),
          logits.flat(),
          1e-5,
        );
      }
    });

    it("adds up the probabilities of a beam's answer", () => {
      const total = (trace: Trace): number =>
        trace.steps.reduce((sum, { logits, chosen }) => {
          const all = logits.reduce((each, x) => each + Math.exp(x), 0);
          return sum + (logits[chosen.id] ?? Number.NaN) - Math.log(all);
        }, 0);
      const beam = traceOf(shape, { method: "beam", beamWidth: 5 }, "own");
      const best = Math.max(
        ...(beam.decoding.kind === "beam" ? beam.decoding.nodes : [])
          .flatMap((node) => (node.isAnswer ? [node.total] : []))
          .slice(-1),
      );
      expectClose([total(beam)], [best], 1e-4);
    });
  },
);
