/** What the page shows when another run becomes active. */
import { type ExampleChoice, INITIAL_SHOW, type Show } from "../../engine/show";
import { ShownExample } from "./shownExample";
import { beforeAll, describe, expect, it } from "vitest";
import { type Config, DEFAULT_CONFIG } from "../../engine/setup/config";
import { taskOfPairs, WORDS } from "../../testing/readInput";
import { taskOf } from "../../engine/tasks/byId";
import { withTask } from "../../engine/tasks/difficulty";
import { UNK } from "../../engine/text/tokens";
import { textbook } from "../../engine/training/textbookLearner";
import { startNodeBackend } from "../../testing/nodeBackend";
import type { Event } from "../protocol";
import { RunMaker } from "../run/run";

const SMALL: Config = { ...DEFAULT_CONFIG, hiddenSize: 8, embeddingSize: 4, batchSize: 8 };
const TYPED = { kind: "typed", text: "abcdefg" } as const;

const make = new RunMaker(() => textbook);

/** Shows this example with the first settings. */
function showOf(example: ExampleChoice): Show {
  return { ...INITIAL_SHOW, example };
}

function runOf(config: Config) {
  const task = taskOf(config, null);
  if (!task) throw new Error("no task");
  return make.fresh(task, config);
}

/** A shown example that was typed for the default task, and the events after that. */
async function shownTyped() {
  const events: Event[] = [];
  const shown = new ShownExample((event) => events.push(event));
  const run = runOf(SMALL);
  await shown.enter(run, 1, INITIAL_SHOW);
  await shown.show(run, showOf(TYPED), 2, "shown");
  events.length = 0;
  return { shown, events };
}

describe("the shown example", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it("keeps a typed source when the difficulty or the model changes", async () => {
    const { shown, events } = await shownTyped();
    await shown.enter(runOf({ ...SMALL, longest: 9 }), 3, null);
    await shown.enter(runOf({ ...SMALL, cell: "lstm" }), 3, null);
    await shown.enter(runOf({ ...SMALL, longest: 5 }), 3, null); // the source is longer than any in this training
    expect(events).toHaveLength(3);
    for (const event of events)
      expect(event).toMatchObject({ type: "trace", trace: { show: { example: TYPED } } });
  });

  it("reports a source that the new run cannot read, and shows the first held-out example", async () => {
    const { shown, events } = await shownTyped();
    await shown.enter(runOf({ ...SMALL, symbols: 5 }), 3, null);
    expect(events[0]).toMatchObject({
      type: "sourceRejected",
      text: TYPED.text,
      problem: { kind: "unknownTokens", tokens: ["f", "g"] },
    });
    expect(events[1]).toMatchObject({
      type: "trace",
      trace: { show: { example: { kind: "heldOut", index: 0 } } },
    });
  });

  it("has the words read as <unk> as they were typed, the run and the task", async () => {
    const lines = Array.from({ length: 40 }, (_, i) => `one two${i} two\t${i}`).join("\n");
    const task = await taskOfPairs(lines, WORDS);
    const run = make.fresh(task, { ...SMALL, task: "pairs" });
    const { shown, events } = await shownTyped();
    const read = (text: string): Promise<void> =>
      shown.show(run, showOf({ kind: "typed", text }), 3, "shown");
    await read("one pizza two");
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

  it("shows nothing of another task until the page chooses an example", async () => {
    const { shown, events } = await shownTyped();
    const run = runOf(withTask(SMALL, "copy"));
    expect(shown.isOf(run)).toBe(false);
    (await shown.decodeUpdate(run, "shown"))();
    expect(events).toEqual([]);
    await shown.show(run, INITIAL_SHOW, 3, "shown");
    expect(events).toMatchObject([{ type: "trace", requestId: 3, trace: { show: INITIAL_SHOW } }]);
    expect(shown.isOf(run)).toBe(true);
  });
});
