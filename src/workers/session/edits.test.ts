/** Edits in a session: what is decoded, what is kept, and what is refused. */
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Edit } from "../../engine/edits/edit";
import { tapeDecode } from "../../engine/fused/trace/decodeTape";
import type { Trace } from "../../engine/results/trace";
import { GREEDY } from "../../engine/show";
import type { Arithmetic } from "../../engine/training/learner";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { SMALL, TestSession } from "../../testing/testSession";

vi.mock(import("../../engine/fused/trace/decodeTape"), async (original) => {
  const real = await original();
  return { ...real, tapeDecode: vi.fn<typeof tapeDecode>(real.tapeDecode) };
});

const decode = vi.mocked(tapeDecode);

const SAY: Edit = { kind: "say", step: 0, token: "a" };
const HIDE: Edit = { kind: "hide", position: 0 };

let arithmetic: Arithmetic;
let page: TestSession;

function latestTrace(): Trace {
  const trace = page.latest("trace")?.trace;
  if (!trace) throw new Error("expected a trace, got none");
  return trace;
}

/** The number of decodes that the work causes. */
async function decodesOf(work: () => Promise<void>): Promise<number> {
  decode.mockClear();
  await work();
  return decode.mock.calls.length;
}

const refusals = () =>
  page.of("editsRefused").map(({ refused }) => refused.map(({ problem }) => problem.kind));

describe("a session with edits", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });
  beforeEach(async () => {
    page = new TestSession(arithmetic);
    await page.configure();
  });

  it("decodes once without edits, and twice for the first edit", async () => {
    expect(await decodesOf(() => page.show({ feeding: "own" }))).toBe(1);
    expect(await decodesOf(() => page.show({ edits: [SAY] }))).toBe(2);
    expect(latestTrace().steps[0]?.chosen.text).toBe("a");
  });

  it("decodes once for every further edit of the same example", async () => {
    await page.show({ edits: [SAY] });
    const { untouched } = latestTrace();
    expect(await decodesOf(() => page.show({ edits: [SAY, HIDE] }))).toBe(1);
    expect(await decodesOf(() => page.show({ edits: [HIDE] }))).toBe(1);
    expect(latestTrace().untouched).toBe(untouched);
    expect(await decodesOf(() => page.show({ edits: [] }))).toBe(1);
    const { untouched: none, steps, ending, decoding } = latestTrace();
    expect(none).toBeNull();
    expect(untouched).toEqual({ steps, ending, decoding });
    expect(await decodesOf(() => page.show({ edits: [SAY] }))).toBe(1);
  });

  it("decodes the untouched one again for another example, choice or feeding", async () => {
    await page.show({ edits: [HIDE] });
    for (const change of [
      { example: { kind: "heldOut", index: 1 } },
      { feeding: "truth" },
      { choosing: { ...GREEDY, method: "sampling" } },
    ] as const)
      expect(await decodesOf(() => page.show(change))).toBe(2);
  });

  it("decodes the edited example again while it trains, beside the untouched one of the same weights", async () => {
    await page.show({ edits: [HIDE] });
    await page.step(2);
    const { trainedSteps, show, steps, untouched } = latestTrace();
    expect(trainedSteps).toBe(2);
    expect(show.edits).toEqual([HIDE]);
    expect(steps[0]?.attention?.weights[0]).toBe(0);
    expect(untouched?.steps[0]?.attention?.weights[0]).toBeGreaterThan(0);
    expect(untouched?.steps).toHaveLength(steps.length); // both have the rows of the expected answer
  });

  it("does not transfer the untouched decode with the trace, so that it can be sent again", async () => {
    await page.show({ edits: [SAY] });
    const { encoder, steps, untouched } = latestTrace();
    expect(untouched?.steps[0]?.logits.buffer).not.toBe(encoder.states.data.buffer);
    expect(steps[0]?.logits.buffer).toBe(encoder.states.data.buffer);
  });

  it("refuses edits that do not apply to the example, and decodes with the others", async () => {
    const beyond: Edit = { kind: "say", step: 200, token: "a" };
    const unknown: Edit = { kind: "feed", step: 0, token: "?!" };
    const swap: Edit = { kind: "swapStates", source: "a" };
    await page.show({ edits: [beyond, HIDE, unknown, swap] });
    expect(refusals()).toEqual([["stepBeyond", "unknownToken", "sourceLength"]]);
    expect(page.latest("editsRefused")?.requestId).toBe(page.lastRequest);
    expect(latestTrace().show.edits).toEqual([HIDE]);
  });

  it("takes the states of another source of the same length", async () => {
    const { source } = latestTrace();
    const text = source
      .slice(0, -1)
      .map(() => "b")
      .join("");
    await page.show({ edits: [{ kind: "swapStates", source: text }] });
    expect(refusals()).toEqual([]);
    expect(latestTrace().swappedSource?.map((token) => token.text)).toEqual([
      ...Array.from(text),
      "<eos>",
    ]);
  });

  it("refuses, for a model without attention, the edits that need it; the others stay", async () => {
    await page.show({ edits: [SAY, HIDE] });
    await page.configure({ ...SMALL, attention: "none" });
    expect(refusals()).toEqual([["noAttention"]]);
    expect(latestTrace().show.edits).toEqual([SAY]);
    expect(latestTrace().steps[0]?.saidByHand).toBe(true);
  });

  it("keeps the example and its edits if it cannot read another source", async () => {
    await page.type("abc");
    await page.show({ edits: [SAY] });
    await page.show({ example: { kind: "typed", text: "?" }, edits: [] });
    expect(page.latest("sourceRejected")).toBeDefined();
    expect(latestTrace().show).toMatchObject({ example: { text: "abc" }, edits: [SAY] });
  });
});
