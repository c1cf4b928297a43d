/** The goal of the first lesson with the shipped models: the sentences that the page itself suggests must reach it. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Trace } from "../engine/results/trace";
import { DEFAULT_CONFIG } from "../engine/setup/config";
import { INITIAL_SHOW } from "../engine/show";
import { generatedTask } from "../engine/tasks/byId";
import { withTask } from "../engine/tasks/difficulty";
import type { Arithmetic } from "../engine/training/learner";
import { LANGUAGE_IDS, LANGUAGES } from "../languages";
import { startNodeArithmetic } from "../testing/nodeBackend";
import { shippedModel } from "../testing/shippedModel";
import { RunMaker } from "../workers/run/run";
import { resolveExample, traceRun } from "../workers/session/traceRun";
import { LESSONS } from "./catalogue";
import { READ_THE_MAP } from "./readTheMap";
import { factsOf } from "./testing/facts";

const { scene } = LESSONS.readTheMap;
const SCENES = [scene.task, scene.taskIn.ko] as const;
const now = READ_THE_MAP[4];

let arithmetic: Arithmetic;
beforeAll(async () => {
  arithmetic = await startNodeArithmetic();
});

/** The trace of a typed text with the shipped model. */
async function typed(id: (typeof SCENES)[number], text: string): Promise<Trace> {
  const config = withTask(DEFAULT_CONFIG, id);
  const task = generatedTask(id, config);
  const run = new RunMaker(() => arithmetic).baked(task, config, shippedModel(config));
  const example = { kind: "typed", text } as const;
  const resolved = resolveExample(run, example);
  if ("problem" in resolved) throw new Error(`${id} refuses: ${text}`);
  return traceRun(run, null, { ...resolved, show: { ...INITIAL_SHOW, example } });
}

/** The sentence that the page quotes where it says what such a task reads. */
async function quoted(language: (typeof LANGUAGE_IDS)[number]): Promise<string> {
  const { reads } = (await LANGUAGES[language].load()).tasks;
  const [, sentence] = /[“‘]([a-z ]+)[”’]/.exec(reads.sentences) ?? [];
  if (!sentence) throw new Error(`${language}: no quoted sentence in ${reads.sentences}`);
  return sentence;
}

describe.each(SCENES)("with the shipped model of %s", (task) => {
  test("the hint's sentence reaches the goal", async () => {
    const text = now.example?.[task];
    expect(now.check(factsOf(await typed(task, text ?? "")))).toMatchObject({
      verdict: "reached",
      isRight: true,
    });
  });

  test.each(LANGUAGE_IDS)(
    "the sentence that the texts in %s quote reaches it",
    async (language) => {
      const trace = await typed(task, await quoted(language));
      expect(trace.expected?.map(({ id }) => id)).toEqual(
        trace.steps.map(({ chosen }) => chosen.id),
      );
      expect(now.check(factsOf(trace))).toMatchObject({ verdict: "reached", isRight: true });
    },
  );
});

test("a map whose colour looks at the noun is told so, with its own row", async () => {
  const trace = await typed("englishFrench", "the black cat sees an apple");
  const row = trace.steps.findIndex(({ chosen }) => chosen.text === "noir");
  expect(now.check(factsOf(trace))).toMatchObject({
    verdict: "astray",
    isRight: false,
    values: {
      row: { count: row + 1 },
      word: { word: { text: "cat" } },
      meant: { word: { text: "black" } },
    },
  });
});
