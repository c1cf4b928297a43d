/** Compares the textbook engine with a fixture of the oracle, on the current tensor backend. */
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
import { type Dropout, noDropout } from "../engine/model/dropout";
import type { DropoutSite } from "../engine/training/dropoutMasks";
import { plainResult } from "../engine/model/scope";
import { type Handover, handOver } from "../engine/model/seq2seq";
import { viewWeights } from "../engine/model/weights";
import { adamUpdate, startAdam } from "../engine/training/adam";
import { lossAndGradient } from "../engine/training/lossAndGradient";
import {
  byParameter,
  type Deviation,
  deviation,
  flatten,
  masked,
  type Named,
  readBatch,
  realPlaces,
} from "./fixtureValues";
import type { Fixture } from "./fixtures";

/** The deviations of every quantity in the fixture. */
export function compareWithFixture(fixture: Fixture): Deviation[] {
  const batch = readBatch(fixture);
  const flat = flatten(fixture, "parameter");
  const dropout = (): Dropout => givenDropout(fixture);
  const forward = plainResult(() => forwardValues(fixture, flat, batch, dropout()));
  const { loss, gradient, adam } = plainResult(() => {
    const theta = tensor1d(flat);
    const pass = { batch, inputs: batch.targetIn, dropout: dropout() };
    const result = lossAndGradient(fixture.shape, theta, pass);
    const given = tensor1d(flatten(fixture, "gradient")); // the fixture's gradient, so that only Adam is compared
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

/** The fixture's dropout masks. The decoder's mask of all steps is returned step by step. */
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

/** Runs the fixture's pass step by step and reads every quantity; values at padding are set to 0. */
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
    values.set(`encoder.l${l}`, masked(read(states), real.source)),
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
    values.set(name, masked(read(whole), isByPair ? real.pairs : real.target));
  }
  return values;
}

/** All decoder steps with the batch's inputs. */
function stepThrough({ decoder, initial, attend }: Handover, batch: Batch): DecoderStepTensors[] {
  const { size: B, targetLength: T } = batch;
  const projected = projectTokens(decoder, tensor(batch.targetIn, [B * T], "int32"));
  let state = initial;
  return unstack(reshape(projected, [B, T, -1]), 1).map((input) => {
    const step = decoderStep(decoder, input, state, attend);
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

function read(values: Tensor | Tensor1D): number[] {
  return Array.from(values.dataSync() as Float32Array);
}
