/** Acts on edits, with real sessions: one edit is one decode, and each can be undone. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Edit } from "../../engine/edits/edit";
import type { Trace } from "../../engine/results/trace";
import { GREEDY } from "../../engine/show";
import { withTask } from "../../engine/tasks/difficulty";
import { SMALL } from "../../testing/testSession";
import { readUrl } from "../effects/addressBar";
import { openLinkedEdits } from "../effects/openLinkedEdits";
import { writeUrl } from "../effects/writtenLink";
import { useApp } from "../store";
import { lane } from "../testing/openedPage";
import { decodesOf, open, settled, startArithmetic } from "../../testing/pageWithWorker";
import { loadActs, student } from "./acts";
import { clearEdits, dismissRefusedEdits, editDecode, removeEdit, undoEdit } from "./edit";
import { configure, resetSettings } from "./settings";
import { choose, nextExample, setTeacherForcing, showExample, typeSource } from "./showing";
import { redo, resetModel, trainOneStep, undo } from "./training";

beforeAll(loadActs);

const SAY: Edit = { kind: "say", step: 0, token: "a" };
const HIDE: Edit = { kind: "hide", position: 0 };
const WEIGHT_ON_HIDDEN: Edit = { kind: "look", step: 0, weights: [1] };

const edits = (): readonly Edit[] => useApp.getState().view.show.edits;

function trace(): Trace {
  const { trace: shown } = lane().run;
  if (!shown) throw new Error("expected a trace, got none");
  return shown;
}

/** All attention of the step at this position. */
function lookAt(step: number, position: number): Edit {
  const weights = trace().source.map((_, i) => (i === position ? 1 : 0));
  return { kind: "look", step, weights };
}

/** The edits of the page and of its trace, which must agree. */
function shownEdits(): readonly Edit[] {
  expect(trace().show).toEqual(useApp.getState().view.show);
  return edits();
}

describe("an edit", () => {
  beforeAll(startArithmetic);
  beforeEach(async () => {
    open(SMALL, {});
    await settled();
  });

  it("is one decode, with the untouched one beside it", async () => {
    const before = trace();
    expect(await decodesOf(() => editDecode(SAY))).toHaveLength(1);
    expect(shownEdits()).toEqual([SAY]);
    expect(trace().untouched?.steps).toEqual(before.steps);
    expect(await decodesOf(() => editDecode(HIDE))).toHaveLength(1);
    expect(shownEdits()).toEqual([SAY, HIDE]);
  });

  it("replaces the one at its place", async () => {
    await decodesOf(() => editDecode(SAY));
    await decodesOf(() => editDecode({ ...SAY, token: "b" }));
    expect(shownEdits()).toEqual([{ ...SAY, token: "b" }]);
  });

  it("ends with the untouched decode when it is removed, to the last bit", async () => {
    const before = trace();
    await decodesOf(() => editDecode(SAY));
    expect(await decodesOf(() => removeEdit({ ...SAY, token: "b" }))).toHaveLength(1); // by its place
    expect(trace()).toEqual(before);
    expect(await decodesOf(() => removeEdit(SAY))).toHaveLength(0);
  });

  it("is the attention's own temperature at 1, so no edit", async () => {
    await decodesOf(() => editDecode({ kind: "temperature", of: "attention", value: 2 }));
    await decodesOf(() => editDecode({ kind: "temperature", of: "attention", value: 1 }));
    expect(shownEdits()).toEqual([]);
  });

  it("of a row has weights of four decimals, which a link can hold", async () => {
    const third = trace().source.map((_, i) => (i < 3 ? 1 / 3 : 0));
    await decodesOf(() => editDecode({ kind: "look", step: 0, weights: third }));
    expect(edits()).toMatchObject([
      { weights: third.map((_, i) => [0.3334, 0.3333, 0.3333][i] ?? 0) },
    ]);
  });

  it("can be undone, one act at a time", async () => {
    await decodesOf(() => editDecode(SAY));
    await decodesOf(() => editDecode(HIDE));
    await decodesOf(clearEdits);
    expect(shownEdits()).toEqual([]);
    expect(await decodesOf(undoEdit)).toHaveLength(1);
    expect(shownEdits()).toEqual([SAY, HIDE]);
    await decodesOf(undoEdit);
    expect(shownEdits()).toEqual([SAY]);
    await decodesOf(undoEdit);
    expect(shownEdits()).toEqual([]);
    expect(await decodesOf(undoEdit)).toHaveLength(0);
  });

  it("of a drag is undone with the whole drag", async () => {
    await decodesOf(() => editDecode(lookAt(0, 0)));
    await decodesOf(() => editDecode(lookAt(0, 1), true));
    await decodesOf(() => editDecode(lookAt(0, 2), true));
    await decodesOf(undoEdit);
    expect(shownEdits()).toEqual([]);
  });

  it("that follows another at once, as in a drag, is the one that is decoded", async () => {
    const decoded = await decodesOf(() => {
      for (let position = 0; position < trace().source.length; position++)
        editDecode(lookAt(0, position), position > 0);
    });
    expect(decoded.length).toBeLessThan(trace().source.length);
    expect(shownEdits()).toEqual([lookAt(0, trace().source.length - 1)]);
  });

  it("can be called by name; the acts keep their order", async () => {
    const decoded = await decodesOf(() => {
      void student.editDecode(SAY);
      void student.editDecode(HIDE);
      return student.undoEdit();
    });
    expect(decoded.length).toBeGreaterThan(0);
    expect(shownEdits()).toEqual([SAY]);
    await student.clearEdits();
    await settled();
    expect(shownEdits()).toEqual([]);
    expect(useApp.getState().acts.map(({ name }) => name)).toEqual([
      "editDecode",
      "undoEdit",
      "clearEdits",
    ]);
  });
});

