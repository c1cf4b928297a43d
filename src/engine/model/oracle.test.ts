/** Compares the engine with PyTorch: every quantity of every member of the family, its gradients, and a step of Adam. */
import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { familyShapes, memberName } from "../../testing/family";
import { type Fixture, readFixtures } from "../../testing/fixtures";
import { expectOfEvery } from "../../testing/expectOfEvery";
import { startNodeBackend } from "../../testing/nodeBackend";
import { forwardNames } from "../../testing/fixtureValues";
import { compareWithFixture } from "../../testing/oracle";

const FOLDER = `${process.cwd()}/oracle/fixtures`;
const TOLERANCE = { forward: 1e-5, gradient: 1e-4, adam: 1e-5 } as const;

const fixtures = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".safetensors"))
  .flatMap((name) => readFixtures(readFileSync(`${FOLDER}/${name}`)));
const members = fixtures.map((fixture) => [fixture.name, fixture] as const);

/** The number of cell kinds among the selected fixtures. */
const cells = (wanted: (fixture: Fixture) => boolean) =>
  new Set(fixtures.filter(wanted).map(({ shape }) => shape.cell)).size;

describe("the fixtures", () => {
  it(`include all ${fixtures.length} members of the family with learned embeddings`, () => {
    const held = new Set(fixtures.map(({ shape }) => memberName(shape)));
    const family = familyShapes(4, 2).filter(({ tokenInput }) => tokenInput === "learned");
    expect(family.map(memberName).filter((name) => !held.has(name))).toEqual([]);
    expect(family).toHaveLength(162);
  });

  it("also include one-hot input, a reversed source and dropout, for every cell", () => {
    expect(cells(({ shape }) => shape.tokenInput === "onehot")).toBe(3);
    expect(cells(({ tensors }) => tensors.has("dropout/decoder.layers"))).toBe(3);
    expect(cells(({ shape }) => shape.sourceOrder === "reversed")).toBeGreaterThan(0);
  });
});

describe.each(["cpu", "wasm"] as const)(`all ${fixtures.length} members on %s`, (backend) => {
  beforeAll(() => startNodeBackend(backend));

  it("have PyTorch's quantities, gradients and updates", () => {
    expectOfEvery(members, (fixture) => {
      const deviations = compareWithFixture(fixture);
      const compared = deviations
        .filter(({ group }) => group === "forward")
        .map(({ name }) => name);
      expect(compared.toSorted()).toEqual(forwardNames(fixture).toSorted());
      const tooFar = deviations.filter(({ group, error }) => !(error <= TOLERANCE[group]));
      expect(tooFar).toEqual([]);
    });
  });
});
