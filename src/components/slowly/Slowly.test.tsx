/** The walk through one update: its stages back and forth, what each says, whom it follows, and when it ends. */
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { receive } from "../../state/actions/receiveMessage";
import { showExample } from "../../state/actions/showing";
import { walkUpdate } from "../../state/actions/walking";
import { LANE } from "../../state/slices/lane";
import { progressOf, readyWith } from "../../state/testing/events";
import { useApp } from "../../state/store";
import { answerFor } from "../../vis/testing/roads";
import { makeTrace } from "../../vis/testing/traces";
import type { Event } from "../../workers/protocol";
import { Centre } from "../centre/Centre";
import { ShownNumbers } from "../player/ShownNumbers";
import type { UpdateAccount } from "../../engine/results/updateAccount";
import { type Page, showPage } from "../testing/page";
import { accountOf, exampleOf, WORD } from "../testing/walkedUpdate";
import { Timeline } from "../timeline/Timeline";

let page: Page;
const trace = makeTrace({ ...WORD, runId: 1 });

const lastRequest = (type: string): number =>
  useApp.getState().requests.findLast(({ command }) => command.type === type)?.id ?? 0;

function receiveAll(...events: readonly Event[]): void {
  act(() => events.forEach((event) => receive({ lane: LANE, event })));
}

/** The worker answers a walk: its account, the loss, and the end. */
function answerWalk(change: Partial<UpdateAccount> = {}): void {
  const requestId = lastRequest("walkUpdate");
  receiveAll(
    { type: "started", runId: 1 },
    { type: "walked", runId: 1, requestId, account: accountOf(trace, change) },
    progressOf(1, 1),
    { type: "stopped", runId: 1, reason: "oneStep" },
    { type: "done", requestId },
  );
}

/** The worker answers the newest request for an example. */
function answerExample(): void {
  const asked = page.commands.findLast(({ type }) => type === "followInWalk");
  if (asked?.type !== "followInWalk") throw new Error("expected a request for an example");
  const requestId = lastRequest("followInWalk");
  const after = makeTrace({ ...WORD, seed: 9, wrong: [1] });
  const example = exampleOf(trace, after, { of: asked.follow, roads: answerFor(trace) });
  receiveAll(
    { type: "walkedExample", runId: 1, requestId, step: asked.step, example },
    { type: "done", requestId },
  );
}

const region = () => screen.findByRole("region", { name: "Update 1, slowly" });

async function open(change: Partial<UpdateAccount> = {}) {
  act(walkUpdate);
  answerWalk(change);
  const walk = await region();
  await waitFor(() => expect(page.commands.at(-1)?.type).toBe("followInWalk"));
  answerExample();
  return within(walk);
}

const goTo = (name: RegExp): Promise<void> =>
  userEvent.click(within(screen.getByRole("navigation")).getByRole("button", { name }));

