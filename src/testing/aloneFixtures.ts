/** The oracle's fixtures of the networks that only read or only write: PyTorch's results in double precision. */
import { readFileSync } from "node:fs";
import { type AloneShape, type AloneSettings, aloneShape } from "../engine/alone/aloneShape";
import type { NameBatch } from "../engine/alone/nameBatch";
import { byParameter, type Deviation, deviation, flatten } from "./fixtureValues";
import { type Fixture, readFixtures } from "./fixtures";

export interface AloneFixture extends Fixture {
  readonly shape: AloneShape;
  readonly batch: NameBatch;
  readonly parameters: Float32Array; // [P]
}

/** What an implementation computes of a member, row-major by name, 0 at padding. */
export interface Computed {
  readonly states: ArrayLike<number>;
  readonly logits: ArrayLike<number>;
  readonly loss: number;
  readonly gradient: Float32Array;
}

export function readAloneFixtures(): AloneFixture[] {
  const file = readFileSync(`${process.cwd()}/oracle/alone.safetensors`);
  return readFixtures(file).map((fixture) => {
    type Described = AloneSettings & { readonly letters: number; readonly classes: number };
    const { letters, classes, ...settings } = fixture.shape as unknown as Described;
    const whole = { ...fixture, shape: aloneShape(settings, letters, classes) };
    return { ...whole, batch: batchOf(whole), parameters: flatten(whole, "parameter") };
  });
}

function batchOf({ name, tensors }: Fixture): NameBatch {
  const ids = (key: string): Int32Array => {
    const found = tensors.get(`batch/${key}`);
    if (!found) throw new Error(`fixture ${name}: expected a tensor "${key}", got none`);
    return Int32Array.from(found.data);
  };
  const [size = 0, sourceLength = 0] = tensors.get("batch/source")?.shape ?? [];
  return {
    size,
    sourceLength,
    source: ids("source"),
    sourceLengths: [...ids("lengths")],
    labels: ids("labels"),
    targets: ids("targets"),
  };
}

/** Values with 0 at the padding of a batch. [B, N, .] */
export function atLetters(values: ArrayLike<number>, batch: NameBatch): number[] {
  const { size, sourceLength, sourceLengths } = batch;
  const width = values.length / (size * sourceLength);
  return Array.from(values, (value, i) => {
    const place = Math.floor(i / width);
    const isReal = place % sourceLength < (sourceLengths[Math.floor(place / sourceLength)] ?? 0);
    return isReal ? value : 0;
  });
}

/** The deviations of every quantity of a member. `states`: what the fixture calls them. */
export function deviationsOf(
  fixture: AloneFixture,
  { states, logits, loss, gradient }: Computed,
  statesName: "states" | "last",
): Deviation[] {
  return [
    deviation(fixture, "forward", statesName, states),
    deviation(fixture, "forward", "logits", logits),
    deviation(fixture, "forward", "loss", [loss]),
    ...byParameter(fixture, "gradient", gradient),
  ];
}
