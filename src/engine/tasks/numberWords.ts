/**
 * The task Number words: from English words to digits. "two thousand and twenty-six" -> "2026".
 * A token is a word: "twenty-six" is two. Numbers are written with "and", as in Britain, or without, as in the United
 * States.
 */
import { spokenNumberFamily, type NumberWord } from "./spokenNumber";

const ONES =
  "one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve,thirteen,fourteen,fifteen,sixteen,seventeen,eighteen,nineteen".split(
    ",",
  );
const TENS = "twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety".split(",");

const VALUES: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, i) => [word, i + 1] as const),
  ...TENS.map((word, i) => [word, 10 * (i + 2)] as const),
]);

const AND: NumberWord = { text: "and", places: [] }; // is linked to no digit

/** The words of 1 to 99, the ones at place `lowest`. No word names a zero, so none is linked to it. */
function sayTens(value: number, lowest: number): NumberWord[] {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const places = [...(ones > 0 ? [lowest] : []), ...(tens > 0 ? [lowest + 1] : [])];
  if (value < 20) return [{ text: ONES[value - 1] ?? "", places }]; // "twelve" names both digits
  const words = [{ text: TENS[tens - 2] ?? "", places: [lowest + 1] }];
  if (ones > 0) words.push({ text: ONES[ones - 1] ?? "", places: [lowest] });
  return words;
}

/** The words of 1 to 999, the ones at place `lowest`. */
function sayHundreds(value: number, lowest: number, and: readonly NumberWord[]): NumberWord[] {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  if (hundreds === 0) return sayTens(rest, lowest);
  const places = [lowest + 2];
  return [
    { text: ONES[hundreds - 1] ?? "", places },
    { text: "hundred", places },
    ...(rest > 0 ? [...and, ...sayTens(rest, lowest)] : []),
  ];
}

/** The words of 1 to 999,999. "thousand" is linked to every digit that the words before it name. */
function say(value: number, and: readonly NumberWord[]): NumberWord[] {
  const [thousands, rest] = [Math.floor(value / 1000), value % 1000];
  if (thousands === 0) return sayHundreds(rest, 0, and);
  const before = sayHundreds(thousands, 3, and);
  const places = [...new Set(before.flatMap((word) => word.places))];
  return [
    ...before,
    { text: "thousand", places },
    ...(rest > 0 && rest < 100 ? and : []),
    ...(rest > 0 ? sayHundreds(rest, 0, and) : []),
  ];
}

function read(words: readonly string[]): number {
  let thousands = 0;
  let rest = 0;
  for (const word of words) {
    if (word === "thousand") [thousands, rest] = [rest, 0];
    else if (word === "hundred") rest *= 100;
    else if (word !== "and") rest += VALUES.get(word) ?? Number.NaN;
  }
  return 1000 * thousands + rest;
}

export const numberWordsFamily = spokenNumberFamily({
  id: "numberWords",
  unit: "word",
  words: [...VALUES.keys(), "hundred", "thousand", "and"],
  say: (value) => [say(value, [AND]), say(value, [])],
  read,
  tokenize: (text) =>
    text
      .normalize("NFC")
      .toLowerCase()
      .split(/[\s,‐‑-]+/u)
      .filter((word) => word !== ""),
});
