/** The task Hangul letters: each syllable in Latin letters as if it stood alone. 독립 -> "dokrip"; no sound changes. */
import { hangulFamily } from "./hangul/hangulTask";
import { byLetter } from "./hangul/romanize";

export const hangulLettersFamily = hangulFamily({ id: "hangulLetters", write: byLetter });
