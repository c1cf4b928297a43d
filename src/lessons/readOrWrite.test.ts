import { expect, test } from "vitest";
import type { Facts } from "./facts";
import type { Prediction, PredictStep } from "./lesson";
import { READ_OR_WRITE } from "./readOrWrite";
import * as byHand from "./testing/alone";
import { factsOf } from "./testing/facts";
import { makeTrace } from "../vis/testing/traces";
import { LEAST_BOTH } from "./writeAlone";

const { readingOf, writtenName } = byHand;
const aloneFacts = byHand.aloneFacts.bind(null, makeTrace());
const [decides, beginning, counting, next, heat, now] = READ_OR_WRITE;

function verdict(step: PredictStep, before: Facts, prediction: Prediction, after = before): string {
  const question = step.ask(before);
  if (!question) throw new Error(`${step.id}: expected a question`);
  const outcome = step.judge(after, question, prediction, before);
  expect(outcome.isRight).toBe(outcome.verdict === "right");
  return outcome.verdict;
}

const letter = (place: number): Prediction => ({ kind: "token", place });
const choice = (name: string): Prediction => ({ kind: "choice", choice: name });
const number = (value: number): Prediction => ({ kind: "number", value });

/** It says sv after two letters, and tr at the end; the last letter moves most. */
const BELIEFS = [
  [0.4, 0.3, 0.3],
  [0.5, 0.3, 0.2],
  [0.3, 0.6, 0.1],
  [0.4, 0.5, 0.1],
  [0.3, 0.4, 0.3],
  [0.3, 0.4, 0.3],
  [0.3, 0.4, 0.3],
  [0.3, 0.4, 0.3],
  [0.3, 0.4, 0.3],
  [0.1, 0, 0.9],
];
const READING = readingOf("georgescu", BELIEFS);
const READS = aloneFacts("classifier", { reading: READING });

test("questions about names are asked only where a network stands that is at rest", () => {
  const training = aloneFacts("classifier", { reading: READING, isTraining: true });
  const elsewhere = factsOf(makeTrace());
  for (const facts of [training, elsewhere, aloneFacts("generator", {})])
    expect(READ_OR_WRITE.map((step) => step.kind === "predict" && step.ask(facts))).not.toContainEqual(
      expect.objectContaining({ kind: expect.anything() as unknown }),
    ); // prettier-ignore
  expect(now.isPossible(elsewhere)).toBe(false);
});

test("the letter that moves most of the belief decides", () => {
  const said = [8, 7, 0, 1].map((place) => verdict(decides, READS, letter(place)));
  expect(said).toEqual(["right", "near", "first", "other"]);
});

test("the answer to a beginning is what the shorter name gets", () => {
  const question = beginning.ask(READS);
  expect(question).toMatchObject({ choices: ["de", "sv", "tr"] });
  const shorter = readingOf("ge", BELIEFS.slice(0, 3));
  const after = aloneFacts("classifier", { reading: shorter });
  expect(question && beginning.act?.calls(READS, question)).toEqual([
    ["changeScene", { alone: { kind: "classifier", text: "ge" } }],
  ]);
  expect(question && beginning.act?.isDone(READS, READS, question)).toBe(false);
  expect(question && beginning.act?.isDone(after, READS, question)).toBe(true);
  const said = ["sv", "tr", "de"].map((tag) => verdict(beginning, READS, choice(tag), after));
  expect(said).toEqual(["right", "whole", "other"]);
}); // prettier-ignore

test("a name that the student has typed before predicting leaves the question open", () => {
  const typed = aloneFacts("classifier", { reading: readingOf("ge", BELIEFS.slice(0, 3)) });
  expect(beginning.ask(typed)).toBeNull();
  expect(beginning.ask(aloneFacts("classifier", { reading: readingOf("abcdefghi", BELIEFS) }))).toBeNull(); // prettier-ignore
});

