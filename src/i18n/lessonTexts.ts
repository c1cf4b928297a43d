/** The texts of each lesson. They load when the lesson opens, as a namespace of the lesson's id. */
import i18next from "i18next";
import type { Language } from "../languages";
import type { LessonId } from "../lessons/catalogue";

/** By language and lesson. */
export const LESSON_TEXTS: Readonly<
  Record<Language, Readonly<Record<LessonId, () => Promise<object>>>>
> = {
  en: {
    readOrWrite: async () => (await import("./en/lessons/readOrWrite")).readOrWrite,
    readTheMap: async () => (await import("./en/lessons/readTheMap")).readTheMap,
    bottleneck: async () => (await import("./en/lessons/bottleneck")).bottleneck,
    askTheSource: async () => (await import("./en/lessons/askTheSource")).askTheSource,
    fourScores: async () => (await import("./en/lessons/fourScores")).fourScores,
    whenItLooks: async () => (await import("./en/lessons/whenItLooks")).whenItLooks,
    feedingTheTruth: async () => (await import("./en/lessons/feedingTheTruth")).feedingTheTruth,
    howItLearns: async () => (await import("./en/lessons/howItLearns")).howItLearns,
    twoRoads: async () => (await import("./en/lessons/twoRoads")).twoRoads,
    holesInABatch: async () => (await import("./en/lessons/holesInABatch")).holesInABatch,
    whichAnswer: async () => (await import("./en/lessons/whichAnswer")).whichAnswer,
    notAReason: async () => (await import("./en/lessons/notAReason")).notAReason,
    insideACell: async () => (await import("./en/lessons/insideACell")).insideACell,
    lookEverywhere: async () => (await import("./en/lessons/lookEverywhere")).lookEverywhere,
    spotTheMistake: async () => (await import("./en/lessons/spotTheMistake")).spotTheMistake,
    mistakesInside: async () => (await import("./en/lessons/mistakesInside")).mistakesInside,
  },
  ko: {
    readOrWrite: async () => (await import("./ko/lessons/readOrWrite")).readOrWrite,
    readTheMap: async () => (await import("./ko/lessons/readTheMap")).readTheMap,
    bottleneck: async () => (await import("./ko/lessons/bottleneck")).bottleneck,
    askTheSource: async () => (await import("./ko/lessons/askTheSource")).askTheSource,
    fourScores: async () => (await import("./ko/lessons/fourScores")).fourScores,
    whenItLooks: async () => (await import("./ko/lessons/whenItLooks")).whenItLooks,
    feedingTheTruth: async () => (await import("./ko/lessons/feedingTheTruth")).feedingTheTruth,
    howItLearns: async () => (await import("./ko/lessons/howItLearns")).howItLearns,
    twoRoads: async () => (await import("./ko/lessons/twoRoads")).twoRoads,
    holesInABatch: async () => (await import("./ko/lessons/holesInABatch")).holesInABatch,
    whichAnswer: async () => (await import("./ko/lessons/whichAnswer")).whichAnswer,
    notAReason: async () => (await import("./ko/lessons/notAReason")).notAReason,
    insideACell: async () => (await import("./ko/lessons/insideACell")).insideACell,
    lookEverywhere: async () => (await import("./ko/lessons/lookEverywhere")).lookEverywhere,
    spotTheMistake: async () => (await import("./ko/lessons/spotTheMistake")).spotTheMistake,
    mistakesInside: async () => (await import("./ko/lessons/mistakesInside")).mistakesInside,
  },
};

export function hasLessonTexts(language: string, id: LessonId): boolean {
  return i18next.hasResourceBundle(language, id);
}

/** Loads the texts of a lesson. A failed load rejects and can be repeated. */
export async function loadLessonTexts(language: Language, id: LessonId): Promise<void> {
  if (hasLessonTexts(language, id)) return;
  i18next.addResourceBundle(language, id, await LESSON_TEXTS[language][id]());
}
