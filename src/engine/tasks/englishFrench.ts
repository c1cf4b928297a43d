/** The task English to French: agreement, and adjectives after the noun. "the black cat" -> "le chat noir". */
import { FRENCH_LEXICON, PLURAL_BEFORE_ADJECTIVE, toFrench } from "./grammar/french";
import { translationFamily } from "./grammar/translationTask";

const SENTENCES = [
  "the girls eat these red apples",
  "the black cat sees a small house",
  "my white cat sees a black mouse",
  "the old dog sees a black cat",
  "the small cats see these red mice",
  "my dogs like these red apples",
];

export const englishFrenchFamily = translationFamily({
  id: "englishFrench",
  lexicon: FRENCH_LEXICON,
  translate: toFrench,
  grammaticalWords: [PLURAL_BEFORE_ADJECTIVE],
  extraWords: 0,
  join: (tokens) => tokens.join(" "),
  sentences: SENTENCES,
});