test("the best way to decide is that of this evaluation", () => {
  const ways = ["network", "counting", "largest"];
  expect(ways.map((way) => verdict(counting, READS, choice(way)))).toEqual([
    "network",
    "right",
    "largest",
  ]);
  const better = aloneFacts("classifier", {
    reading: READING,
    baselines: { majority: 0.1, letters: 0.3, grams: 0.5 },
  });
  expect(verdict(counting, better, choice("network"))).toBe("right");
  expect(verdict(counting, better, choice("counting"))).toBe("counting");
});

test("the next letter is the likeliest one, and names that are drawn have no such question", () => {
  const written = [writtenName("lund", { kind: "greedy" })];
  const facts = aloneFacts("generator", { written });
  expect(next.ask(facts)).toMatchObject({ hiddenFrom: 3, choices: ["d", "q", "x"] });
  expect(["d", "q", "x"].map((each) => verdict(next, facts, choice(each)))).toEqual([
    "right",
    "likely",
    "unlikely",
  ]);
  const drawn = [writtenName("lund", { kind: "sample", temperature: 1, seed: 1 })];
  expect(next.ask(aloneFacts("generator", { written: drawn }))).toBeNull();
});

/** Names drawn at a temperature, of which so many fit. */
function drawnAt(temperature: number, fitting: number, all = 4): Facts {
  const how = { kind: "sample", temperature, seed: 2 } as const;
  const written = Array.from({ length: all }, (_, i) =>
    writtenName(`lund${i}`, how, { judged: i < fitting ? 1 : 0 }),
  );
  return aloneFacts("generator", { written });
}

test("the hot names are counted after the act, whoever has turned the slider", () => {
  const [before, after] = [drawnAt(0.3, 8, 8), drawnAt(1.5, 3, 8)];
  const question = heat.ask(before);
  expect(question && heat.act?.isDone(drawnAt(1.2, 3, 8), before, question)).toBe(false);
  expect(question && heat.act?.isDone(after, before, question)).toBe(true);
  const said = [3, 2, 4, 0, 6, 8].map((count) => verdict(heat, before, number(count), after));
  expect(said).toEqual(["right", "near", "near", "low", "high", "same"]);
});

test("the act brings the class and the temperature of the question, whatever the student has changed", () => {
  const before = drawnAt(0.3, 4);
  const question = heat.ask(before);
  const hot = { kind: "generator", label: "sv", choosing: "sample", temperature: 1.5 };
  expect(question && heat.act?.calls(before, question)).toEqual([["changeScene", { alone: hot }]]);
  const other = drawnAt(1.5, 1).alone;
  const ofAnotherClass = aloneFacts("generator", {
    written:
      other?.written.map((each) => ({ ...each, writing: { ...each.writing, label: 0 } })) ?? [],
  });
  expect(question && heat.act?.isDone(ofAnotherClass, before, question)).toBe(false);
});

test.each([0.3, 0.8, 0.9, 1.5])("at %s the names give the answer away or not", (temperature) => {
  const asked = heat.ask(drawnAt(temperature, 4));
  expect(asked !== null).toBe(temperature <= 0.8);
});

test("the goal counts different names that are new and fit", () => {
  const how = { kind: "sample", temperature: 0.5, seed: 1 } as const;
  const fit = Array.from({ length: LEAST_BOTH }, (_, i) => writtenName(`a${"b".repeat(i)}`, how));
  const check = (written: typeof fit) => now.check(aloneFacts("generator", { written }))?.verdict;
  expect(check(fit)).toBe("reached");
  const [twice] = fit;
  expect(check([...fit.slice(1), ...(twice ? [twice, twice] : [])])).toBe("reached");
  expect(check(fit.map(() => fit[0] ?? writtenName("a", how)))).toBe("apart");
  expect(check(fit.map((_, i) => writtenName(`b${i}`, how, { judged: 0 })))).toBe("astray");
  expect(check(fit.map((_, i) => writtenName(`b${i}`, how, { novelty: "trained" })))).toBe("known");
  expect(check(fit.map((_, i) => writtenName(`b${i % 8}`, how)))).toBe("apart");
  const scene = { kind: "sample", temperature: 1.5, seed: 1 } as const;
  expect(check([writtenName("a", scene)])).toBeUndefined();
});
