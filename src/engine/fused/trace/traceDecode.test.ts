/** The traces of the fused operations are those of the textbook composition, over the whole family. */
import { beforeAll, describe, expect, it } from "vitest";
import {
  decodeEdited,
  drawsOf,
  EDIT_KINDS,
  EDITED_PAIR,
  fitting,
  randomEdit,
  randomEdits,
  randomWeights,
  WAYS,
} from "../../../testing/editedDecodes";
import { countedOps, total } from "../../../testing/countedOps";
import { expectOfEveryInTurn } from "../../../testing/expectOfEvery";
import { familyShapes, memberName } from "../../../testing/family";
import { FakeDevice } from "../../../testing/fakeDevice";
import { createLateOps, lateBy } from "../../../testing/lateOps";
import { startNodeBackend } from "../../../testing/nodeBackend";
import { copyPair, tinyShape, tinyTask } from "../../../testing/tinyTask";
import { differences } from "../../../testing/traceDifference";
import { planTrace } from "../../decoding/planTrace";
import { editsOf } from "../../edits/edit";
import type { Trace } from "../../results/trace";
import type { ModelShape } from "../../setup/modelShape";
import { INITIAL_SHOW, type Show } from "../../show";
import type { HostOps, Ops } from "../ops";
import { createPlainOps } from "../plain/plainOps";
import { createWasmOps } from "../wasm/wasmOps";
import { traceDecode } from "./traceDecode";

const TOLERANCE = 1e-5;

const MEMBERS = familyShapes(5, 3).map((shape) => [memberName(shape), shape] as const);

/** The decode of a pair as this Show says, on fused operations. */
async function decodeFused(
  ops: Ops,
  shape: ModelShape,
  parameters: Float32Array,
  change: Partial<Show>,
  pair = EDITED_PAIR,
): Promise<Trace> {
  const show = { ...INITIAL_SHOW, ...change };
  const swap = editsOf(show.edits, "swapStates").at(-1);
  const { planned, trace } = planTrace(
    { task: tinyTask, shape, runId: 1, trainedSteps: 0 },
    { source: pair.source, answer: pair, show, swapped: swap && Array.from(swap.source) },
  );
  const kept = ops.scope(() => ops.keep(ops.matrix(parameters, 1, parameters.length)));
  try {
    return trace(await traceDecode({ ops, shape, parameters: kept }, planned));
  } finally {
    ops.release(kept);
  }
}

async function expectTextbook(
  ops: Ops,
  shape: ModelShape,
  seed: number,
  change: Partial<Show>,
): Promise<Trace> {
  const parameters = randomWeights(shape, seed);
  const ours = await decodeFused(ops, shape, parameters, change);
  const theirs = decodeEdited(shape, parameters, change);
  expect(differences(ours, theirs, TOLERANCE)).toEqual([]);
  return ours;
}

const implementations: readonly (readonly [string, () => Promise<HostOps | null>])[] = [
  ["plain", () => Promise.resolve(createPlainOps())],
  ["wasm", createWasmOps],
];

describe.each(implementations)("a trace of %s operations", (_, create) => {
  let ops: HostOps;
  beforeAll(async () => {
    await startNodeBackend("cpu");
    const created = await create();
    if (!created) throw new Error("expected WebAssembly SIMD, which this platform lacks");
    ops = created;
  });

  it.each(WAYS.map((way) => [JSON.stringify(way), way] as const))(
    `is the textbook's for all ${MEMBERS.length} members: %s`,
    async (__, way) => {
      const endings = new Set<string>();
      await expectOfEveryInTurn(MEMBERS, async (shape, name) => {
        const { ending } = await expectTextbook(ops, shape, name.length, way);
        endings.add(ending);
      });
      expect(endings).toEqual(new Set(way.feeding === "truth" ? ["truth"] : ["eos", "limit"]));
    },
  );

  it.each(EDIT_KINDS)(
    "is the textbook's with an edit of the kind %s, for every member",
    async (kind) => {
      const changed = new Set<boolean>();
      const members = MEMBERS.filter(
        ([, shape]) => fitting(shape, [randomEdit(kind, drawsOf(1))]).length > 0,
      );
      let member = 0;
      await expectOfEveryInTurn(members, async (shape) => {
        const seed = ++member;
        const show = { ...WAYS[seed % WAYS.length], edits: [randomEdit(kind, drawsOf(seed))] };
        const { steps, untouched } = await expectTextbook(ops, shape, seed, show);
        changed.add(differences(steps, untouched?.steps, TOLERANCE).length > 0);
      });
      expect(changed).toContain(true);
    },
  );

  it("is the textbook's with several edits, for every member", async () => {
    let member = 0;
    await expectOfEveryInTurn(MEMBERS, async (shape) => {
      const seed = ++member;
      const edits = randomEdits(shape, drawsOf(seed));
      await expectTextbook(ops, shape, seed, { ...WAYS[seed % WAYS.length], edits });
    });
  });
});
