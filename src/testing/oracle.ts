/** Holds the engine to a fixture of the oracle, on the backend that tensors live on now. */
import {
  mul,
  reshape,
  stack,
  type Tensor,
  tensor,
  type Tensor1D,
  tensor1d,
  unstack,
} from "@tensorflow/tfjs-core";
import type { Batch } from "../engine/batch";
import { sourceTensors } from "../engine/model/batchTensors";
import {
  decoderStep,
  type DecoderStepTensors,
  type DecoderWeights,
  projectTokens,
  readLogits,
} from "../engine/model/decoder";
import { type Dropout, type DropoutSite, noDropout } from "../engine/model/dropout";
import { plainResult } from "../engine/model/scope";
import { type Handover, handOver } from "../engine/model/seq2seq";
import { viewWeights } from "../engine/model/weights";
import { parameterCount, parameterSpecs, sizeOf } from "../engine/parameters";
import { adamUpdate, startAdam } from "../engine/training/adam";
import { lossAndGradient } from "../engine/training/lossAndGradient";
import type { Fixture } from "./fixtures";
import { worstError } from "./worstError";

/** How far one tensor is off: max |difference| as a share of max |reference|. */
export interface Deviation {
  readonly group: "forward" | "gradient" | "adam";
  readonly name: string;
  readonly error: number;
}

/** Every quantity that the fixture has, against the engine's own. */
export function compareWithFixture(fixture: Fixture): Deviation[] {
  const batch = readBatch(fixture);
  const flat = flatten(fixture, "parameter");
  const dropout = (): Dropout => givenDropout(fixture);
  const forward = plainResult(() => forwardValues(fixture, flat, batch, dropout()));
  const { loss, gradient, adam } = plainResult(() => {
    const theta = tensor1d(flat);
    const pass = { batch, inputs: batch.targetIn, dropout: dropout() };
    const result = lossAndGradient(fixture.shape, theta, pass);
    const given = tensor1d(flatten(fixture, "gradient")); // the fixture's own, so that Adam alone is compared
    const updated = adamUpdate(theta, given, startAdam(flat.length), fixture.learningRate);
    return {
      loss: read(result.loss),
      gradient: read(result.gradient),
      adam: read(updated.parameters),
    };
  });
  forward.set("loss", loss);
  return [
    ...[...forward].map(([name, values]) => deviation(fixture, "forward", name, values)),
    ...byParameter(fixture, "gradient", gradient),
    ...byParameter(fixture, "adam", adam),
  ];
}

/** Names of the forward quantities that a fixture has and the engine must give. */
export function forwardNames({ tensors }: Fixture): string[] {
  return [...tensors.keys()].flatMap((key) => (key.startsWith("forward/") ? [key.slice(8)] : []));
}

function valuesOf(fixture: Fixture, key: string): Float64Array | Int32Array {
  const found = fixture.tensors.get(key);
  if (!found) throw new Error(`fixture ${fixture.name}: no tensor "${key}"`);
  return found.data;
}

function readBatch(fixture: Fixture): Batch {
  const ids = (name: string): Int32Array => Int32Array.from(valuesOf(fixture, `batch/${name}`));
  const [size = 0, sourceLength = 0] = fixture.tensors.get("batch/source")?.shape ?? [];
  const [, targetLength = 0] = fixture.tensors.get("batch/target_in")?.shape ?? [];
  return {
    size,
    sourceLength,
    targetLength,
    source: ids("source"),
    targetIn: ids("target_in"),
    targetOut: ids("target_out"),
    sourceLengths: [...ids("source_lengths")],
    targetLengths: [...ids("target_lengths")],
  };
}

/** A group's tensors end to end as the engine keeps them: in its order, matrices as [in, out]. */
function flatten(fixture: Fixture, group: "parameter" | "gradient" | "adam"): Float32Array {
  const flat = new Float32Array(parameterCount(fixture.shape));
  let offset = 0;
  for (const { name, shape, transposedInPyTorch } of parameterSpecs(fixture.shape)) {
    const values = valuesOf(fixture, `${group}/${name}`);
    const [rows = 1, columns = 1] = shape;
    values.forEach((value, i) => {
      const place = transposedInPyTorch ? (i % rows) * columns + Math.floor(i / rows) : i;
      flat[offset + place] = value;
    });
    offset += sizeOf(shape);
  }
  return flat;
}

/** The fixture's masks, where it drops anything: a mask that steps share is handed out step by step. */
function givenDropout(fixture: Fixture): Dropout {
  if (!fixture.tensors.has("dropout/encoder.embedding")) return noDropout;
  let step = 0;
  return (site: DropoutSite, x: Tensor) => {
    const { shape, data } = fixture.tensors.get(`dropout/${site}`) ?? { shape: [], data: [] };
    const mask = tensor(Float32Array.from(data), [...shape]);
    const isStepwise = site === "decoder.layers"; // [B, T, H]: [B, H] at each step
    const part = isStepwise ? (unstack(mask, 1)[step++] as Tensor) : mask;
    return mul(x, reshape(part, x.shape));
  };
}

