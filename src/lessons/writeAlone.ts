/** A network that only writes: its next letter, and what the temperature does to its names. */
import type { Candidate, Writing } from "../engine/alone/written";
import type { AloneFacts, Facts, JudgedName } from "./facts";
import { type Act, type GoalStep, NO_ROW, type PredictStep, type Values } from "./lesson";

/** The generator at rest, with what it has written; null: it is not on the page. */
function writerOf({ alone }: Pick<Facts, "alone">): AloneFacts | null {
  const isWriter = alone?.config.alone === "generator" && !alone.isTraining;
  return isWriter && alone.written.length > 0 ? alone : null;
}

/** The name on show, where each letter is the likeliest one; null: it is another one. */
function likeliestName(facts: Facts): Writing | null {
  const first = writerOf(facts)?.written[0]?.writing;
  return first?.choice.kind === "greedy" ? first : null;
}

const GIVEN = 2; // letters that the student sees at least
const SURE = 0.9; // of a letter that is no question
const MOST_CHOICES = 4;

/** The row whose letter the lesson asks for. */
function askedRow({ steps }: Writing): number {
  const open = steps.findIndex(({ candidates }, row) => row > GIVEN && (candidates[0]?.p ?? 1) < SURE);
  return open === -1 ? Math.min(GIVEN, steps.length - 1) : open;
} // prettier-ignore

const letter = (text: string): Values[string] => ({ word: { id: 0, text } });

function nextValues(facts: Facts): Values {
  const name = likeliestName(facts);
  const label = facts.alone?.classes[name?.label ?? 0] ?? "";
  const written = name?.steps.slice(0, askedRow(name)).map(({ said }) => said) ?? [];
  return { told: { language: label }, written: letter(written.join("")) };
}

const lettersOf = (name: Writing, row: number): string[] =>
  (name.steps[row]?.candidates ?? []).slice(0, MOST_CHOICES).map(({ text }) => text);

const NOTHING: Candidate = { text: "", p: 0 };
const RANKS = ["right", "likely"] as const; // of the candidates, the likeliest one first

export const next: PredictStep<"next", "right" | "likely" | "unlikely"> = {
  id: "next",
  kind: "predict",
  scene: { alone: { kind: "generator", label: "sv", choosing: "greedy" } },
  reason: null,
  ask: (facts) => {
    const name = likeliestName(facts);
    if (!name) return null;
    const row = askedRow(name);
    const choices = lettersOf(name, row).toSorted();
    return { kind: "choice", are: "letters", choices, ...NO_ROW, hiddenFrom: row };
  },
  values: nextValues,
  judge: (facts, _, prediction) => {
    const name = likeliestName(facts) as Writing;
    const { candidates = [] } = name.steps[askedRow(name)] ?? {};
    const [first = NOTHING, second = NOTHING] = candidates;
    const picked = prediction.kind === "choice" ? prediction.choice : "";
    const rank = candidates.findIndex(({ text }) => text === picked);
    return {
      verdict: RANKS[rank] ?? "unlikely",
      isRight: rank === 0,
      values: {
        ...nextValues(facts),
        letter: letter(first.text),
        p: { share: first.p },
        second: letter(second.text),
        secondP: { share: second.p },
        pickedP: { share: candidates[rank]?.p ?? 0 },
        name: letter(name.name),
      },
      truth: { kind: "choice", choice: first.text },
    };
  },
};

/** Of the names on show. */
interface Tally {
  readonly all: number;
  readonly fresh: number; //   in none of the lists
  readonly fitting: number; // the classifier puts them into the class that the generator was told
  readonly both: number; //    different names that are both
}

const isNew = ({ writing }: JudgedName): boolean => writing.novelty === "new";
const fits = ({ writing, judged }: JudgedName): boolean => judged?.label === writing.label;

function tallyOf(names: readonly JudgedName[]): Tally {
  const both = names.filter((each) => isNew(each) && fits(each)).map(({ writing }) => writing.name);
  return {
    all: names.length,
    fresh: names.filter(isNew).length,
    fitting: names.filter(fits).length,
    both: new Set(both).size,
  };
}

const tallyIn = ({ alone }: Facts): Tally => tallyOf(alone?.written ?? []);

/** The temperature of the names on show; null: their letters are not drawn. */
function heatOf({ written }: AloneFacts): number | null {
  const choice = written[0]?.writing.choice;
  return choice?.kind === "sample" ? choice.temperature : null;
}

