/** A network that only reads: which letter decides, what a beginning tells, and who else could decide. */
import { changes, decidingLetter, ranked, type Reading } from "../engine/alone/belief";
import type { AloneFacts, Facts } from "./facts";
import { sceneOf } from "./catalogue";
import { type Act, NO_ROW, type Outcome, type PredictStep, type Values } from "./lesson";

/** The classifier at rest, with what it reads; null: it is not on the page. */
function readingOf({ alone }: Pick<Facts, "alone">): Reading | null {
  const isReader = alone?.config.alone === "classifier" && !alone.isTraining;
  return isReader ? alone.reading : null;
}

const letterOf = ({ letters }: Reading, place: number): Values[string] => ({
  word: { id: 0, text: letters[place] ?? "" },
});

const nameOf = (letters: readonly string[]): Values[string] => ({
  word: { id: 0, text: letters.join("") },
});

/** The class with the largest probability after this many letters. */
function saidAfter(reading: Reading, letters: number): { label: number; p: number } {
  return ranked(reading.beliefs[letters] ?? [])[0] ?? { label: 0, p: 0 };
}

const classOf = (alone: AloneFacts | null, label: number): string => alone?.classes[label] ?? "";

/** What it says at the end. */
function endValues({ alone }: Facts, reading: Reading): Values {
  const { label, p } = saidAfter(reading, reading.letters.length);
  return {
    name: nameOf(reading.letters),
    says: { language: classOf(alone, label) },
    p: { share: p },
  };
}

const LEAST_LETTERS = 4; // of a name with a letter to choose

export const decides: PredictStep<"decides", "right" | "first" | "near" | "other"> = {
  id: "decides",
  kind: "predict",
  reason: null,
  ask: (facts) => {
    const reading = readingOf(facts);
    const isLong = (reading?.letters.length ?? 0) >= LEAST_LETTERS;
    return isLong ? { kind: "token", of: "name", ...NO_ROW, hiddenFrom: 0 } : null;
  },
  values: (facts) => {
    const reading = readingOf(facts);
    const classes = { count: facts.alone?.classes.length ?? 0 };
    return reading ? { name: nameOf(reading.letters), classes } : {};
  },
  judge: (facts, _, prediction) => {
    const reading = readingOf(facts) as Reading;
    const truth = decidingLetter(reading) ?? 0;
    const picked = prediction.kind === "token" ? prediction.place : -1;
    const moved = changes(reading);
    const verdict = verdictOf(picked, truth);
    return {
      verdict,
      isRight: verdict === "right",
      values: {
        ...endValues(facts, reading),
        letter: letterOf(reading, truth),
        position: { count: truth + 1 },
        moved: { share: moved[truth] ?? 0 },
        picked: letterOf(reading, picked),
        pickedMoved: { share: moved[picked] ?? 0 },
      },
      truth: { kind: "token", place: truth },
    };
  },
};

function verdictOf(picked: number, truth: number): "right" | "first" | "near" | "other" {
  if (picked === truth) return "right";
  if (Math.abs(picked - truth) === 1) return "near";
  return picked === 0 ? "first" : "other";
}

const MOST_CHOICES = 4;

/** A name of which the lesson leaves the beginning. */
interface Shortened {
  readonly reading: Reading;
  readonly left: number; // letters
  readonly beginning: string;
}

/** The name of the lesson. A name that the student types would give the answer away, or change the question. */
const NAME = sceneOf("readOrWrite").alone?.text;

/** Leaves what makes the network say most surely another class than at the end; null: there is no such beginning. */
function shortened(facts: Facts): Shortened | null {
  const reading = readingOf(facts);
  if (!reading || reading.name !== NAME) return null;
  const { letters } = reading;
  const end = saidAfter(reading, letters.length).label;
  const [surest] = letters
    .map((_, left) => ({ left, ...saidAfter(reading, left) }))
    .filter(({ left, label }) => left >= 2 && label !== end)
    .toSorted((a, b) => b.p - a.p);
  if (!surest) return null;
  return { reading, left: surest.left, beginning: letters.slice(0, surest.left).join("") };
}

