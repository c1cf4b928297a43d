/** Compares the fused network with PyTorch: every member's quantities, gradients, and a step of Adam. */
import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { expectOfEveryInTurn } from "../../testing/expectOfEvery";
import { readFixtures } from "../../testing/fixtures";
import { forwardNames } from "../../testing/fixtureValues";
import { compareFusedWithFixture } from "../../testing/oracleFused";
import type { Ops } from "./ops";
import { createPlainOps } from "./plain/plainOps";
import { createWasmOps } from "./wasm/wasmOps";

const FOLDER = `${process.cwd()}/oracle/fixtures`;
const TOLERANCE = { forward: 1e-5, gradient: 1e-4, adam: 1e-5 } as const;

const fixtures = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".safetensors"))
  .flatMap((name) => readFixtures(readFileSync(`${FOLDER}/${name}`)));
const members = fixtures.map((fixture) => [fixture.name, fixture] as const);

const implementations: readonly (readonly [string, () => Promise<Ops | null>])[] = [
  ["plain", () => Promise.resolve(createPlainOps())],
  ["wasm", createWasmOps],
];

describe.each(implementations)(`all ${fixtures.length} members on %s operations`, (_, create) => {
  let ops: Ops;
  beforeAll(async () => {
    const created = await create();
    if (!created) throw new Error("expected WebAssembly SIMD, which this platform lacks");
    ops = created;
  });

  it("have PyTorch's quantities, gradients and updates", async () => {
    await expectOfEveryInTurn(members, async (fixture) => {
      const deviations = await compareFusedWithFixture(ops, fixture);
      const compared = deviations
        .filter(({ group }) => group === "forward")
        .map(({ name }) => name);
      const wanted = forwardNames(fixture).filter((name) => name !== "scores");
      expect(compared.toSorted()).toEqual(wanted.toSorted());
      const tooFar = deviations.filter(({ group, error }) => !(error <= TOLERANCE[group]));
      expect(tooFar).toEqual([]);
    });
  });
});
