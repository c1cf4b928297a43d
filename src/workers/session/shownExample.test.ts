/** What stays on the stage when another run comes to the fore. */
import { beforeAll, describe, expect, it } from "vitest";
import { runToEnd } from "../../engine/chunks";
import { type Config, DEFAULT_CONFIG } from "../../engine/setup/config";
import { prepareCorpus } from "../../engine/corpus/prepareCorpus";
import { DEFAULT_CORPUS_OPTIONS } from "../../engine/corpus/report";
import { taskOf } from "../../engine/tasks/byId";
import { withTask } from "../../engine/tasks/difficulty";
import { UNK } from "../../engine/text/tokens";
import { textbook } from "../../engine/training/textbookLearner";
import { startNodeBackend } from "../../testing/nodeBackend";
import type { Event } from "../protocol";
import { RunMaker } from "../run/run";
import { Stage } from "./shownExample";

const SMALL: Config = { ...DEFAULT_CONFIG, hiddenSize: 8, embeddingSize: 4, batchSize: 8 };
const TYPED = { kind: "typed", text: "abcdefg" } as const;

const make = new RunMaker(() => textbook);

function runOf(config: Config) {
  const task = taskOf(config, null);
  if (!task) throw new Error("no task");
  return make.fresh(task, config);
}

/** A stage on which a source was typed for the default task, and what it has posted since. */
function stageWithTyped() {
  const events: Event[] = [];
  const stage = new Stage((event) => events.push(event));
  const run = runOf(SMALL);
  stage.enter(run);
  stage.pin(run, { example: TYPED, teacherForcing: false });
  events.length = 0;
  return { stage, events };
}

describe("the stage", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it("keeps a typed source when the same task becomes longer or shorter or the model another", () => {
    const { stage, events } = stageWithTyped();
    stage.enter(runOf({ ...SMALL, longest: 9 }));
    stage.enter(runOf({ ...SMALL, cell: "lstm" }));
    stage.enter(runOf({ ...SMALL, longest: 5 })); // it is longer than those of this training
    expect(events).toHaveLength(3);
    for (const event of events) expect(event).toMatchObject({ type: "trace", example: TYPED });
  });

  it("says why when the source can no longer be read, and shows the first held-out example", () => {
    const { stage, events } = stageWithTyped();
    stage.enter(runOf({ ...SMALL, symbols: 5 }));
    expect(events[0]).toMatchObject({
      type: "sourceRejected",
      text: TYPED.text,
      problem: { kind: "unknownTokens", tokens: ["f", "g"] },
    });
    expect(events[1]).toMatchObject({ type: "trace", example: { kind: "heldOut", index: 0 } });
  });

  it("names the words of a source that are read as <unk> as they were typed, and the run and the task", () => {
    const lines = Array.from({ length: 40 }, (_, i) => `one two${i} two\t${i}`).join("\n");
    const { task } = runToEnd(prepareCorpus(lines, DEFAULT_CORPUS_OPTIONS));
    if (!task) throw new Error("no task");
    const run = make.fresh(task, { ...SMALL, task: "pairs" });
    const { stage, events } = stageWithTyped();
    const read = (text: string): void =>
      stage.pin(run, { example: { kind: "typed", text }, teacherForcing: false });
    read("one pizza two");
    const [event] = events;
    if (event?.type !== "trace") throw new Error(event?.type);
    const { source, runId, task: traced } = event.trace;
    expect(source.map(({ text }) => text)).toEqual(["one", "pizza", "two", "<eos>"]);
    expect(source[1]?.id).toBe(UNK);
    expect(runId).toBe(run.id);
    expect(traced).toEqual({
      id: "pairs",
      sourceUnit: "word",
      targetUnit: "word",
      maxSourceLength: 3,
    });
  });

  it("begins with the first example of another task", () => {
    const { stage, events } = stageWithTyped();
    stage.enter(runOf(withTask(SMALL, "copy")));
    expect(events.map(({ type }) => type)).toEqual(["trace"]);
    expect(events[0]).toMatchObject({ example: { kind: "heldOut", index: 0 } });
  });
});
