/** The task Hangul letters: each syllable in Latin letters, without sound changes between syllables. 독립 -> "dokrip". */
import { hangulFamily } from "./hangul/hangulTask";
import { byLetter } from "./hangul/romanize";

export const hangulLettersFamily = hangulFamily({ id: "hangulLetters", write: byLetter });
