/** The generated tasks by name. */
import { copyFamily } from "./copy";
import { datesFamily } from "./dates";
import { englishFrenchFamily } from "./englishFrench";
import { englishKoreanFamily } from "./englishKorean";
import { hangulLettersFamily } from "./hangulLetters";
import { hangulSoundsFamily } from "./hangulSounds";
import { numberWordsFamily } from "./numberWords";
import { numberWordsKoreanFamily } from "./numberWordsKorean";
import { pigLatinFamily } from "./pigLatin";
import { reverseFamily } from "./reverse";
import { sortFamily } from "./sort";
import type { GeneratedTaskId, Task, TaskFamily } from "./task";

export const TASK_FAMILIES: Readonly<Record<GeneratedTaskId, TaskFamily>> = {
  copy: copyFamily,
  reverse: reverseFamily,
  sort: sortFamily,
  pigLatin: pigLatinFamily,
  numberWords: numberWordsFamily,
  numberWordsKorean: numberWordsKoreanFamily,
  dates: datesFamily,
  hangulLetters: hangulLettersFamily,
  hangulSounds: hangulSoundsFamily,
  englishFrench: englishFrenchFamily,
  englishKorean: englishKoreanFamily,
};

/** Each generated task at its initial difficulty. */
export const GENERATED_TASKS = Object.fromEntries(
  Object.entries(TASK_FAMILIES).map(([id, family]) => [id, family.create(family.initial)]),
) as Readonly<Record<GeneratedTaskId, Task>>;
