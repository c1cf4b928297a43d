/** Compares the Transformer with nn.TransformerEncoder and nn.TransformerDecoder: quantities, gradients, a step of Adam. */
import { readFileSync } from "node:fs";
import { type Tensor, tensor, tensor1d } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { expectOfEvery } from "../../../testing/expectOfEvery";
import { type Fixture, readFixtures } from "../../../testing/fixtures";
import {
  byParameter,
  type Deviation,
  deviation,
  flatten,
  forwardNames,
  masked,
  type Named,
  readBatch,
  realPlaces,
} from "../../../testing/fixtureValues";
import { startNodeBackend } from "../../../testing/nodeBackend";
import type { Batch } from "../../batch";
import { adamUpdate, startAdam } from "../../training/adam";
import { lossAndGradient } from "../../training/lossAndGradient";
import { sourceTensors } from "../batchTensors";
import { noDropout } from "../dropout";
import { plainResult } from "../scope";
import { viewWeights } from "../weights";
import { decodePositions, NO_PAST, openDecoder } from "./decoder";
import { encodeSource } from "./encoder";

const TOLERANCE = { forward: 1e-5, gradient: 1e-4, adam: 1e-5 } as const;

const fixtures = readFixtures(readFileSync(`${process.cwd()}/oracle/transformers.safetensors`));

const read = (values: Tensor): number[] => Array.from(values.dataSync());

/** 0 at the queries that are padding. [B, h, n, m] */
function looks(values: Tensor, real: readonly number[], B: number): number[] {
  const [, h = 0] = values.shape;
  const n = real.length / B;
  const rows = Array.from({ length: B * h }, (_, i) => {
    const row = Math.floor(i / h);
    return real.slice(row * n, (row + 1) * n);
  });
  return masked(read(values), rows.flat());
}

/** Every quantity of the fixture's pass, with 0 at padding. */
function forwardValues({ shape }: Fixture, flat: Float32Array, batch: Batch): Named {
  const pieces = { weights: viewWeights(shape, tensor1d(flat)), shape, dropout: noDropout };
  const encoded = encodeSource(pieces, sourceTensors(batch));
  const ids = tensor(batch.targetIn, [batch.size, batch.targetLength], "int32");
  const decoded = decodePositions(openDecoder(pieces, encoded), ids, NO_PAST);
  const real = realPlaces(batch);
  const values: Named = new Map();
  values.set("encoder", masked(read(encoded.memory), real.source));
  values.set("readout", masked(read(decoded.readout), real.target));
  values.set("logits", masked(read(decoded.logits), real.target));
  encoded.layers.forEach(({ attended }, l) =>
    values.set(`encoder.l${l}.self`, looks(attended.weights, real.source, batch.size)),
  );
  decoded.layers.forEach(({ self, cross }, l) => {
    values.set(`decoder.l${l}.self`, looks(self.weights, real.target, batch.size));
    values.set(`decoder.l${l}.cross`, looks(cross.weights, real.target, batch.size));
  });
  return values;
}

function deviationsOf(fixture: Fixture): Deviation[] {
  const batch = readBatch(fixture);
  const flat = flatten(fixture, "parameter");
  return plainResult(() => {
    const theta = tensor1d(flat);
    const found = lossAndGradient(fixture.shape, theta, { batch, inputs: batch.targetIn });
    const given = tensor1d(flatten(fixture, "gradient")); // the fixture's, so that only Adam is compared
    const updated = adamUpdate(theta, given, startAdam(flat.length), fixture.learningRate);
    const forward = forwardValues(fixture, flat, batch).set("loss", read(found.loss));
    return [
      ...[...forward].map(([name, values]) => deviation(fixture, "forward", name, values)),
      ...byParameter(fixture, "gradient", Float32Array.from(read(found.gradient))),
      ...byParameter(fixture, "adam", Float32Array.from(read(updated.parameters))),
    ];
  });
}

describe.each(["cpu", "wasm"] as const)(`${fixtures.length} Transformers on %s`, (backend) => {
  beforeAll(() => startNodeBackend(backend));

  it("have PyTorch's quantities, gradients and updates", () => {
    expect(fixtures.length).toBeGreaterThan(5);
    expectOfEvery(
      fixtures.map((fixture) => [fixture.name, fixture] as const),
      (fixture) => {
        const deviations = deviationsOf(fixture);
        const compared = deviations.flatMap((each) =>
          each.group === "forward" ? [each.name] : [],
        );
        expect(compared.toSorted()).toEqual(forwardNames(fixture).toSorted());
        expect(deviations.filter(({ group, error }) => !(error <= TOLERANCE[group]))).toEqual([]);
      },
    );
  });
});
