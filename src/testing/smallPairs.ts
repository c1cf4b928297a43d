/** Small sets of pairs of our own in several scripts, for tests of readers. */

type Sentences = readonly (readonly [source: string, target: string])[];

const ENGLISH = ["I see the", "You have a", "We want this", "He reads one", "She buys my"];
const FRENCH = ["Je vois le", "Tu as un", "Nous voulons ce", "Il lit un", "Elle achète mon"];
const THINGS = ["book", "dog", "house", "tree", "letter", "boat"];
const CHOSES = ["livre", "chien", "château", "arbre", "été", "bateau"];
const KOREAN = ["나는 보아요", "너는 있어요", "우리는 원해요", "그는 읽어요", "그녀는 사요"];
const KOREAN_THINGS = ["책을", "개가", "집을", "나무를", "편지를", "배를"];
const JAPANESE = ["わたしは", "あなたは", "みんなは", "かれは", "彼女は"];
const JAPANESE_THINGS = [
  "本をよみます",
  "犬がいます",
  "家がほしい",
  "木をみます",
  "手紙をかう",
  "船をかう",
];

function combine(
  starts: readonly string[],
  ends: readonly string[],
  between: string,
  mark: string,
): string[] {
  return starts.flatMap((start) => ends.map((end) => `${start}${between}${end}${mark}`));
}

const english = combine(ENGLISH, THINGS, " ", ".");

function withEnglish(others: readonly string[]): Sentences {
  return english.map((sentence, i) => [sentence, others[i] ?? ""]);
}

/** 30 pairs each. */
export const ENGLISH_FRENCH = withEnglish(combine(FRENCH, CHOSES, " ", "."));
export const ENGLISH_KOREAN = withEnglish(combine(KOREAN, KOREAN_THINGS, " ", "."));
export const ENGLISH_JAPANESE = withEnglish(combine(JAPANESE, JAPANESE_THINGS, "", "。"));

/** Lines of cells. */
export function linesOf(
  rows: readonly (readonly string[])[],
  delimiter: string,
  lineEnd = "\n",
): string {
  return rows.map((cells) => cells.join(delimiter) + lineEnd).join("");
}
