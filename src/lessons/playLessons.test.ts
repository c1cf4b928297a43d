/** Plays every lesson of the catalogue on the shipped models: with every prediction, with each act, in each language. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bakedName } from "../engine/files/baked";
import { LANGUAGE_IDS, type Language } from "../languages";
import { LESSON_TEXTS } from "../i18n/lessonTexts";
import { lesson as acts } from "../state/actions/acts";
import { openStep } from "../state/actions/predict";
import { keepRoads } from "../state/effects/gradientRoads";
import { LANE } from "../state/slices/lane";
import { isBehind } from "../state/slices/sceneArrival";
import type { LessonNow } from "../state/slices/lessonNow";
import { laneOf, setView, useApp } from "../state/store";
import { startAloneWorker } from "../testing/aloneWorker";
import { open, settled, shipModels, startArithmetic } from "../testing/pageWithWorker";
import { shippedModel } from "../testing/shippedModel";
import { yieldToMessages } from "../workers/yieldToMessages";
import { LESSON_IDS, type LessonId, LESSONS, sceneOf } from "./catalogue";
import type { Facts } from "./facts";
import type { Act, Call, GoalStep, Outcome, PredictStep, Question, Step, Values } from "./lesson";
import { configOf } from "./scene";
import { possiblePredictions } from "./testing/predictions";
import { textAt, unfilled } from "./testing/texts";

let stopRoads: () => void;
beforeAll(async () => {
  await startArithmetic();
  startAloneWorker();
  shipModels(async (config) => (bakedName(config) === null ? null : shippedModel(config)));
  stopRoads = keepRoads();
});
afterAll(() => stopRoads());

function isAtWork(): boolean {
  const { run, evaluation } = laneOf(LANE);
  return run.status === "training" || evaluation.progress !== null || isBehind(useApp.getState());
}

/** Waits until the page is at rest: no request, no training, no evaluation. */
async function rest(): Promise<void> {
  do {
    await yieldToMessages();
    await settled();
  } while (isAtWork());
}

const openPage = (id: LessonId, language: Language): void =>
  open(configOf(sceneOf(id), language), { language });

function stepNow(): LessonNow {
  const now = openStep();
  if (!now) throw new Error("lesson: expected an open step");
  return now;
}

/** What is missing among the texts of a step. */
class Texts {
  readonly problems: string[] = [];
  readonly #tree: object;
  readonly #step: string;

  constructor(tree: object, step: string) {
    this.#tree = tree;
    this.#step = step;
  }

  /** @param isOptional whether the step can do without it */
  read(name: string, values: Values, isOptional = false): void {
    const text = textAt(this.#tree, `steps.${this.#step}.${name}`);
    if (text === null && !isOptional) this.problems.push(`${name} is missing`);
    for (const each of unfilled(text ?? "", values))
      this.problems.push(`${name}: nothing fills {{${each}}}`);
  }

  readOutcome({ verdict, values }: Outcome): void {
    this.read(`reveal.${verdict}`, values);
    this.read("fact", values);
    this.read("why", values);
  }
}

async function make([name, ...args]: Call): Promise<void> {
  const act = acts[name] as (...args: readonly unknown[]) => unknown;
  await act(...args);
}

/** Carries out the act of a step; returns the facts after it. */
async function carryOut(act: Act, before: Facts, question: Question): Promise<Facts> {
  expect(act.isDone(before, before, question), "the act is not done before it").toBe(false);
  for (const call of act.calls(before, question)) {
    await make(call);
    await rest();
  }
  const { facts } = stepNow();
  expect(act.isDone(facts, before, question), "the act is done after its calls").toBe(true);
  return facts;
}

async function playQuestion(step: PredictStep, now: LessonNow, texts: Texts): Promise<void> {
  const { facts: before, question } = now;
  if (!question) throw new Error(`${step.id}: expected a question`);
  const values = step.values(before, question);
  texts.read("say", values);
  texts.read("ask", values);
  texts.read("do", values, true);
  if (question.kind === "choice" && !question.are)
    question.choices.forEach((each) => texts.read(`choices.${each}`, {}));
  if (question.kind === "number") texts.read("unit", {});
  if (step.code) texts.read("source", {});
  const after = step.act ? await carryOut(step.act, before, question) : before;
  const outcomes = possiblePredictions(question, before).map((prediction) =>
    step.judge(after, question, prediction, before),
  );
  const truths = outcomes.flatMap(({ truth }) => truth ?? []);
  const wrong = truths.filter((truth) => !step.judge(after, question, truth, before).isRight);
  expect(wrong, `${step.id}: the truth is right`).toEqual([]);
  outcomes.forEach((outcome) => texts.readOutcome(outcome));
  expect(
    new Set(outcomes.map(({ isRight }) => isRight)),
    `${step.id}: one is right, one is wrong`,
  ).toEqual(new Set([true, false]));
}

function playGoal(step: GoalStep, { facts }: LessonNow, texts: Texts): void {
  expect(step.isPossible(facts), `${step.id}: the scene can lead to the goal`).toBe(true);
  expect(step.check(facts)?.isRight ?? false, `${step.id}: nothing is done yet`).toBe(false);
  texts.read("say", step.values?.(facts) ?? {});
  texts.read("ask", step.values?.(facts) ?? {});
  texts.read("hint", { example: { text: "x" } });
}

/** Goes to the step as a student does who skips. */
async function reach(step: Step): Promise<LessonNow> {
  await rest();
  const now = stepNow();
  expect(now.step).toBe(step);
  return now;
}

const CASES = LESSON_IDS.flatMap((id) => LANGUAGE_IDS.map((language) => ({ id, language })));

describe.each(CASES)("$id in $language", ({ id, language }) => {
  test("every step has its question, its right and its wrong answers, and their texts", async () => {
    const tree = await LESSON_TEXTS[language][id]();
    openPage(id, language);
    await rest();
    setView({ mode: "learn" });
    await acts.openLesson(id);
    const problems: string[] = [];
    for (let i = 0; i < LESSONS[id].steps; i++) {
      await rest();
      const now = stepNow();
      const texts = new Texts(tree, now.step.id);
      texts.read("title", {});
      if (now.step.kind === "goal") playGoal(now.step, await reach(now.step), texts);
      else await playQuestion(now.step, await reach(now.step), texts);
      problems.push(...texts.problems.map((problem) => `${now.step.id}: ${problem}`));
      await acts.skipStep();
    }
    expect([...new Set(problems)]).toEqual([]);
    expect(useApp.getState().lesson.isAtEnd).toBe(true);
  });
});
