import { describe, expect, it } from "vitest";
import { endsInConsonant } from "../../tasks/hangul/jamo";
import { createRandom } from "../../rng";
import { type Clause, drawClause } from "./clause";
import { writeEnglish } from "./english";
import { writeFrench } from "./french";
import { writeKorean } from "./korean";
import { SUBJECTS, YOU } from "./subjects";
import { THINGS } from "./things";
import { VERBS } from "./verbs";
import { READY_PAIRS, READY_SETS, writeReadySet } from "./readySets";

function find<T extends { readonly english: unknown }>(list: readonly T[], name: string): T {
  const found = list.find(({ english }) =>
    typeof english === "string" ? english === name : (english as { base: string }).base === name,
  );
  if (!found) throw new Error(`readySets.test: no "${name}"`);
  return found;
}

function clause(who: string, does: string, rest: Partial<Clause> = {}): Clause {
  const subject = who === "you" ? YOU : find(SUBJECTS, who);
  const verb = find(VERBS, does);
  return { subject, verb, object: null, place: null, time: "everyDay", mood: "statement", ...rest };
}

const write = (each: Clause): string[] => [
  writeEnglish(each),
  writeKorean(each),
  writeFrench(each),
];

describe("a clause in three languages", () => {
  it("takes its tense from the time", () => {
    const object = find(THINGS, "an apple");
    expect(write(clause("Mina", "eat", { object }))).toEqual([
      "Mina eats an apple every day",
      "미나는 매일 사과를 먹어요",
      "Mina mange une pomme tous les jours",
    ]);
    expect(write(clause("I", "eat", { object, time: "now" }))).toEqual([
      "I am eating an apple now",
      "저는 지금 사과를 먹고 있어요",
      "je mange une pomme maintenant",
    ]);
    expect(write(clause("they", "eat", { object, time: "yesterday" }))).toEqual([
      "they ate an apple yesterday",
      "그들은 어제 사과를 먹었어요",
      "ils ont mangé une pomme hier",
    ]);
    expect(write(clause("we", "eat", { object, time: "tomorrow" }))).toEqual([
      "we will eat an apple tomorrow",
      "우리는 내일 사과를 먹을 거예요",
      "nous allons manger une pomme demain",
    ]);
  });

  it("negates: do-support, 안 inside verbs of noun and 하다, and de after ne ... pas", () => {
    const object = find(THINGS, "water");
    expect(write(clause("Jun", "buy", { object, mood: "negation" }))).toEqual([
      "Jun does not buy water every day",
      "준은 매일 물을 안 사요",
      "Jun n'achète pas d'eau tous les jours",
    ]);
    expect(write(clause("I", "study", { mood: "negation", time: "yesterday" }))).toEqual([
      "I did not study yesterday",
      "저는 어제 공부 안 했어요",
      "je n'ai pas étudié hier",
    ]);
  });

  it("asks, wishes, and agrees with être", () => {
    expect(write(clause("you", "work", { mood: "question", time: "tomorrow" }))).toEqual([
      "will you work tomorrow?",
      "내일 일할 거예요?",
      "est-ce que tu vas travailler demain ?",
    ]);
    expect(write(clause("Mina", "sleep", { mood: "wish" }))).toEqual([
      "Mina wants to sleep",
      "미나는 자고 싶어 해요",
      "Mina veut dormir",
    ]);
    const place = { at: "at home", to: "home", korean: "집", french: "à la maison" };
    expect(write(clause("the children", "come", { place, time: "yesterday" }))).toEqual([
      "the children came home yesterday",
      "아이들은 어제 집에 왔어요",
      "les enfants sont venus à la maison hier",
    ]);
    expect(writeFrench(clause("Mina", "go", { place, time: "yesterday" }))).toBe(
      "Mina est allée à la maison hier",
    );
  });
});

/** Whether the syllable before the particle ends in a consonant. */
function isClosed(word: string): boolean {
  return endsInConsonant(word.at(-2) ?? "");
}

describe("the words", () => {
  it("have the Korean particles that their last syllable asks for", () => {
    for (const { korean } of THINGS)
      expect(korean).toBe(korean.slice(0, -1) + (isClosed(korean) ? "을" : "를"));
    for (const { korean } of SUBJECTS)
      expect(korean).toBe(korean.slice(0, -1) + (isClosed(korean) ? "은" : "는"));
  });

  it("have French articles that disappear after a negation, or stay where they are definite", () => {
    for (const { french, frenchNegated } of THINGS) {
      const isDefinite = /^(?:le |la |les |l')/.test(french);
      const isNegated = /^d(?:e [^aeiouéè]|'[aeiouéè])/.test(frenchNegated);
      expect({ french, changes: isNegated, stays: frenchNegated === french }).toEqual({
        french,
        changes: !isDefinite,
        stays: isDefinite,
      });
    }
  });
});

/** Whether object and place are those that the verb takes, and whether a question is to "you". */
function makesSense({ verb: { takes }, object, place, subject, mood }: Clause): boolean {
  const isFitting =
    typeof takes === "string" ? object === null : !!object && takes.includes(object.kind);
  return (
    isFitting &&
    (takes !== "destination" || place !== null) &&
    (subject === YOU) === (mood === "question")
  );
}

describe("the ready sets", () => {
  it.each(READY_SETS)(
    "%s: every source once, with one target, and the same on every device",
    (set) => {
      const pairs = writeReadySet(set)
        .split("\n")
        .map((line) => line.split("\t"));
      expect(pairs).toHaveLength(READY_PAIRS);
      expect(new Set(pairs.map(([source]) => source)).size).toBe(READY_PAIRS);
      expect(writeReadySet(set)).toBe(writeReadySet(set));
    },
  );

  it("have no French vowel before a vowel", () => {
    expect(writeReadySet("englishFrench")).not.toMatch(/\b(?:je|ne|de) [aeiouéè]/);
  });

  it("draw clauses that make sense", () => {
    const random = createRandom(2);
    const clauses = Array.from({ length: 500 }, () => drawClause(random));
    expect(clauses.filter((each) => !makesSense(each))).toEqual([]);
  });
});
