/** Texts of a lesson's step to be read or printed: plain, and with blanks for what only the model can say. */
import i18next from "i18next";
import type { Trace } from "../../engine/results/trace";
import { splitTerms } from "../../i18n/terms";
import type { LessonId } from "../../lessons/catalogue";
import type { Values } from "../../lessons/lesson";
import { useLessonText } from "../lesson/useLessonText";

export const BLANK = "____";

/** A text of the step; null where it has none of this name. Without values its words and numbers are blanks. */
export type SheetText = (name: string, values: Values | null) => string | null;

const VARIABLE = /\{\{[^}]*\}\}/g;

/** The text without the marks of terms. */
const plain = (text: string): string =>
  splitTerms(text)
    .map((part) => part.text)
    .join("");

export function resourceOf(lesson: LessonId, path: string): unknown {
  return i18next.getResource(i18next.language, lesson, path) as unknown;
}

function blanked(lesson: LessonId, path: string): string | null {
  const text = resourceOf(lesson, path);
  return typeof text === "string" ? text.replaceAll(VARIABLE, BLANK) : null;
}

/** @param trace of the model that the values are of */
export function useSheetText(lesson: LessonId, step: string, trace: Trace | null): SheetText {
  const live = useLessonText(lesson, step, trace);
  return (name, values) => {
    const written = values ? live(name, values) : blanked(lesson, `steps.${step}.${name}`);
    return written && plain(written);
  };
}

/** The names of the options of a question, as the lesson's texts have them. */
export function choicesOf(lesson: LessonId, step: string): readonly string[] {
  const choices = resourceOf(lesson, `steps.${step}.choices`);
  return typeof choices === "object" && choices !== null ? Object.keys(choices) : [];
}
