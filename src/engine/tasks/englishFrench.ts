/** The task English to French: agreement, and adjectives after the noun. "the black cat" -> "le chat noir". */
import { FRENCH_LEXICON, PLURAL_BEFORE_ADJECTIVE, toFrench } from "./grammar/french";
import { translationFamily } from "./grammar/translationTask";

export const englishFrenchFamily = translationFamily({
  id: "englishFrench",
  lexicon: FRENCH_LEXICON,
  translate: toFrench,
  grammaticalWords: [PLURAL_BEFORE_ADJECTIVE],
  extraWords: 0,
  join: (tokens) => tokens.join(" "),
});
