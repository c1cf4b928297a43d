/** The traces of the fused operations are those of the textbook composition, over the whole family. */
import { beforeAll, describe, expect, it } from "vitest";
import { decodeEdited } from "../../../testing/editedDecodes";
import {
  drawsOf,
  EDIT_KINDS,
  fitting,
  randomEdit,
  randomEdits,
  randomWeights,
  WAYS,
} from "../../../testing/randomEdits";
import { expectOfEveryInTurn } from "../../../testing/expectOfEvery";
import { everyNth, familyShapes, memberName } from "../../../testing/family";
import { traceFused } from "../../../testing/fusedTrace";
import { startNodeBackend } from "../../../testing/nodeBackend";
import { differences } from "../../../testing/traceDifference";
import type { EditKind } from "../../edits/edit";
import type { Trace } from "../../results/trace";
import type { ModelShape } from "../../setup/modelShape";
import type { Show } from "../../show";
import type { HostOps } from "../ops";
import { createPlainOps } from "../plain/plainOps";
import { createWasmOps } from "../wasm/wasmOps";

const TOLERANCE = 1e-5;

const members = familyShapes(5, 3).map((shape) => [memberName(shape), shape] as const);

/** The textbook's traces: every implementation is compared with the same ones. */
const textbookTraces = new Map<string, Trace>();

function textbookTrace(shape: ModelShape, seed: number, show: Partial<Show>): Trace {
  const key = JSON.stringify([shape, seed, show]);
  const known = textbookTraces.get(key) ?? decodeEdited(shape, randomWeights(shape, seed), show);
  textbookTraces.set(key, known);
  return known;
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

  /** Expects the trace to be that of the textbook. */
  async function expectTextbook(
    shape: ModelShape,
    seed: number,
    show: Partial<Show>,
  ): Promise<Trace> {
    const flat = randomWeights(shape, seed);
    const parameters = ops.scope(() => ops.keep(ops.matrix(flat, 1, flat.length)));
    const ours = await traceFused({ ops, shape, parameters }, show);
    ops.release(parameters);
    expect(differences(ours, textbookTrace(shape, seed, show), TOLERANCE)).toEqual([]);
    return ours;
  }

  it.each(WAYS.map((way) => [way.choosing?.method ?? way.feeding, way] as const))(
    `is the textbook's for all ${members.length} members: %s`,
    async (__, way) => {
      const endings = new Set<string>();
      await expectOfEveryInTurn(members, async (shape, name) => {
        const { ending } = await expectTextbook(shape, name.length, way);
        endings.add(ending);
      });
      expect(endings).toEqual(new Set(way.feeding === "truth" ? ["truth"] : ["eos", "limit"]));
    },
  );

  // Several edits meet every member below; each kind alone meets a fourth of them, and all kinds together each member.
  it.each(EDIT_KINDS.map((kind, i) => [kind, i] as const))(
    "is the textbook's with an edit of the kind %s, for every fourth member",
    async (kind, kindIndex) => {
      const changed = new Set<boolean>();
      const fit = everyNth(members, 4, kindIndex).filter(
        ([, shape]) => fitting(shape, [randomEdit(kind, drawsOf(1))]).length > 0,
      );
      let seed = 0;
      await expectOfEveryInTurn(fit, async (shape) => {
        seed += 1;
        const show = { ...WAYS[seed % WAYS.length], edits: [randomEdit(kind, drawsOf(seed))] };
        const { steps, untouched } = await expectTextbook(shape, seed, show);
        changed.add(differences(steps, untouched?.steps, TOLERANCE).length > 0);
      });
      expect(changed).toContain(true);
    },
  );

  it("is the textbook's with several edits, for every member", async () => {
    const kinds = new Set<EditKind>();
    let seed = 0;
    await expectOfEveryInTurn(members, async (shape) => {
      seed += 1;
      const edits = randomEdits(shape, drawsOf(seed));
      edits.forEach(({ kind }) => kinds.add(kind));
      await expectTextbook(shape, seed, { ...WAYS[seed % WAYS.length], edits });
    });
    expect(kinds).toEqual(new Set(EDIT_KINDS));
  });
});