describe("the walk through one update", () => {
  beforeEach(async () => {
    vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(700);
    vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(500);
    const parts = (
      <ShownNumbers>
        <Centre />
        <Timeline />
      </ShownNumbers>
    );
    page = await showPage(parts);
    receiveAll(readyWith(), { type: "trace", runId: 1, requestId: 0, trace });
  });

  it("begins with the batch, and takes the focus", async () => {
    const walk = await open();
    await waitFor(() => expect(document.activeElement?.id).toBe("stage"));
    expect(document.activeElement?.getAttribute("data-place")).toBe("walk");
    expect(walk.getByText(/^An update learns from one batch of 2 pairs\./)).toBeTruthy();
    expect(walk.getByText(/6 real tokens in 8 cells.*own answer: 1\./)).toBeTruthy();
    expect(walk.getByRole("button", { name: "Back" }).getAttribute("aria-disabled")).toBe("true");
  });

  it("goes through its stages and back, by buttons and keys", async () => {
    const walk = await open();
    const current = () =>
      within(walk.getByRole("navigation")).getByRole("button", { current: "step" }).textContent;
    await userEvent.click(walk.getByRole("button", { name: "Next: Forward" }));
    expect(current()).toBe("2Forward");
    expect(await walk.findByRole("figure", { name: "Unrolled encoder and decoder" })).toBeTruthy();
    const card = screen.getByRole("region", { name: "Update 1, slowly" });
    fireEvent.keyDown(card, { key: "ArrowRight" });
    expect(current()).toBe("3Loss");
    fireEvent.keyDown(card, { key: "PageDown" });
    expect(current()).toBe("4Gradient");
    expect(
      walk.getByRole("figure", { name: "Gradients in the unrolled encoder and decoder" }),
    ).toBeTruthy();
    fireEvent.keyDown(card, { key: "ArrowLeft" });
    expect(current()).toBe("3Loss");
    await userEvent.click(walk.getByRole("button", { name: "Back: Forward" }));
    expect(current()).toBe("2Forward");
  });

  it("has a mean over the tokens of the batch, which is the reported loss", async () => {
    const walk = await open();
    await goTo(/Loss/);
    expect(walk.getByText("Mean of these 4 tokens: 8.000 ÷ 4 = 2.000.")).toBeTruthy();
    expect(
      walk.getByText("Whole batch: 18.000 ÷ 6 tokens = 3.00000. Training reports 3.00000."),
    ).toBeTruthy();
  });

  it("clips to the limit, or leaves a short gradient as it is", async () => {
    const walk = await open();
    await goTo(/Clipping/);
    expect(walk.getByText(/5\.000 is above the limit 1: .* 1 ÷ 5\.000 = 0\.200\./)).toBeTruthy();
    act(walkUpdate);
    answerWalk({ clip: { norm: 0.5, factor: 1, clipped: 0.5 } });
    expect(await walk.findByText(/0\.5000 is not above the limit 1/)).toBeTruthy();
  });

  it("lists what moved most, against the weights, and number by number", async () => {
    const walk = await open();
    await goTo(/Adam/);
    const [largest, groups] = walk.getAllByRole("table").map((table) => within(table));
    const names = groups?.getAllByRole("button").map(({ textContent }) => textContent);
    expect(names).toEqual(["encoder.embedding.weight", "decoder.out.bias"]);
    const first = largest?.getAllByRole("row")[1]?.textContent;
    expect(first).toContain("decoder.out.bias[2, 1]");
    expect(first).toContain("0.250000−0.1250000.125000");
    await userEvent.click(walk.getByRole("button", { name: "encoder.embedding.weight" }));
    expect(walk.getByText(/^Largest moves: encoder\.embedding\.weight/)).toBeTruthy();
  });

  it("marks what the update changed in the answer, and the change of each loss", async () => {
    const walk = await open();
    await goTo(/Again/);
    expect(walk.getByText(/^Changed tokens: /)).toBeTruthy();
    const marked = [...document.querySelectorAll("[data-changed]")];
    expect(marked.length).toBeGreaterThan(0);
    for (const token of marked) expect(token.textContent).toContain("(changed)");
    expect(walk.getByRole("figure", { name: /^Change of the attention weights/ })).toBeTruthy();
    expect(walk.getByRole("button", { name: "Next update" })).toBeTruthy();
  });

  it("follows another row of the batch, or the example on the stage, which it does not learn from", async () => {
    const walk = await open();
    await userEvent.click(walk.getByRole("button", { name: "Follow row 2" }));
    await waitFor(() =>
      expect(page.commands.at(-1)).toMatchObject({ follow: { kind: "row", row: 1 }, step: 1 }),
    );
    const held = "This example is not in the batch.";
    await goTo(/Loss/);
    expect(walk.queryByText(held, { exact: false })).toBeNull();
    await userEvent.selectOptions(walk.getByRole("combobox", { name: "Follow" }), "stage");
    await waitFor(() => expect(page.commands.at(-1)).toMatchObject({ follow: { kind: "shown" } }));
    answerExample();
    expect(await walk.findByText(held, { exact: false })).toBeTruthy();
  });

  it("closes by Escape, and the button that began it takes the focus", async () => {
    await open();
    fireEvent.keyDown(await region(), { key: "Escape" });
    expect(screen.queryByRole("region", { name: "Update 1, slowly" })).toBeNull();
    expect(document.activeElement?.textContent).toBe("Slowly");
    expect(screen.getByRole("textbox", { name: "Source" })).toBeTruthy();
  });

  it.each([
    ["another example", () => act(() => showExample(2))],
    ["more training", () => receiveAll(progressOf(2, 2))],
    ["another run", () => receiveAll(readyWith({ runId: 2 }))],
  ])("gives way to %s", async (_, happen) => {
    await open();
    happen();
    await waitFor(() =>
      expect(screen.queryByRole("region", { name: "Update 1, slowly" })).toBeNull(),
    );
    expect(screen.getByRole("textbox", { name: "Source" })).toBeTruthy();
  });

  it("stays at its stage where the student walks the next update", async () => {
    const walk = await open();
    await goTo(/Clipping/);
    await userEvent.click(screen.getByRole("button", { name: "Slowly" }));
    expect(page.commands.at(-1)?.type).toBe("walkUpdate");
    expect(walk.getByRole("button", { current: "step" }).textContent).toBe("5Clipping");
  });
});
