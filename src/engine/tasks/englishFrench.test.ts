import { expect, test } from "vitest";
import { createRandom } from "../rng";
import { englishFrenchFamily } from "./englishFrench";
import { englishKoreanFamily } from "./englishKorean";
import { noGoldReason } from "./noGoldReason";
import type { Pair, Split, Task } from "./task";

const task = englishFrenchFamily.create({ shortest: 5, longest: 9, symbols: 12 });

function translated(text: string): string | null {
  const pair = task.solve(task.tokenize(text));
  return pair && task.join(pair.target);
}

function draw(from: Task, count: number, split: Split, seed = 1): Pair[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => from.sample(random, split));
}

test.each([
  ["the black cat sees a small house", "le chat noir voit une petite maison"],
  ["My old dog likes the white mouse.", "mon vieux chien aime la souris blanche"],
  ["these girls eat some apples", "ces filles mangent des pommes"],
  ["some small cats want a cake", "de petits chats veulent un gâteau"],
  [
    "some white mice lose the big red cars",
    "des souris blanches perdent les grandes voitures rouges",
  ],
  ["this boy buys an old green book", "ce garçon achète un vieux livre vert"],
  ["my mice hide these beautiful new cakes", null], // both adjectives stand before the noun
  ["my mice hide these beautiful blue cakes", "mes souris cachent ces beaux gâteaux bleus"],
])("%s: %s", (english, french) => {
  expect(translated(english)).toBe(french);
});

test.each([
  ["nothing", ""],
  ["an unknown word", "the cat eats a fish"],
  ["no object", "the cat sees"],
  ["a wrong article", "the cat eats a apple"],
  ["a verb that does not agree", "the cats sees a house"],
  ["a determiner that does not agree", "these cat sees a house"],
  ["an adjective of colour before one of size", "the black small cat sees a house"],
  ["an extra word", "the cat sees a house now"],
  ["a name from Object.prototype", "the __proto__ sees a house"],
])("there is no answer to %s", (_, text) => {
  expect(translated(text)).toBeNull();
});

// French by the rules of a school grammar, from the masculine singular alone: independent of the lexicon.
const MASCULINE = "chat livre chien gâteau jardin garçon".split(" ");
const FEMININE = "pomme fille maison souris voiture fleur".split(" ");
const BEFORE = "petit grand joli vieux beau nouveau".split(" ");
const AFTER = "noir blanc rouge vert gris bleu".split(" ");
const FEMININE_FORMS: Readonly<Record<string, string>> = {
  vieux: "vieille",
  beau: "belle",
  nouveau: "nouvelle",
  blanc: "blanche",
};
const REGULAR_VERBS = "aime dessine trouve achète cache regarde garde montre mange".split(" ");
const PLURAL_VERBS: Readonly<Record<string, string>> = {
  voit: "voient",
  veut: "veulent",
  perd: "perdent",
};

function pluralOf(word: string): string {
  if (/[sx]$/.test(word)) return word;
  return word.endsWith("eau") ? `${word}x` : `${word}s`;
}

function feminineOf(adjective: string): string {
  return FEMININE_FORMS[adjective] ?? (adjective.endsWith("e") ? adjective : `${adjective}e`);
}

interface Features {
  readonly gender: "m" | "f";
  readonly plural: boolean;
}

function formOf(adjective: string, { gender, plural }: Features): string {
  const form = gender === "f" ? feminineOf(adjective) : adjective;
  return plural ? pluralOf(form) : form;
}

/** Determiners that agree, [masculine, feminine, plural]. */
const DETERMINERS = ["le la les", "un une des", "mon ma mes", "ce cette ces"].map((row) =>
  row.split(" "),
);

/** The noun phrase as the rules write it from its parts. */
function phraseByRule(words: readonly string[], plural: boolean): string {
  const noun = [...MASCULINE, ...FEMININE].find((one) =>
    words.includes(plural ? pluralOf(one) : one),
  );
  if (noun === undefined) throw new Error(`no noun in ${words.join(" ")}`);
  const features: Features = { gender: MASCULINE.includes(noun) ? "m" : "f", plural };
  const adjectives = (list: readonly string[]) =>
    list.map((one) => formOf(one, features)).filter((form) => words.includes(form));
  const column = plural ? 2 : features.gender === "m" ? 0 : 1;
  const before = adjectives(BEFORE);
  const forms = DETERMINERS.map((row) => row[column] ?? "");
  const indefinite = plural && before.length > 0 && words[0] === "de";
  const determiner = indefinite ? "de" : forms.find((form) => form === words[0]);
  expect(before.length === 0 || words[0] !== "des").toBe(true);
  const written = plural ? pluralOf(noun) : noun;
  return [determiner, ...before, written, ...adjectives(AFTER)].join(" ");
}

const PLURALS = new Set(
  "cats apples girls books dogs houses cakes mice gardens cars boys flowers".split(" "),
);

test("gender, number and word order follow the rules of a school grammar", () => {
  const singularVerbs = new Set([...REGULAR_VERBS, ...Object.keys(PLURAL_VERBS)]);
  const pluralVerbs = new Set([
    ...REGULAR_VERBS.map((verb) => `${verb}nt`),
    ...Object.values(PLURAL_VERBS),
  ]);
  for (const { source, target } of [...draw(task, 3000, "train"), ...draw(task, 500, "heldOut")]) {
    const verbAt = target.findIndex((word) => singularVerbs.has(word) || pluralVerbs.has(word));
    const englishVerb = source.findIndex((word) => word === ENGLISH.get(target[verbAt] ?? ""));
    const subjectPlural = source.slice(0, englishVerb).some((word) => PLURALS.has(word));
    const objectPlural = PLURALS.has(source.at(-1) ?? "");
    expect((subjectPlural ? pluralVerbs : singularVerbs).has(target[verbAt] ?? "")).toBe(true);
    const [subject, object] = [target.slice(0, verbAt), target.slice(verbAt + 1)];
    expect(phraseByRule(subject, subjectPlural)).toBe(subject.join(" "));
    expect(phraseByRule(object, objectPlural)).toBe(object.join(" "));
  }
});

