/** The texts of a lesson's step with live words and numbers. */
import { useTranslation } from "../../i18n/useTranslation";
import type { LessonId } from "../../lessons/catalogue";
import type { Value, Values } from "../../lessons/lesson";
import { type Format, useFormat } from "../primitives/useFormat";
import { useTokenName } from "../unrolled/useTokenName";
import type { TokenView } from "../../engine/text/tokens";

/** A text of the step, or null where the step has none of this name. */
export type LessonText = (name: string, values?: Values) => string | null;

function write(value: Value, format: Format, name: (token: TokenView) => string): string {
  if ("word" in value) return name(value.word);
  if ("share" in value) return format.percent(value.share, 0);
  if ("weight" in value) return format.fixed(value.weight, 2);
  return format.number(value.count);
}

/** @param step the key of the step */
export function useLessonText(lesson: LessonId, step: string): LessonText {
  const { t, i18n } = useTranslation("lessons");
  const format = useFormat();
  const name = useTokenName();
  const translate = t as (key: string, values: Readonly<Record<string, string>>) => string; // `LessonTexts` has all keys
  return (text, values = {}) => {
    const key = `${lesson}.steps.${step}.${text}`;
    if (!i18n.exists(key, { ns: "lessons" })) return null;
    const written = Object.entries(values).map(([each, value]) => [
      each,
      write(value, format, name),
    ]);
    return translate(key, Object.fromEntries(written) as Readonly<Record<string, string>>);
  };
}
