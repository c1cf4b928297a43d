/** A link to a comparison opens both lanes, and a new worker brings both back. */
import { beforeAll, describe, expect, it } from "vitest";
import { open, reopen, settled, startArithmetic } from "../../testing/pageWithWorker";
import { yieldToMessages } from "../../workers/yieldToMessages";
import { SMALL } from "../../testing/testSession";
import { compareWith } from "../actions/comparison";
import { configure } from "../actions/settings";
import { nextExample } from "../actions/showing";
import { restartWorker } from "../actions/startup";
import { resetModel, trainOneStep } from "../actions/training";
import { setMode } from "../actions/viewing";
import type { Mode } from "../slices/view";
import { useApp } from "../store";
import { openLinkedComparison } from "./openLinkedComparison";
import { writeUrl } from "./writtenLink";

const lanes = () => {
  const { a, b } = useApp.getState().lanes;
  if (!b) throw new Error("expected lane B, got none");
  return { a, b };
};

const steps = (): readonly number[] => [lanes().a, lanes().b].map(({ run }) => run.step);

/** The link of the page. */
function link(): string {
  const { view } = useApp.getState();
  const { a, b } = lanes();
  return writeUrl({ config: a.config, b: b.config, view, backend: null, trained: null });
}

/** Opens a link in a new tab, or in the tab of the page before. */
async function openLink(query: string, opening = open, mode: Mode = "compare"): Promise<void> {
  opening(SMALL, { mode }, () => openLinkedComparison(new URLSearchParams(query)));
  await settled();
}

/** Waits until the worker has answered, and until what it saved is in the store. */
async function saved(): Promise<void> {
  await settled();
  await yieldToMessages();
}

describe("a link to a comparison", () => {
  beforeAll(startArithmetic);

  it("opens both lanes with one decode each", async () => {
    await openLink("mode=compare&pair=cells&b.cell=rnn");
    const { a, b } = lanes();
    expect(b.run.info?.config).toEqual({ ...SMALL, cell: "rnn" });
    expect(b.run.trace?.source).toEqual(a.run.trace?.source);
    expect(useApp.getState().view.pair).toBe("cells");
  });

  it("is written as it was read", async () => {
    await openLink("mode=compare&pair=cells&b.cell=rnn");
    expect(link()).toContain("mode=compare");
    expect(link()).toContain("pair=cells&b.cell=rnn");
  });

  it("gives B its hidden size once the vocabularies are known, and it stays", async () => {
    await openLink("mode=compare&pair=equalParameters&b.attention=none&b.hidden=16");
    const size = lanes().b.config.hiddenSize;
    restartWorker();
    await settled();
    expect(lanes().b.config.hiddenSize).toBe(size);
    expect(lanes().b.run.info?.config.hiddenSize).toBe(size);
  });

  it("brings both trained lanes back after a reload, and after a new worker", async () => {
    await openLink("mode=compare");
    for (let i = 0; i < 3; i++) trainOneStep();
    await saved();
    expect(steps()).toEqual([3, 3]);
    restartWorker();
    expect(lanes().b.run.info).toBeNull();
    await settled();
    expect(steps()).toEqual([3, 3]);
    await openLink(link(), reopen);
    expect(steps()).toEqual([3, 3]);
    expect(lanes().b.run.info?.weights).toBe("kept");
  });

  it("brings B back when the student opens the comparison after a reload", async () => {
    await openLink("mode=compare");
    trainOneStep();
    await saved();
    await openLink(link(), reopen, "lab");
    expect(lanes().b.run.info).toBeNull();
    setMode("compare");
    await settled();
    expect(lanes().b.run.info).toMatchObject({ weights: "kept", step: 1 });
  });

  it("brings back lanes with fresh weights as they were", async () => {
    await openLink("mode=compare");
    trainOneStep();
    await settled();
    resetModel();
    await settled();
    restartWorker();
    await settled();
    expect(steps()).toEqual([0, 0]);
  });

  it("shows A's run beside itself, with the weights at the playhead", async () => {
    await openLink("mode=compare&pair=earlier");
    expect(lanes().b.run.info?.weights).toBe("copy");
    trainOneStep();
    await settled();
    expect(steps()).toEqual([1, 0]);
    compareWith("earlier");
    nextExample();
    await settled();
    const { a, b } = lanes();
    expect(b.run.trace?.source).toEqual(a.run.trace?.source);
    configure({ hiddenSize: 16 });
    await settled();
    expect(lanes().b.run.info?.config.hiddenSize).toBe(16);
  });
});
