/** Decodes one example with a Transformer, position by position, and captures every quantity. */
import { argMax, gather, reshape, type Tensor, tensor, tensor1d } from "@tensorflow/tfjs-core";
import { sourceTensors } from "../../model/batchTensors";
import { noDropout } from "../../model/dropout";
import { lookUp } from "../../model/product";
import { readTensor } from "../../model/readTensor";
import {
  decodePositions,
  NO_PAST,
  openDecoder,
  type OpenDecoder,
  type Past,
} from "../../model/transformer/decoder";
import { encodeSource } from "../../model/transformer/encoder";
import { type Weights, weight } from "../../model/weights";
import type { ModelShape } from "../../setup/modelShape";
import { EOS, SOS } from "../../text/tokens";
import { readsAreFree, readTogether } from "../capture";
import { inputOf } from "../feeding";
import type { Decoded, PlannedDecode } from "../plannedDecode";
import { carryOut, type Search } from "../search";
import { stepsOf } from "../stepsOf";
import { chooseTokens } from "../tokenChoice";
import { collectSource, collectStep, type StepTensors, transformerTrace } from "./capture";

/** One transfer for the decode, and one for each step of a search. Call inside `plainResult`. */
export function decodeTransformer(
  weights: Weights,
  shape: ModelShape,
  planned: PlannedDecode,
): Decoded {
  const pieces = { weights, shape, dropout: noDropout };
  const source = encodeSource(pieces, sourceTensors(planned.source));
  const decoder = openDecoder(pieces, source);
  const search = chooseTokens(planned.plan, planned);
  const { path, decoding } = searchAlong(decoder, planned, search);
  const tensors = runDecoder(decoder, planned, path);
  return readTogether((collect) => {
    const read = collectSource(collect, pieces, source, planned.source);
    const captured = tensors.map((step) => collectStep(collect, shape, step));
    return () => {
      const steps = captured.map((step) => step());
      const said = steps.map((step) => step.said);
      const quantities = (t: number) => {
        const step = steps[t];
        if (!step) throw new Error(`decode: expected a step ${t}, got ${steps.length} steps`);
        return step.quantities;
      };
      const { encoder, looks } = read();
      const made = stepsOf(planned, planned.vocabulary, { said, quantities });
      const transformer = transformerTrace(looks, steps.slice(0, made.steps.length));
      return { encoder, transformer, ...made, decoding, untouched: null };
    };
  });
}

/** Every step, fed the truth or its own tokens; on a device it does not stop at <eos>. */
function runDecoder(
  decoder: OpenDecoder,
  planned: PlannedDecode,
  path: readonly number[] | null,
): readonly StepTensors[] {
  const { plan, truth, limit } = planned;
  const table = weight(decoder.pieces.weights, "decoder.embedding.weight");
  const endsEarly = !truth && readsAreFree();
  const steps: StepTensors[] = [];
  let past: Past = NO_PAST;
  let said: Tensor = tensor([SOS], [1], "int32");
  for (let t = 0; t < (path?.length ?? limit); t++) {
    const { id } = inputOf(planned, t);
    const ids = id === null ? said : tensor([id], [1], "int32");
    const decoded = decodePositions(decoder, reshape(ids, [1, 1]), past);
    const known = plan.said.get(t) ?? path?.[t];
    const answer = argMax(reshape(decoded.logits, [1, -1]), 1);
    said = known === undefined ? answer : tensor([known], [1], "int32");
    steps.push({ decoded, embedding: lookUp(ids, table), said });
    if (endsEarly && said.dataSync()[0] === EOS) break;
    past = decoded.past;
  }
  return steps;
}

/** Carries out a search, with one transfer for each step. */
function searchAlong<Result>(
  decoder: OpenDecoder,
  planned: PlannedDecode,
  search: Search<Result>,
): Result {
  let past: Past = NO_PAST;
  return carryOut(search, ({ step, parents, tokens }) => {
    const { id } = inputOf(planned, step);
    const ids = tensor1d(id === null ? [...tokens] : tokens.map(() => id), "int32");
    const known = step > 0 ? selectPaths(decoder, past, parents) : past;
    const rows = forPaths(decoder, tokens.length);
    const decoded = decodePositions(rows, reshape(ids, [tokens.length, 1]), known);
    past = decoded.past;
    return readTensor(decoded.logits) as Float32Array; // [paths, 1, V]
  });
}

/** Rows of heads for these rows of a batch. */
function headRows(paths: readonly number[], h: number): Tensor {
  return tensor1d(
    paths.flatMap((path) => Array.from({ length: h }, (_, i) => path * h + i)),
    "int32",
  );
}

/** The decoder of one source, for several paths. */
function forPaths(decoder: OpenDecoder, count: number): OpenDecoder {
  const h = Number(decoder.pieces.shape.heads);
  const rows = headRows(
    Array.from({ length: count }, () => 0),
    h,
  );
  const source = decoder.source.map(({ keys, values }) => ({
    keys: gather(keys, rows),
    values: gather(values, rows),
  }));
  return { ...decoder, source };
}

/** The positions of these paths, in this order. */
function selectPaths(
  decoder: OpenDecoder,
  { length, layers }: Past,
  paths: readonly number[],
): Past {
  const rows = headRows(paths, Number(decoder.pieces.shape.heads));
  return {
    length,
    layers: layers.map(({ keys, values }) => ({
      keys: gather(keys, rows),
      values: gather(values, rows),
    })),
  };
}
