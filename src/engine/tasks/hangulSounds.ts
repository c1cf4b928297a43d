/** The task Hangul sounds: Revised Romanization, with the sound changes between syllables. 독립 -> "dongnip". */
import { hangulFamily } from "./hangul/hangulTask";
import { bySound } from "./hangul/romanize";

export const hangulSoundsFamily = hangulFamily({ id: "hangulSounds", write: bySound });