/** The classes that it says on its way, the surest ones; that of the end and that of the beginning are among them. */
function choicesOf({ alone }: Facts, { reading, left }: Shortened): string[] {
  const says = reading.beliefs.map((_, i) => saidAfter(reading, i)).toSorted((a, b) => b.p - a.p);
  const must = [saidAfter(reading, left), saidAfter(reading, reading.letters.length)];
  const labels = [...new Set([...must, ...says].map(({ label }) => label))].slice(0, MOST_CHOICES);
  return labels.map((label) => classOf(alone, label)).toSorted();
}

function beginningValues(facts: Facts): Values {
  const short = shortened(facts);
  if (!short) return {};
  return { ...endValues(facts, short.reading), beginning: nameOf([short.beginning]) };
}

const readBeginning: Act = {
  calls: (before) => {
    const short = shortened(before);
    return short ? [["changeScene", { alone: { kind: "classifier", text: short.beginning } }]] : [];
  },
  isDone: (facts, before) => {
    const short = shortened(before);
    return short !== null && readingOf(facts)?.name === short.beginning;
  },
};

export const beginning: PredictStep<"beginning", "right" | "whole" | "other"> = {
  id: "beginning",
  kind: "predict",
  reason: null,
  ask: (facts) => {
    const short = shortened(facts);
    if (!short) return null;
    return { kind: "choice", are: "languages", choices: choicesOf(facts, short), ...NO_ROW };
  },
  values: beginningValues,
  act: readBeginning,
  judge: (facts, _, prediction, before) => {
    const [now, was] = [readingOf(facts), readingOf(before)] as [Reading, Reading];
    const said = saidAfter(now, now.letters.length);
    const truth = classOf(facts.alone, said.label);
    const whole = classOf(before.alone, saidAfter(was, was.letters.length).label);
    const picked = prediction.kind === "choice" ? prediction.choice : "";
    const verdict = picked === truth ? "right" : picked === whole ? "whole" : "other";
    return {
      verdict,
      isRight: verdict === "right",
      values: {
        ...beginningValues(before),
        saysNow: { language: truth },
        pNow: { share: said.p },
        left: { count: now.letters.length },
      },
      truth: { kind: "choice", choice: truth },
    };
  },
};

/** Ways to put a name into a class. */
const WAYS = ["network", "counting", "largest"] as const;

type Way = (typeof WAYS)[number];

function rightShares({ evaluation, baselines }: AloneFacts): Readonly<Record<Way, number>> {
  const { grams, majority } = baselines;
  return { network: evaluation?.heldOut.right ?? 0, counting: grams, largest: majority };
}

export const counting: PredictStep<"counting", "right" | Way> = {
  id: "counting",
  kind: "predict",
  reason: null,
  ask: (facts) => {
    const isKnown = readingOf(facts) !== null && facts.alone?.evaluation;
    return isKnown ? { kind: "choice", choices: WAYS, of: "results", ...NO_ROW } : null;
  },
  values: ({ alone }) => ({ classes: { count: alone?.classes.length ?? 0 } }),
  judge: (facts, question, prediction): Outcome<"right" | Way> => {
    const shares = rightShares(facts.alone as AloneFacts);
    const truth = WAYS.toSorted((a, b) => shares[b] - shares[a])[0] as Way;
    const picked = WAYS.find((way) => prediction.kind === "choice" && prediction.choice === way);
    const isRight = picked === truth;
    return {
      verdict: isRight || !picked ? "right" : picked,
      isRight,
      values: {
        ...counting.values(facts, question),
        network: { share: shares.network },
        counted: { share: shares.counting },
        largest: { share: shares.largest },
      },
      truth: { kind: "choice", choice: truth },
    };
  },
};
