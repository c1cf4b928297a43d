/** The French of the toy grammar: gender, number, position of adjectives. No word needs an elision before it. */
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

interface FrenchNoun extends Noun {
  readonly gender: number; // 0 masculine, 1 feminine
}

/** A determiner or adjective: masculine, feminine, masculine plural, feminine plural. */
function agreeing(english: string, target: string): Word {
  return { english: english.split(" "), target: target.split(" ") };
}

function noun(gender: 0 | 1, kind: Noun["kind"], english: string, target: string): FrenchNoun {
  return { english: english.split(" "), target: target.split(" "), gender, kind };
}

function verb(english: string, target: string, object: Verb["object"] = "anything"): Verb {
  return { english: english.split(" "), target: target.split(" "), object };
}

/** Adjectives of looks, age and size stand before the French noun, those of colour after it. */
const BEFORE_NOUN = [
  agreeing("small", "petit petite petits petites"),
  agreeing("big", "grand grande grands grandes"),
  agreeing("pretty", "joli jolie jolis jolies"),
  agreeing("old", "vieux vieille vieux vieilles"),
  agreeing("beautiful", "beau belle beaux belles"),
  agreeing("new", "nouveau nouvelle nouveaux nouvelles"),
];
const AFTER_NOUN = [
  agreeing("black", "noir noire noirs noires"),
  agreeing("white", "blanc blanche blancs blanches"),
  agreeing("red", "rouge rouge rouges rouges"),
  agreeing("green", "vert verte verts vertes"),
  agreeing("grey", "gris grise gris grises"),
  agreeing("blue", "bleu bleue bleus bleues"),
];

export const FRENCH_LEXICON: Lexicon<FrenchNoun> = {
  determiners: [
    agreeing("the the", "le la les les"),
    agreeing("a some", "un une des des"),
    agreeing("my my", "mon ma mes mes"),
    agreeing("this these", "ce cette ces ces"),
  ],
  adjectives: [BEFORE_NOUN, AFTER_NOUN],
  nouns: [
    noun(0, "animate", "cat cats", "chat chats"),
    noun(1, "food", "apple apples", "pomme pommes"),
    noun(1, "animate", "girl girls", "fille filles"),
    noun(0, "thing", "book books", "livre livres"),
    noun(0, "animate", "dog dogs", "chien chiens"),
    noun(1, "thing", "house houses", "maison maisons"),
    noun(0, "food", "cake cakes", "gâteau gâteaux"),
    noun(1, "animate", "mouse mice", "souris souris"),
    noun(0, "thing", "garden gardens", "jardin jardins"),
    noun(1, "thing", "car cars", "voiture voitures"),
    noun(0, "animate", "boy boys", "garçon garçons"),
    noun(1, "thing", "flower flowers", "fleur fleurs"),
  ],
  verbs: [
    verb("sees see", "voit voient"),
    verb("eats eat", "mange mangent", "food"),
    verb("likes like", "aime aiment"),
    verb("draws draw", "dessine dessinent"),
    verb("wants want", "veut veulent"),
    verb("finds find", "trouve trouvent"),
    verb("buys buy", "achète achètent"),
    verb("loses lose", "perd perdent"),
    verb("hides hide", "cache cachent"),
    verb("watches watch", "regarde regardent"),
    verb("keeps keep", "garde gardent"),
    verb("shows show", "montre montrent"),
  ],
};

/** Replaces "des" before an adjective: "des chats", but "de petits chats". */
export const PLURAL_BEFORE_ADJECTIVE = "de";

function writePhrase(phrase: NounPhrase<FrenchNoun>): TranslatedWord[] {
  const agreement = 2 * phrase.number + phrase.noun.gender;
  const form = (word: Word) => word.target[agreement] ?? "";
  const adjectives = phrase.adjectives.map((word, i) => ({
    text: form(word),
    from: [phrase.start + 1 + i],
    before: BEFORE_NOUN.includes(word),
  }));
  const before = adjectives.filter((adjective) => adjective.before);
  const after = adjectives.filter((adjective) => !adjective.before);
  const determiner = form(phrase.determiner);
  return [
    {
      text: determiner === "des" && before.length > 0 ? PLURAL_BEFORE_ADJECTIVE : determiner,
      from: [phrase.start],
    },
    ...before,
    { text: phrase.noun.target[phrase.number] ?? "", from: [nounPosition(phrase)] },
    ...after,
  ].map(({ text, from }) => ({ text, from }));
}

/** The sentence in French, each word linked to the English word that it translates. */
export function toFrench(sentence: Sentence<FrenchNoun>): TranslatedWord[] {
  const verbForm = sentence.verb.target[sentence.subject.number] ?? "";
  return [
    ...writePhrase(sentence.subject),
    { text: verbForm, from: [verbPosition(sentence)] },
    ...writePhrase(sentence.object),
  ];
}
