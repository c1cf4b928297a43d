/** In Compare: the walk through an update of each model, and the parts of the page that show one model at a time. */
import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { UpdateAccount } from "../../engine/results/updateAccount";
import { INITIAL_SHOW } from "../../engine/show";
import { lateTexts } from "../../i18n/lateTexts";
import type { RunState } from "../../state/slices/run";
import type { WalkView } from "../../state/slices/walk";
import { setView, useApp } from "../../state/store";
import { answerFor } from "../../vis/testing/roads";
import { makeTrace } from "../../vis/testing/traces";
import { Centre } from "../centre/Centre";
import { changeRun, type LaneOptions, type PairOptions, showPair } from "../testing/showPair";
import { accountOf, exampleOf, WORD } from "../testing/walkedUpdate";
import { Timeline } from "../timeline/Timeline";

afterEach(cleanup);

const TRACE = { a: makeTrace(WORD), b: makeTrace({ ...WORD, attention: "none" }) };

const PAIR: PairOptions = {
  a: { trace: TRACE.a },
  b: { trace: TRACE.b, config: { attention: "none" } },
};

const sideOf = async (name: RegExp) => within(await screen.findByRole("figure", { name }));

/** The lane for which the page asked for this, newest last. */
const askedFor = (sent: readonly { lane: string; command: { type: string } }[], type: string) =>
  sent.filter(({ command }) => command.type === type).map(({ lane }) => lane);

describe("the walk through one update", () => {
  const BEGUN: WalkView = { stage: "loss", follows: 0, example: INITIAL_SHOW.example };

  const walkedBy = (
    lane: LaneOptions,
    loss: number,
    change: Partial<UpdateAccount> = {},
  ): LaneOptions => {
    const trace = lane.trace ?? TRACE.a;
    const walk = {
      account: accountOf(trace, { loss, ...change }),
      example: exampleOf(trace, makeTrace({ ...WORD, seed: 9, wrong: [1] }), {
        of: ROW,
        roads: answerFor(trace),
      }),
    };
    return { ...lane, run: { step: 1, walk } };
  };
  const ROW = { kind: "row", row: 0 } as const;
  const WALKED: PairOptions = { a: walkedBy(PAIR.a, 3), b: walkedBy(PAIR.b, 4) };

  async function showWalk(pair: PairOptions, view: Partial<WalkView> = {}) {
    vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(500);
    const shown = await showPair(<Centre />, pair);
    await lateTexts("slowly", pair.language ?? "en");
    await act(async () => setView({ walk: { ...BEGUN, ...view } }));
    await screen.findByRole("region", { name: /^Update 1, slowly|천천히/ });
    return shown;
  }

  it("is one of each model, side by side, at the same stage", async () => {
    await showWalk(WALKED);
    const [a, b] = [await sideOf(/^A: /), await sideOf(/^B: /)];
    expect(a.getByText(/Training reports 3\.00000/)).toBeTruthy();
    expect(b.getByText(/Training reports 4\.00000/)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: /^Next: Gradient/ }));
    for (const side of [a, b])
      expect(
        side.getByRole("figure", { name: "Gradients in the unrolled encoder and decoder" }),
      ).toBeTruthy();
    fireEvent.keyDown(screen.getByRole("region", { name: "Update 1, slowly" }), {
      key: "ArrowRight",
    });
    expect(screen.getAllByRole("figure", { name: /^Norm of the gradient/ })).toHaveLength(2);
    expect(screen.getAllByText(/^A very long gradient/)).toHaveLength(1);
  });

  it("follows one row in both, and asks each worker lane for its own decode", async () => {
    const { sent } = await showWalk(WALKED);
    await userEvent.selectOptions(await screen.findByRole("combobox", { name: "Follow" }), "1");
    await waitFor(() => expect(askedFor(sent, "followInWalk").toSorted()).toEqual(["a", "b"]));
    expect(sent.findLast(({ lane }) => lane === "b")?.command).toMatchObject({
      follow: { kind: "row", row: 1 },
    });
    expect(screen.queryByText(/another batch/)).toBeNull();
  });

  it("shows a batch from which both learn once, and two batches side by side", async () => {
    await showWalk(WALKED, { stage: "batch" });
    expect(await screen.findByText("Both models learn from this batch.")).toBeTruthy();
    expect(screen.getAllByRole("table", { name: /^The batch/ })).toHaveLength(1);
    const { account, example } = WALKED.b.run?.walk ?? {};
    const other = { account: { ...account, rows: account?.rows.slice(0, 1) }, example };
    act(() => changeRun("b", { walk: other as NonNullable<RunState["walk"]> }));
    expect(screen.getAllByRole("table", { name: /^The batch/ })).toHaveLength(2);
  });

  it("has one scale for the bars of both", async () => {
    const long = { clip: { norm: 10, factor: 0.1, clipped: 1 } };
    await showWalk({ a: WALKED.a, b: walkedBy(PAIR.b, 4, long) }, { stage: "clip" });
    const limits = screen
      .getAllByRole("figure", { name: /^Norm of the gradient/ })
      .map(({ style }) => style.getPropertyValue("--limit"));
    expect(limits).toHaveLength(2);
    expect(limits[0]).toBe(limits[1]);
  });

  it("says where B learns from another batch", async () => {
    const other = makeTrace({ ...WORD, source: ["d", "o", "g"], attention: "none" });
    await showWalk({ ...WALKED, b: walkedBy({ ...PAIR.b, trace: other }, 4) });
    const b = await sideOf(/^B: /);
    expect(b.getByText("This model learns from another batch. Its row 1: dog")).toBeTruthy();
  });

  it.each([
    ["has not made the update", null, /^This model has not made this update/],
    ["is a finished model", "shipped", /^This model does not train/],
  ] as const)("says so where B %s", async (_, pair, sentence) => {
    await showWalk({ a: WALKED.a, b: PAIR.b });
    act(() => setView({ pair }));
    expect((await sideOf(/^B: /)).getByText(sentence)).toBeTruthy();
    expect((await sideOf(/^A: /)).getByText(/Training reports 3\.00000/)).toBeTruthy();
  });

  it("tells the inspector which model the student looks at", async () => {
    await showWalk(WALKED);
    const b = await sideOf(/^B: /);
    await userEvent.click(b.getByRole("button", { name: "2" }));
    expect(useApp.getState().view).toMatchObject({ inspectedLane: "b", step: 1 });
  });

  it("is in Korean", async () => {
    await showWalk({ a: WALKED.a, b: PAIR.b, language: "ko" });
    expect((await sideOf(/^B: /)).getByText(/^이 모델은 이번 업데이트를 하지/)).toBeTruthy();
  });
});