/** Whether names stand on the page, drawn at a temperature, and a classifier has judged them. */
function isJudged(facts: Facts): boolean {
  const writer = writerOf(facts);
  return writer !== null && heatOf(writer) !== null && writer.written.some(({ judged }) => judged);
}

const COOL = 0.3;
const HOT = 1.5;
const MILD = 0.8; // the most that a question about the hot names begins with
const NEAR = 1; // names that a prediction may be away

function heatValues(facts: Facts): Values {
  const writer = writerOf(facts);
  const { all, fresh, fitting } = tallyOf(writer?.written ?? []);
  return {
    told: { language: writer ? labelOf(writer) : "" },
    heat: { number: (writer && heatOf(writer)) ?? 0, decimals: 1 },
    all: { count: all },
    fresh: { count: fresh },
    fitting: { count: fitting },
    hot: { number: HOT, decimals: 1 },
  };
}

const SAMPLED = { kind: "generator", label: "sv", choosing: "sample" } as const;

/** Whether the names are drawn at a temperature that leaves the answer open. */
function isMild(facts: Facts): boolean {
  const writer = writerOf(facts);
  return writer !== null && isJudged(facts) && (heatOf(writer) ?? HOT) <= MILD;
}

const labelOf = ({ classes, written }: AloneFacts): string =>
  classes[written[0]?.writing.label ?? 0] ?? "";

/** The same class at the high temperature, whatever the student has changed since. */
const heatUp: Act = {
  calls: (before) => {
    const writer = writerOf(before);
    const alone = { ...SAMPLED, label: writer ? labelOf(writer) : "", temperature: HOT };
    return [["changeScene", { alone }]];
  },
  isDone: (facts, before) => {
    const [now, was] = [writerOf(facts), writerOf(before)];
    return now !== null && was !== null && isJudged(facts) && heatOf(now) === HOT && labelOf(now) === labelOf(was);
  },
}; // prettier-ignore

export const heat: PredictStep<"heat", "right" | "near" | "same" | "low" | "high"> = {
  id: "heat",
  kind: "predict",
  scene: { alone: { ...SAMPLED, temperature: COOL } },
  reason: null,
  ask: (facts) =>
    isMild(facts)
      ? { kind: "number", decimals: 0, min: 0, max: facts.alone?.written.length ?? 0, step: 1, ...NO_ROW }
      : null, // prettier-ignore
  values: heatValues,
  act: heatUp,
  judge: (facts, _, prediction, before) => {
    const [was, then] = [tallyIn(before), tallyIn(facts)];
    const [fitted, truth] = [was.fitting, then.fitting];
    const guess = prediction.kind === "number" ? prediction.value : 0;
    return {
      verdict: heatVerdict(guess, truth, fitted),
      isRight: guess === truth,
      values: {
        ...heatValues(before),
        heatNow: heatValues(facts)["heat"] ?? { count: 0 },
        freshNow: { count: then.fresh },
        fittingNow: { count: truth },
      },
      truth: { kind: "number", value: truth },
    };
  },
};

export const LEAST_BOTH = 9; // of twelve names

/** @param fitted names before, at the low temperature */
function heatVerdict(guess: number, truth: number, fitted: number) {
  if (guess === truth) return "right";
  if (Math.abs(guess - truth) <= NEAR) return "near";
  if (guess >= fitted && truth < fitted) return "same";
  return guess > truth ? "high" : "low";
}

/** Whether the names are still those of the scene. */
function isUntouched(writer: AloneFacts): boolean {
  const { label, choice } = writer.written[0]?.writing ?? {};
  const isOfScene = choice?.kind === "sample" && choice.temperature === HOT && choice.seed === 1;
  return isOfScene && writer.classes[label ?? 0] === SAMPLED.label;
}

/** What is rarer: new names, names that fit, or neither. */
function lackOf(fresh: number, fitting: number) {
  if (fresh === fitting) return "apart";
  return fresh < fitting ? "known" : "astray";
}

export const now: GoalStep<"now", "reached" | "known" | "astray" | "apart"> = {
  id: "now",
  kind: "goal",
  scene: { alone: { ...SAMPLED, temperature: HOT } },
  reason: null,
  isPossible: isJudged,
  check: ({ alone }) => {
    if (!alone || isUntouched(alone)) return null;
    const { all, fresh, fitting, both } = tallyOf(alone.written);
    const isRight = both >= LEAST_BOTH;
    return {
      verdict: isRight ? "reached" : lackOf(fresh, fitting),
      isRight,
      values: {
        all: { count: all },
        fresh: { count: fresh },
        fitting: { count: fitting },
        both: { count: both },
        least: { count: LEAST_BOTH },
      },
    };
  },
};
