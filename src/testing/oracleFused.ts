/** Compares the fused network with a fixture of the oracle. Runs under Node and in a browser. */
import type { Batch } from "../engine/batch";
import { type Matrix } from "../engine/fused/matrix";
import type { CellState, Ops } from "../engine/fused/ops";
import { type Forward, forward, lossAndGradient } from "../engine/fused/trainingPass";
import { byPosition, tokenColumn } from "../engine/fused/positions";
import { type DropoutMasks, noMasks } from "../engine/training/dropoutMasks";
import {
  byParameter,
  type Deviation,
  deviation,
  flatten,
  masked,
  readBatch,
  realPlaces,
} from "./fixtureValues";
import type { Fixture } from "./fixtures";

const UNCLIPPED = 1e30; // larger than any gradient's norm

/** The deviations of every quantity in the fixture except the scores, which the operations do not return. */
export async function compareFusedWithFixture(ops: Ops, fixture: Fixture): Promise<Deviation[]> {
  const arriving = ops.scope(() => {
    const { shape } = fixture;
    const batch = readBatch(fixture);
    const flat = flatten(fixture, "parameter");
    const model = { ops, shape, parameters: ops.matrix(flat, 1, flat.length) };
    const inputs = tokenColumn(ops, batch.targetIn, [batch.size, batch.targetLength]);
    const values = forwardValues(
      forward(model, { batch, inputs, masks: givenMasks(fixture) }),
      batch,
    );
    const result = lossAndGradient(model, { batch, inputs, masks: givenMasks(fixture) });
    values.set("loss", ops.read(result.loss));
    return {
      values,
      gradient: ops.read(result.gradient),
      updated: firstUpdate(ops, fixture, flat),
    };
  });
  const forwards: Deviation[] = [];
  for (const [name, numbers] of arriving.values)
    forwards.push(deviation(fixture, "forward", name, await numbers));
  return [
    ...forwards,
    ...byParameter(fixture, "gradient", await arriving.gradient),
    ...byParameter(fixture, "adam", await arriving.updated),
  ];
}

/** The parameters after one update with the fixture's gradient, so that only Adam is compared. */
function firstUpdate(ops: Ops, fixture: Fixture, flat: Float32Array): Promise<Float32Array> {
  const kept = (values: Float32Array): Matrix => ops.keep(ops.matrix(values, 1, values.length));
  const learned = {
    parameters: kept(flat),
    mean: kept(new Float32Array(flat.length)),
    variance: kept(new Float32Array(flat.length)),
  };
  const gradient = ops.matrix(flatten(fixture, "gradient"), 1, flat.length);
  const { learningRate } = fixture;
  ops.update(learned, gradient, { clipNorm: UNCLIPPED, learningRate, steps: 1 });
  const updated = ops.read(learned.parameters);
  for (const m of [learned.parameters, learned.mean, learned.variance]) ops.release(m);
  return updated;
}

/** The fixture's dropout masks. The decoder's mask of all steps is returned step by step. */
function givenMasks(fixture: Fixture): DropoutMasks {
  if (!fixture.tensors.has("dropout/encoder.embedding")) return noMasks;
  let step = 0;
  return (site) => {
    const { shape, data } = fixture.tensors.get(`dropout/${site}`) ?? { shape: [], data: [] };
    if (site !== "decoder.layers") return Float32Array.from(data);
    const [B = 0, T = 0, H = 0] = shape; // [B, T, H]: [B, H] at each step
    const t = step++;
    return Float32Array.from({ length: B * H }, (_, i) => {
      const [b, h] = [Math.floor(i / H), i % H];
      return data[(b * T + t) * H + h] ?? Number.NaN;
    });
  };
}

/** Quantities by the fixture's name, on their way from the device. */
type Arriving = Map<string, Promise<ArrayLike<number>>>;

/** Every forward quantity by the fixture's name, row-major by pair; values at padding are set to 0. */
function forwardValues({ network, encoded, decoded, logits }: Forward, batch: Batch): Arriving {
  const { ops } = network;
  const { size: B, sourceLength: S, targetLength: T } = batch;
  const real = realPlaces(batch);
  const values: Arriving = new Map();
  const bySource = async (m: Matrix) => masked(byPosition(await ops.read(m), [S, B]), real.source);
  const byTarget = async (ms: readonly Matrix[], places: readonly number[]) =>
    masked(byPosition(await ops.read(...ms), [T, B]), places);
  const setState = (name: string, places: readonly number[] | null, states: CellState[]): void => {
    const read = (ms: Matrix[]): Promise<ArrayLike<number>> =>
      places ? byTarget(ms, places) : ops.read(...ms);
    values.set(`${name}.h`, read(states.map(({ h }) => h)));
    const memories = states.flatMap(({ c }) => c ?? []);
    if (memories.length > 0) values.set(`${name}.c`, read(memories));
  };
  encoded.layers.forEach(({ states }, l) => values.set(`encoder.l${l}`, bySource(states)));
  encoded.bridge.initial.forEach((state, l) => setState(`initial.l${l}`, null, [state]));
  values.set("logits", byTarget([logits], real.target));
  decoded.states.forEach((_, l) => {
    const states = decoded.steps.flatMap(({ cells }) => cells[l]?.after ?? []);
    setState(`decoder.l${l}`, real.target, states);
  });
  if (decoded.attentional) values.set("attentional", byTarget([decoded.attentional], real.target));
  const { attended } = decoded;
  if (attended.length === 0) return values;
  const weights = attended.map((step) => step.weights);
  const contexts = attended.map((step) => step.context);
  values.set("weights", byTarget(weights, real.pairs));
  values.set("context", byTarget(contexts, real.target));
  return values;
}
