/** Compares the gradient's roads with those of PyTorch's autograd, for every member of the fixtures without dropout. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../../testing/closeness";
import { expectOfEvery } from "../../../testing/expectOfEvery";
import { type Fixture, type FixtureTensor, readFixtures } from "../../../testing/fixtures";
import { flatten, readBatch } from "../../../testing/fixtureValues";
import { type Gradient, DECODER_ROADS, ENCODER_ROADS } from "../../results/roads";
import { gradientRoads } from "./roads";

const ORACLE = `${process.cwd()}/oracle`;
const TOLERANCE = 1e-9; // both sides compute in double precision
const TOKEN = 3; // of the loss, and the rows of the longest source and target, as in oracle/roads.py
const [SOURCE_ROW, TARGET_ROW] = [1, 2];

const wanted = new Map(
  readFixtures(readFileSync(`${ORACLE}/roads.safetensors`)).map(({ name, tensors }) => [
    name,
    tensors,
  ]),
);
const members = readdirSync(`${ORACLE}/fixtures`)
  .flatMap((name) => readFixtures(readFileSync(`${ORACLE}/fixtures/${name}`)))
  .filter(({ tensors }) => !tensors.has("dropout/decoder.layers"))
  .map((fixture) => [fixture.name, fixture] as const);

function rowOf(ids: ArrayLike<number>, width: number, row: number): number[] {
  return Array.from(ids).slice(row * width, (row + 1) * width);
}

/** The longest source with the longest target. */
function exampleOf(fixture: Fixture) {
  const batch = readBatch(fixture);
  return {
    source: rowOf(batch.source, batch.sourceLength, SOURCE_ROW),
    inputs: rowOf(batch.targetIn, batch.targetLength, TARGET_ROW),
    targets: rowOf(batch.targetOut, batch.targetLength, TARGET_ROW),
  };
}

/** Each road against its block of PyTorch's tensor, [roads, rows, size]; the scale is that of all roads together. */
function expectRoads(found: readonly Gradient[], tensor: FixtureTensor | undefined): void {
  const all = found.flatMap(({ data }) => Array.from(data));
  expectClose(all, tensor?.data ?? [], TOLERANCE);
}

describe("PyTorch's roads", () => {
  it(`are those of all ${members.length} members`, () => {
    expect(members.map(([name]) => name).toSorted()).toEqual([...wanted.keys()].toSorted());
    expectOfEvery(members, (fixture) => {
      const tensors = wanted.get(fixture.name);
      const { encoder, decoder, cells } = gradientRoads(
        fixture.shape,
        flatten(fixture, "parameter"),
        exampleOf(fixture),
        TOKEN,
      );
      expectRoads(
        ENCODER_ROADS.map((road) => encoder.states[road]),
        tensors?.get("encoder"),
      );
      expectRoads(
        DECODER_ROADS.map((road) => decoder[road]),
        tensors?.get("decoder"),
      );
      expectRoads([cells.values, cells.scores], tensors?.get("cells"));
      const { memories } = encoder;
      expect(tensors?.has("memories")).toBe(memories !== null);
      if (memories)
        expectRoads(
          ENCODER_ROADS.map((road) => memories[road]),
          tensors?.get("memories"),
        );
    });
  });
});
