/** The generated tasks by name. */
import type { Config } from "../setup/config";
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
import type { Difficulty, GeneratedTaskId, Task, TaskFamily } from "./task";

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

const made = new Map<string, Task>();

/** The set-up's task: the same object for the same difficulty; null where it is "pairs" and none are open. */
export function taskOf(config: Config, ownPairs: Task | null): Task | null {
  return config.task === "pairs" ? ownPairs : generatedTask(config.task, config);
}

/** A generated task of this difficulty. */
export function generatedTask(id: GeneratedTaskId, difficulty: Difficulty): Task {
  const { shortest, longest, symbols } = difficulty;
  const key = [id, shortest, longest, symbols].join(" ");
  const task = made.get(key) ?? TASK_FAMILIES[id].create({ shortest, longest, symbols });
  made.set(key, task);
  return task;
}