// French to English, by hand. "souris" is missing: it means both "mouse" and "mice".
const ENGLISH: ReadonlyMap<string, string> = new Map(
  `le the, la the, les the, un a, une a, des some, de some, mon my, ma my, mes my, ce this, cette this, ces these,
  petit small, petite small, petits small, petites small, grand big, grande big, grands big, grandes big,
  joli pretty, jolie pretty, jolis pretty, jolies pretty, vieux old, vieille old, vieilles old,
  beau beautiful, belle beautiful, beaux beautiful, belles beautiful,
  nouveau new, nouvelle new, nouveaux new, nouvelles new,
  noir black, noire black, noirs black, noires black, blanc white, blanche white, blancs white, blanches white,
  rouge red, rouges red, vert green, verte green, verts green, vertes green,
  gris grey, grise grey, grises grey, bleu blue, bleue blue, bleus blue, bleues blue,
  chat cat, chats cats, pomme apple, pommes apples, fille girl, filles girls, livre book, livres books,
  chien dog, chiens dogs, maison house, maisons houses, gâteau cake, gâteaux cakes,
  jardin garden, jardins gardens, voiture car, voitures cars, garçon boy, garçons boys, fleur flower, fleurs flowers,
  voit sees, voient see, mange eats, mangent eat, aime likes, aiment like, dessine draws, dessinent draw,
  veut wants, veulent want, trouve finds, trouvent find, achète buys, achètent buy, perd loses, perdent lose,
  cache hides, cachent hide, regarde watches, regardent watch, garde keeps, gardent keep, montre shows, montrent show`
    .split(",")
    .map((line) => line.trim().split(" "))
    .map(([foreign = "", english = ""]) => [foreign, english]),
);

test("each French word is linked to the English word that it means, and every English word is translated", () => {
  for (const pair of draw(task, 2000, "train")) {
    const { source, target, gold } = pair;
    expect(gold?.flat().toSorted((a, b) => a - b)).toEqual(source.map((_, s) => s));
    for (const [t, token] of target.entries()) {
      const linked = (gold?.[t] ?? []).map((s) => source[s]?.replace(/^an$/, "a"));
      const meaning = token === "souris" ? /^(mouse|mice)$/ : new RegExp(`^${ENGLISH.get(token)}$`);
      expect(linked.join(" ")).toMatch(meaning);
      expect(noGoldReason(task.id, pair, t)).toBeNull();
    }
  }
});

test("no word stands where French would elide or change it before a vowel", () => {
  for (const { target } of draw(task, 3000, "train"))
    expect(target.join(" ")).not.toMatch(/\b(le|la|de|ma|ce|beau|nouveau|vieux) [aeiouyhéè]/);
});

test("a and an are right, and only food is eaten", () => {
  for (const { source } of draw(task, 3000, "train")) {
    expect(source.join(" ")).not.toMatch(/\ba [aeiou]|\ban [^aeiou]/);
    expect(source.join(" ")).toMatch(/^(?!.* eats? )|(apple|cake)s?$/);
  }
});

const families = [englishFrenchFamily, englishKoreanFamily];
test.each(families)("$id: every word of the vocabularies is used", (family) => {
  const chosen = family.create(family.initial);
  const pairs = draw(chosen, 5000, "train");
  const sources = new Set(pairs.flatMap((pair) => pair.source));
  const targets = new Set(pairs.flatMap((pair) => pair.target));
  expect(sources.size).toBe(chosen.sourceVocabulary.size - 4);
  expect(targets.size).toBe(chosen.targetVocabulary.size - 4);
});

test.each(families)("$id: every length is about equally common", (family) => {
  const { lengths } = family.bounds;
  const counts = new Map<number, number>();
  for (const { source } of draw(family.create(family.initial), 4000, "train"))
    counts.set(source.length, (counts.get(source.length) ?? 0) + 1);
  expect([...counts.keys()].toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: lengths.max - lengths.min + 1 }, (_, i) => lengths.min + i),
  );
  const expected = 4000 / counts.size;
  for (const count of counts.values())
    expect(Math.abs(count - expected)).toBeLessThan(0.2 * expected);
});

test.each(families)("$id: a sentence, typed, gives the same links", (family) => {
  const chosen = family.create(family.initial);
  const pairs = draw(chosen, 300, "heldOut");
  const typed = pairs.map((pair) => ` ${pair.source.join("  ").toUpperCase()}. `);
  expect(typed.map((text) => chosen.solve(chosen.tokenize(text)))).toEqual(pairs);
});

test("typed sentences are read in any case, with a full stop and any spaces", () => {
  expect(task.tokenize("  The  cat\tsees a house. ")).toEqual(["the", "cat", "sees", "a", "house"]);
  expect(task.tokenize("the cat sees a house!")).toEqual(["the", "cat", "sees", "a", "house"]);
  expect(task.tokenize(" ")).toEqual([]);
  expect(task.tokenize("Cafe\u0301")).toEqual(["caf\u00e9"]);
  expect(task.join(["le", "chat"])).toBe("le chat");
});
