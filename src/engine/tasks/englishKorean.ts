/** The task English to Korean: the verb last, particles after nouns. "the cat eats an apple" -> "고양이가 사과를 먹는다". */
import { joinKorean, KOREAN_LEXICON, PARTICLES, toKorean } from "./grammar/korean";
import { translationFamily } from "./grammar/translationTask";

const SENTENCES = [
  "that cat eats a small apple",
  "my cat eats a red apple",
  "the small cat sees a red flower",
  "the cat eats an apple",
  "the student sees a book",
  "the black cat eats a red apple",
  "my cat sees the big bear",
];

export const englishKoreanFamily = translationFamily({
  id: "englishKorean",
  lexicon: KOREAN_LEXICON,
  translate: toKorean,
  grammaticalWords: PARTICLES,
  extraWords: 2, // the two particles
  join: joinKorean,
  sentences: SENTENCES,
});