describe("an edit that does not apply", () => {
  beforeAll(startArithmetic);
  beforeEach(async () => {
    open(SMALL, {});
    await settled();
  });

  it("changes nothing, and the page says why; the next edit takes the message away", async () => {
    expect(await decodesOf(() => editDecode(WEIGHT_ON_HIDDEN))).toHaveLength(0);
    expect(lane().run.refusedEdits).toMatchObject([{ problem: { kind: "rowLength", length: 1 } }]);
    expect(shownEdits()).toEqual([]);
    await decodesOf(() => editDecode(SAY));
    expect(lane().run.refusedEdits).toEqual([]);
  });

  it("is refused by the worker, where the page cannot know", async () => {
    await decodesOf(() => editDecode(SAY));
    await decodesOf(() => editDecode({ kind: "feed", step: 0, token: "?!" }));
    expect(lane().run.refusedEdits.map(({ problem }) => problem.kind)).toEqual(["unknownToken"]);
    expect(shownEdits()).toEqual([SAY]);
    dismissRefusedEdits();
    expect(lane().run.refusedEdits).toEqual([]);
  });

  it("leaves the one at its place, and undo goes back to before the last that applied", async () => {
    await decodesOf(() => editDecode(HIDE));
    await decodesOf(() => editDecode(SAY));
    await decodesOf(() => editDecode({ ...SAY, token: "?!" }));
    expect(lane().run.refusedEdits.map(({ problem }) => problem.kind)).toEqual(["unknownToken"]);
    expect(new Set(shownEdits())).toEqual(new Set([HIDE, SAY]));
    await decodesOf(undoEdit);
    expect(shownEdits()).toEqual([HIDE]);
  });

  it("of a link is left out, and the page says so", async () => {
    const beyond: Edit = { kind: "say", step: 250, token: "a" };
    const decoded = await decodesOf(() => open(SMALL, { show: { edits: [beyond, HIDE] } }));
    expect(decoded.map(({ show }) => show.edits)).toEqual([[HIDE]]);
    expect(lane().run.refusedEdits.map(({ problem }) => problem.kind)).toEqual(["stepBeyond"]);
    expect(shownEdits()).toEqual([HIDE]);
  });

  it("to a new model is dropped, and the page says so", async () => {
    await decodesOf(() => editDecode(SAY));
    await decodesOf(() => editDecode(HIDE));
    await decodesOf(() => configure({ attention: "none" }));
    expect(lane().run.refusedEdits.map(({ problem }) => problem.kind)).toEqual(["noAttention"]);
    expect(shownEdits()).toEqual([SAY]);
  });
});

describe("edits", () => {
  beforeAll(startArithmetic);
  beforeEach(async () => {
    open(SMALL, {});
    await settled();
    await decodesOf(() => editDecode(SAY));
  });

  it.each<[string, () => void]>([
    ["teacher forcing", () => setTeacherForcing(true)],
    ["a beam", () => choose({ ...GREEDY, method: "beam" })],
    ["an update", trainOneStep],
    ["a reset", resetModel],
    ["another cell", () => configure({ cell: "lstm" })],
    ["the same example", () => showExample(0)],
    ["all settings reset", resetSettings],
  ])("stay for %s, which decodes the edited example", async (_name, act) => {
    expect((await decodesOf(act)).length).toBeGreaterThan(0);
    expect(edits()).toEqual([SAY]);
    expect(trace().show.edits).toEqual([SAY]);
    expect(trace().untouched).not.toBeNull();
  });

  it.each<[string, () => void]>([
    ["the next example", nextExample],
    ["a typed source", () => typeSource("abc")],
    ["another task", () => configure({ task: "copy" })],
  ])("end with %s, and undo does not bring them back there", async (_name, act) => {
    expect(await decodesOf(act)).toHaveLength(1);
    expect(shownEdits()).toEqual([]);
    expect(trace().untouched).toBeNull();
    expect(await decodesOf(undoEdit)).toHaveLength(0);
    expect(shownEdits()).toEqual([]);
  });

  it("stay after a source that the model cannot read", async () => {
    await decodesOf(() => typeSource("?"));
    expect(lane().run.sourceProblem).not.toBeNull();
    expect(edits()).toEqual([SAY]);
    expect(trace().show.edits).toEqual([SAY]);
    await decodesOf(() => editDecode(HIDE));
    expect(shownEdits()).toEqual([SAY, HIDE]);
    await decodesOf(undoEdit);
    expect(shownEdits()).toEqual([SAY]);
  });

  it("do not follow an undo to the model of another task", async () => {
    open(withTask(SMALL, "copy"), {});
    await settled();
    await decodesOf(() => configure({ task: "reverse" }));
    await decodesOf(() => editDecode(SAY));
    await decodesOf(undo);
    expect(shownEdits()).toEqual([]);
    await decodesOf(redo);
    expect(shownEdits()).toEqual([]);
  });

  it("open with the link that the page writes, with the same trace", async () => {
    for (const edit of [HIDE, { ...SAY, kind: "feed", step: 1 }, lookAt(1, 2)] as const)
      await decodesOf(() => editDecode(edit));
    const before = trace();
    const { view } = useApp.getState();
    const link = writeUrl({ config: SMALL, view, backend: null, trained: null });
    const { config, view: linked } = readUrl(link);
    const decoded = await decodesOf(() =>
      open(config, linked, () =>
        openLinkedEdits(new URLSearchParams(link), useApp.getState().view.show.example),
      ),
    );
    expect(decoded).toHaveLength(1);
    const { runId: _other, show, ...after } = trace();
    const { runId: _run, show: shown, ...sent } = before;
    expect(after).toEqual(sent);
    expect(new Set(show.edits)).toEqual(new Set(shown.edits));
  });
});
