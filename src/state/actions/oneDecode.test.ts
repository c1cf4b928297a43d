/** One act causes one decode. The tests connect the store to real sessions and count their traces. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withTask } from "../../engine/tasks/difficulty";
import { GREEDY } from "../../engine/show";
import { SMALL } from "../../testing/testSession";
import { lane } from "../testing/openedPage";
import { decodesOf, open, settled, startArithmetic } from "../../testing/pageWithWorker";
import { useApp } from "../store";
import { configure } from "./settings";
import {
  choose,
  lookBack,
  nextExample,
  setTeacherForcing,
  showBeside,
  typeSource,
} from "./showing";
import { resetModel, trainOneStep, redo, undo } from "./training";
import { setLanguage } from "./viewing";

const DATES = withTask(SMALL, "dates");
const KOREAN_DATE = { kind: "heldOut", index: 3 } as const;

describe("one decode", () => {
  beforeAll(startArithmetic);
  beforeEach(async () => {
    open(SMALL, {});
    await settled();
    trainOneStep(); // makes a snapshot to look back at
    await settled();
  });

  it.each<[string, () => void]>([
    ["opening", () => open(SMALL, {})],
    ["changing the task", () => configure({ task: "copy" })],
    ["changing the model", () => configure({ cell: "lstm" })],
    ["typing a source", () => typeSource("abc")],
    ["the next example", nextExample],
    ["teacher forcing", () => setTeacherForcing(true)],
    ["a beam", () => choose({ method: "beam" })],
    ["looking back", () => lookBack({ step: 0 })],
    ["another decode beside the shown one", () => showBeside("forced")],
    ["a reset", resetModel],
  ])("for %s", async (_name, act) => {
    expect(await decodesOf(act)).toHaveLength(1);
    expect(lane().run.trace?.show).toEqual(useApp.getState().view.show);
  });

  it("happens for a page that opens with a Korean example", async () => {
    const decoded = await decodesOf(() => open(DATES, { language: "ko" }));
    expect(decoded.map(({ show }) => show.example)).toEqual([KOREAN_DATE]);
  });

  it("happens for each change of the task on a Korean page", async () => {
    setLanguage("ko");
    const there = await decodesOf(() => configure({ task: "dates" }));
    expect(there.map(({ show }) => show.example)).toEqual([KOREAN_DATE]);
    const back = await decodesOf(undo);
    expect(back.map(({ show }) => show.example)).toEqual([{ kind: "heldOut", index: 0 }]);
    expect(await decodesOf(redo)).toHaveLength(1);
  });

  it("does not happen for a change of language, or where the decode stays the same", async () => {
    expect(await decodesOf(() => setLanguage("ko"))).toEqual([]);
    expect(await decodesOf(() => configure({ learningRate: 0.01 }))).toEqual([]);
    expect(await decodesOf(() => lookBack("present"))).toEqual([]);
  });

  it("uses the same choice of tokens for the next model", async () => {
    const choosing = { ...GREEDY, method: "beam", beamWidth: 2 } as const;
    await decodesOf(() => choose(choosing));
    const decoded = await decodesOf(() => configure({ hiddenSize: 16 }));
    expect(decoded.map(({ show }) => show.choosing)).toEqual([choosing]);
  });

  it("starts from the example on the stage after a rejected source", async () => {
    await decodesOf(() => typeSource("abc"));
    const refused = await decodesOf(() => typeSource("?"));
    expect(refused.map(({ show }) => show.example)).toEqual([{ kind: "typed", text: "abc" }]);
    expect(lane().run.sourceProblem).not.toBeNull();
    const decoded = await decodesOf(() => setTeacherForcing(true));
    expect(decoded.map(({ show }) => show.example)).toEqual([{ kind: "typed", text: "abc" }]);
    expect(lane().run.sourceProblem).toBeNull();
  });

  it("keeps a new model and a new way of decoding when a rejected source follows at once", async () => {
    resetModel();
    choose({ method: "beam" });
    typeSource("?");
    await settled();
    const { run } = lane();
    expect(run.sourceProblem).not.toBeNull();
    expect(run.trace?.runId).toBe(run.info?.runId);
    expect(run.trace?.decoding.kind).toBe("beam");
  });
});
