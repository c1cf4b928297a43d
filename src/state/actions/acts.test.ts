/** The log of acts: the name, the arguments and the actor of each act. */
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { DEFAULT_CORPUS_OPTIONS } from "../../engine/corpus/report";
import type { Act } from "../slices/actLog";
import { useApp } from "../store";
import { openPage, page as worker } from "../testing/openedPage";
import { loadActs, page, student } from "./acts";

beforeAll(loadActs);
beforeEach(openPage);

const log = (): readonly Act[] => useApp.getState().acts;

test("the log of a new page is empty", () => {
  expect(log()).toEqual([]);
});

test("an act runs, and the log has its name, arguments and actor", () => {
  student.selectByHand(2, 1);
  page.setPlaying(true);
  student.train();
  expect(log()).toEqual([
    { name: "selectByHand", args: [2, 1], by: "student" },
    { name: "setPlaying", args: [true], by: "page" },
    { name: "train", args: [], by: "student" },
  ]);
  expect(useApp.getState().view).toMatchObject({ column: 1, playing: true });
  expect(worker.sentTypes()).toEqual(["train"]);
});

test("an act returns its result", async () => {
  expect(await student.forgetKeptPairs(1)).toBe(false); // there is no storage here
});

test("a full log keeps the latest acts", () => {
  for (let i = 0; i < 300; i++) student.setSpeed(1 + i / 300);
  expect(log()).toHaveLength(200);
  expect(log().at(-1)?.args).toEqual([1 + 299 / 300]);
  expect(log()[0]?.args).toEqual([1 + 100 / 300]);
});

test("the log keeps the last of several acts in a row that follow a pointer", () => {
  student.train();
  for (const step of [1, 2, 3]) student.lookBack({ step });
  student.pause();
  student.lookBack("present");
  expect(log().map(({ name, args }) => [name, ...args])).toEqual([
    ["train"],
    ["lookBack", { step: 3 }],
    ["pause"],
    ["lookBack", "present"],
  ]);
});

test("the log has the beginning of a long text, and the act gets the whole text", () => {
  student.typeSource("a".repeat(500));
  expect(log()[0]?.args).toEqual(["a".repeat(200)]);
  const { example } = useApp.getState().view.show;
  expect(example).toEqual({ kind: "typed", text: "a".repeat(500) });
});

test("the log has the name and size of a file, and the size of unnamed data", () => {
  student.inspectPairs(
    { files: [new File(["a\tb"], "pairs.tsv")] },
    DEFAULT_CORPUS_OPTIONS,
    "pairs",
  );
  student.inspectPairs({ files: [new Blob(["a\tb\n"])] }, DEFAULT_CORPUS_OPTIONS, "pairs");
  student.inspectPairs({ text: "a\tb\n".repeat(100) }, DEFAULT_CORPUS_OPTIONS, "pairs");
  expect(log().map(({ args }) => args[0])).toEqual([
    [{ file: "pairs.tsv", bytes: 3 }],
    [{ file: "", bytes: 4 }],
    "a\tb\n".repeat(50),
  ]);
});

test("the log leaves out the event of a button", () => {
  const { train } = student as unknown as { train: (event: object) => void };
  train({ nativeEvent: {}, type: "click" });
  expect(log()).toEqual([{ name: "train", args: [], by: "student" }]);
});

test("acts that are called before their code is there run later, in order, and are logged then", async () => {
  vi.resetModules();
  const { loadActs: load, student: early } = await import("./acts");
  const { useApp: app } = await import("../store");
  early.setSpeed(2);
  early.setSpeed(3);
  const before = app.getState();
  await load();
  expect(before.acts).toEqual([]);
  expect(app.getState().acts.map(({ args }) => args)).toEqual([[2], [3]]);
  expect(app.getState().view.stepsPerSecond).toBe(3);
});

test("a text that is typed before the acts are there stays in the box, and is decoded then", async () => {
  vi.resetModules();
  const { loadActs: load, student: early } = await import("./acts");
  const { useApp: app } = await import("../store");
  early.draftSource("m");
  expect(app.getState().draft).toBe("m");
  early.draftSource("ma");
  early.typeSource("ma");
  expect(app.getState().draft).toBe("ma");
  await load();
  expect(app.getState().draft).toBeNull();
  expect(app.getState().view.show.example).toEqual({ kind: "typed", text: "ma" });
});
