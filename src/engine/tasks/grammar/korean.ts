/** The Korean of the toy grammar: subject, object, verb in the plain style; the particles 이/가, 을/를 are tokens. */
import { endsInConsonant } from "../hangul/jamo";
import {
  nounPosition,
  verbPosition,
  type Lexicon,
  type Noun,
  type NounPhrase,
  type Sentence,
  type Verb,
  type Word,
} from "./english";
import type { TranslatedWord } from "./translationTask";

/** A word with one form; `korean` is "" where Korean has no word for it. */
function word(english: string, korean: string): Word {
  return { english: [english], target: korean === "" ? [] : [korean] };
}

function noun(kind: Noun["kind"], english: string, korean: string): Noun {
  return { ...word(english, korean), kind };
}

function verb(english: string, korean: string, object: Verb["object"] = "anything"): Verb {
  return { ...word(english, korean), object };
}

export const KOREAN_LEXICON: Lexicon<Noun> = {
  determiners: [word("the", ""), word("a", ""), word("my", "내"), word("that", "저")],
  adjectives: [
    [
      word("small", "작은"),
      word("black", "검은"),
      word("big", "큰"),
      word("red", "빨간"),
      word("pretty", "예쁜"),
      word("white", "하얀"),
      word("strange", "이상한"),
      word("heavy", "무거운"),
      word("cute", "귀여운"),
      word("blue", "파란"),
      word("good", "좋은"),
      word("clean", "깨끗한"),
    ],
  ],
  nouns: [
    noun("animate", "cat", "고양이"),
    noun("food", "apple", "사과"),
    noun("animate", "student", "학생"),
    noun("thing", "book", "책"),
    noun("animate", "dog", "개"),
    noun("thing", "flower", "꽃"),
    noun("animate", "bear", "곰"),
    noun("food", "egg", "달걀"),
    noun("thing", "chair", "의자"),
    noun("thing", "bag", "가방"),
    noun("animate", "girl", "소녀"),
    noun("food", "cookie", "과자"),
  ],
  verbs: [
    verb("sees", "본다"),
    verb("eats", "먹는다", "food"),
    verb("likes", "좋아한다"),
    verb("draws", "그린다"),
    verb("wants", "원한다"),
    verb("washes", "씻는다"),
    verb("hides", "숨긴다"),
    verb("finds", "찾는다"),
    verb("buys", "산다"),
    verb("touches", "만진다"),
    verb("pushes", "민다"),
    verb("remembers", "기억한다"),
  ],
};

/** The forms of a particle after a vowel and after a consonant. */
type Particle = readonly [string, string];

const SUBJECT: Particle = ["가", "이"];
const OBJECT: Particle = ["를", "을"];

export const PARTICLES: readonly string[] = [...SUBJECT, ...OBJECT];

function translated({ target }: Word, position: number): TranslatedWord[] {
  return target.map((text) => ({ text, from: [position] }));
}

function writePhrase(phrase: NounPhrase<Noun>, [afterVowel, afterConsonant]: Particle) {
  const { start, determiner, adjectives, noun: head } = phrase;
  const particle = endsInConsonant(head.target[0] ?? "") ? afterConsonant : afterVowel;
  return [
    ...translated(determiner, start),
    ...adjectives.flatMap((adjective, i) => translated(adjective, start + 1 + i)),
    ...translated(head, nounPosition(phrase)),
    { text: particle, from: [] },
  ];
}

/** The sentence in Korean. Particles are linked to no word: English has word order instead. */
export function toKorean(sentence: Sentence<Noun>): TranslatedWord[] {
  const { subject, verb: action, object } = sentence;
  return [
    ...writePhrase(subject, SUBJECT),
    ...writePhrase(object, OBJECT),
    ...translated(action, verbPosition(sentence)),
  ];
}

/** The tokens as Korean text: no space before a particle. */
export function joinKorean(tokens: readonly string[]): string {
  return tokens.reduce((text, token) => {
    if (text === "") return token;
    return PARTICLES.includes(token) ? text + token : `${text} ${token}`;
  }, "");
}
