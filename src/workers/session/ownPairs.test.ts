/** A user's own pairs in the session: they are inspected, then used as the task. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_CORPUS_OPTIONS } from "../../engine/corpus/report";
import { INITIAL_SHOW } from "../../engine/show";
import type { Arithmetic } from "../../engine/training/learner";
import { eventually } from "../../testing/eventually";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { pairsOf, SMALL, TestSession } from "../../testing/testSession";

let arithmetic: Arithmetic;
let session: TestSession;

describe("a user's own pairs", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });
  beforeEach(() => {
    session = new TestSession(arithmetic);
  });

  it("are read while the model stays, and become the task on command", async () => {
    const before = await session.configure();
    const lines = Array.from({ length: 60 }, (_, i) => `word${i} two\t단어${i} 둘`);
    await session.inspectPairs(5, new Blob([lines.join("\n")]));
    expect(session.latest("pairsInspected")?.report.status).toBe("usable");
    expect(session.of("ready")).toHaveLength(1);
    await session.usePairs(5);
    expect(session.info).toMatchObject({ sourceUnit: "word", undo: { runId: before.runId } });
    await session.step();
    expect(session.latest("progress")?.losses).toHaveLength(1);
    await session.send({ type: "undo" });
    expect(session.info.runId).toBe(before.runId);
  });

  it("are not reported where a newer inspection has replaced theirs", async () => {
    await session.configure();
    const options = DEFAULT_CORPUS_OPTIONS;
    const lines = Array.from({ length: 30 }, (_, i) => `a word${i}\tein Wort${i}`).join("\n");
    const inspected = session.next("pairsInspected");
    await session.send({
      type: "inspectPairs",
      inspection: 1,
      input: { text: `${lines}\n`.repeat(3000) },
      options,
    });
    await session.send({
      type: "inspectPairs",
      inspection: 2,
      input: { text: lines },
      options,
    });
    const second = session.lastRequest;
    await inspected;
    await session.usePairs(2);
    const answered = session.of("pairsInspected").map(({ requestId }) => requestId);
    expect(answered).toEqual([second]);
    expect(session.info.sourceUnit).toBe("word");
  });

  it("are read with progress, which comes at most ten times a second", async () => {
    await session.configure();
    const text = Array.from({ length: 20_000 }, (_, i) => `a word${i}\tein Wort${i}`).join("\n");
    await session.inspectPairs(3, text);
    const reports = session.of("pairsProgress");
    expect(reports.length).toBeGreaterThan(0);
    for (const { inspection, done, total } of reports) {
      expect([inspection, total]).toEqual([3, text.length]);
      expect(done).toBeLessThanOrEqual(total);
    }
    expect(reports.map(({ done }) => done)).toEqual(
      reports.map(({ done }) => done).toSorted((a, b) => a - b),
    );
  });

  it("are read no further once cancelled; the pairs before stay usable", async () => {
    await session.configure();
    await session.inspectPairs(1, pairsOf("wort"));
    const text = Array.from({ length: 20_000 }, (_, i) => `a word${i}\tein Wort${i}`).join("\n");
    const input = { text };
    const options = DEFAULT_CORPUS_OPTIONS;
    const inspecting = session.send({ type: "inspectPairs", inspection: 2, input, options });
    const request = session.lastRequest;
    await session.send({ type: "cancelInspection", inspection: 2 });
    await inspecting;
    await eventually(() =>
      expect(session.of("done").map(({ requestId }) => requestId)).toContain(request),
    );
    expect(session.of("pairsInspected")).toHaveLength(1);
    await session.send({ type: "exportPairs", inspection: 2 });
    expect(session.latest("pairsExported")).toMatchObject({ inspection: 2, text: null });
    await session.usePairs(1);
    expect(session.info.config.task).toBe("pairs");
  });

  it("are written as clean text, without the rows that were dropped", async () => {
    await session.configure();
    const pairs = pairsOf("wort");
    await session.inspectPairs(1, `one column\n${pairs.replaceAll(" ", "  ")}`);
    await session.send({ type: "exportPairs", inspection: 1 });
    expect(session.latest("pairsExported")?.text?.trimEnd()).toBe(pairs.trimEnd());
  });

  it("are reported as unreadable where the file can no longer be read", async () => {
    await session.configure();
    const gone = new Blob(["a"]);
    gone.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotReadableError"));
    await session.inspectPairs(1, gone);
    expect(session.latest("pairsInspected")?.report).toEqual({
      status: "unusable",
      problem: { kind: "unreadable", name: "" },
      reading: null,
    });
    expect(session.of("failed")).toEqual([]);
  });

  it("return with their run on undo", async () => {
    await session.configure();
    const sets = ["alpha", "beta"].map((word) =>
      Array.from({ length: word.length * 8 }, (_, i) => `${word}${i}\tx${i}`).join("\n"),
    );
    for (const [i, input] of sets.entries()) {
      const inspected = session.next("pairsInspected");
      await session.send({
        type: "inspectPairs",
        inspection: i,
        input: { text: input },
        options: DEFAULT_CORPUS_OPTIONS,
      });
      await inspected;
      await session.usePairs(i);
    }
    await session.send({ type: "undo" });
    const first = session.info.sourceTokens;
    await session.send({
      type: "configure",
      config: { ...SMALL, task: "pairs", hiddenSize: 16 },
      weights: "fresh",
      show: INITIAL_SHOW,
    });
    expect(session.info.sourceTokens).toBe(first);
  });

  it("are reported as missing where the page never sent any", async () => {
    await session.configure();
    await session.send({
      type: "configure",
      config: { ...SMALL, task: "pairs" },
      weights: "baked",
      show: INITIAL_SHOW,
    });
    expect(session.latest("failed")?.failure).toEqual({ kind: "pairsMissing" });
    await session.send({
      type: "usePairs",
      inspection: 1,
      config: SMALL,
      weights: "fresh",
      show: INITIAL_SHOW,
    });
    expect(session.of("failed")).toHaveLength(2);
  });
});