type Named = Map<string, ArrayLike<number>>;

/** Runs the fixture's pass step by step and reads every quantity; what stands on padding is set to 0. */
function forwardValues(
  { shape }: Fixture,
  flat: Float32Array,
  batch: Batch,
  dropout: Dropout,
): Named {
  const weights = viewWeights(shape, tensor1d(flat));
  const handover = handOver(weights, shape, sourceTensors(batch), dropout);
  const real = realPlaces(batch);
  const values: Named = new Map();
  handover.encoded.layers.forEach((states, l) =>
    values.set(`encoder.l${l}`, masked(states, real.source)),
  );
  handover.initial.layers.forEach(({ h, c }, l) => {
    values.set(`initial.l${l}.h`, read(h));
    if (c) values.set(`initial.l${l}.c`, read(c));
  });
  const steps = stepThrough(handover, batch).map((step) => stepValues(handover.decoder, step));
  for (const name of steps[0]?.keys() ?? []) {
    const whole = stack(
      steps.map((step) => step.get(name) as Tensor),
      1,
    ); // [B, T, ...]
    const isByPair = name === "scores" || name === "weights"; //              [B, T, S]
    values.set(name, masked(whole, isByPair ? real.pairs : real.target));
  }
  return values;
}

/** All decoder steps, fed the batch's inputs. */
function stepThrough({ decoder, initial, memory }: Handover, batch: Batch): DecoderStepTensors[] {
  const { size: B, targetLength: T } = batch;
  const projected = projectTokens(decoder, tensor(batch.targetIn, [B * T], "int32"));
  let state = initial;
  return unstack(reshape(projected, [B, T, -1]), 1).map((input) => {
    const step = decoderStep(decoder, input, state, memory);
    state = step.next;
    return step;
  });
}

/** The quantities of one step under the fixture's names. [B, ...] each */
function stepValues(decoder: DecoderWeights, step: DecoderStepTensors): Map<string, Tensor> {
  const values = new Map<string, Tensor>([["logits", readLogits(decoder, step.readout)]]);
  step.cells.forEach(({ state: { h, c } }, l) => {
    values.set(`decoder.l${l}.h`, h);
    if (c) values.set(`decoder.l${l}.c`, c);
  });
  if (step.attentional) values.set("attentional", step.attentional);
  if (step.attended)
    for (const name of ["scores", "weights", "context"] as const)
      values.set(name, step.attended[name]);
  return values;
}

/** 1 within each row's length, 0 behind it, row-major. */
function within(lengths: readonly number[], longest: number): number[] {
  return lengths.flatMap((length) =>
    Array.from({ length: longest }, (_, i) => (i < length ? 1 : 0)),
  );
}

/** 1 where both lie within their lengths, row-major. */
function realPlaces({ sourceLengths, sourceLength, targetLengths, targetLength }: Batch) {
  const [source, target] = [
    within(sourceLengths, sourceLength),
    within(targetLengths, targetLength),
  ];
  const pairs = target.flatMap((isReal, i) => {
    const row = Math.floor(i / targetLength);
    return source.slice(row * sourceLength, (row + 1) * sourceLength).map((s) => s * isReal);
  });
  return { source, target, pairs };
}

/** Values with 0 where the place is padding. `places` are as many as the tensor's leading axes have. */
function masked(values: Tensor, places: readonly number[]): number[] {
  const width = values.size / places.length;
  return read(values).map((value, i) => (places[Math.floor(i / width)] === 1 ? value : 0));
}

function read(values: Tensor | Tensor1D): number[] {
  return Array.from(values.dataSync() as Float32Array);
}

function byParameter(
  fixture: Fixture,
  group: "gradient" | "adam",
  flat: readonly number[],
): Deviation[] {
  const expected = flatten(fixture, group);
  let offset = 0;
  return parameterSpecs(fixture.shape).map(({ name, shape }) => {
    const [from, to] = [offset, (offset += sizeOf(shape))];
    return { group, name, error: worst(flat.slice(from, to), expected.subarray(from, to)) };
  });
}

function deviation(
  fixture: Fixture,
  group: "forward",
  name: string,
  values: ArrayLike<number>,
): Deviation {
  return { group, name, error: worst(values, valuesOf(fixture, `${group}/${name}`)) };
}

/** NaN where a value is no number or where there are not as many as expected. */
function worst(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  return actual.length === expected.length ? worstError(actual, expected) : Number.NaN;
}