const chooseB = (): Promise<void> => userEvent.click(screen.getByRole("radio", { name: "B" }));

describe("a part that shows one model", () => {
  beforeEach(() => vi.restoreAllMocks());

  it("is the batch of the model that the inspector shows, and says whose it is", async () => {
    const { sent } = await showPair(<Centre />, PAIR);
    await userEvent.click(screen.getByRole("tab", { name: "Batch" }));
    const a = await sideOf(/^A: /);
    expect(a.getByRole("region", { name: "Batch" })).toBeTruthy();
    expect(askedFor(sent, "batch")).toEqual(["a"]);
    await chooseB();
    const b = await sideOf(/^B: Attention None/);
    expect(b.getByRole("region", { name: "Batch" })).toBeTruthy();
    expect(askedFor(sent, "batch")).toEqual(["a", "b"]);
    expect(useApp.getState().view.inspectedLane).toBe("b");
  });

  it("is the tree of its beam search", async () => {
    const beams = { a: makeTrace({ ...WORD, decoding: "beam", teacherForcing: false }), b: makeTrace({ ...WORD, decoding: "beam", teacherForcing: false, attention: "none", seed: 5 }) }; // prettier-ignore
    await showPair(<Centre />, { a: { trace: beams.a }, b: { ...PAIR.b, trace: beams.b } });
    await userEvent.click(screen.getByRole("tab", { name: "Beam" }));
    const a = await sideOf(/^A: /);
    const first = (await a.findByRole("list", { name: "Step 1" })).textContent;
    await chooseB();
    const b = await sideOf(/^B: /);
    const second = (await b.findByRole("list", { name: "Step 1" })).textContent;
    expect(second).not.toBe(first);
  });

  it("is its attention over time, which a model without attention does not have", async () => {
    const { sent } = await showPair(<Timeline />, PAIR);
    act(() => changeRun("a", { snapshots: [0, 1], step: 1 }));
    await userEvent.click(await screen.findByRole("button", { name: "Maps" }));
    const a = await sideOf(/^A: /);
    expect(a.getByText("The maps appear in a moment.")).toBeTruthy();
    expect(askedFor(sent, "maps")).toEqual(["a"]);
    await chooseB();
    const b = await sideOf(/^B: Attention None/);
    expect(b.getByText("This model has no attention, so it has no map.")).toBeTruthy();
    expect(screen.queryByRole("group", { name: "Curves" })).toBeNull();
  });
});
