/** The texts of a lesson's step with live words and numbers. */
import i18next from "i18next";
import { useTranslation } from "../../i18n/useTranslation";
import type { LessonPlace } from "../../lessons/catalogue";
import type { Value, Values } from "../../lessons/lesson";
import { joinerOf } from "../../vis/facts/judgedTokens";
import { useLane } from "../useLane";
import { type Format, useFormat } from "../primitives/useFormat";
import { useLanguageName } from "../primitives/useLanguageName";
import { useTokenName } from "../unrolled/useTokenName";
import type { Trace } from "../../engine/results/trace";
import type { TokenView } from "../../engine/text/tokens";

/** A text of the step, or null where the step has none of this name. */
export type LessonText = (name: string, values?: Values) => string | null;

interface Words {
  readonly format: Format;
  readonly name: (token: TokenView) => string;
  /** What stands between two tokens of an answer. */
  readonly joiner: string;
  readonly text: (name: string) => string | null;
  /** The name of an option of a setting. */
  readonly option: (field: string, value: string) => string;
  readonly language: (tag: string) => string;
}

function write(value: Value, { format, name, joiner, text, option, language }: Words): string {
  if ("word" in value) return name(value.word);
  if ("words" in value) return value.words.map(name).join(joiner);
  if ("share" in value) return format.percent(value.share, 0);
  if ("weight" in value) return format.fixed(value.weight, 2);
  if ("number" in value) return format.fixed(value.number, value.decimals);
  if ("option" in value) return option(value.option[0], String(value.option[1]));
  if ("text" in value) return text(value.text) ?? "";
  if ("language" in value) return language(value.language);
  return format.number(value.count);
}

/** Texts of a lesson load with it, so the compiler checks their keys where they are written (`TextsOf`). */
type AnyText = (key: string, values?: Readonly<Record<string, string>>) => string;

/** The texts of the lesson beside its steps. */
export function useTextsOfLesson(id: LessonPlace["id"]): AnyText {
  return useTranslation(id as "lessons").t as AnyText;
}

/**
 * @param step the key of the step
 * @param trace of the model that the words are of; by default the one on the stage
 */
export function useLessonText(
  lesson: LessonPlace["id"],
  step: string,
  trace: Trace | null = null,
): LessonText {
  const translate = useTextsOfLesson(lesson);
  const setup = useTranslation("setup").t as AnyText;
  const format = useFormat();
  const name = useTokenName();
  const language = useLanguageName();
  const unit = useLane(({ run }) => (trace ?? run.trace)?.task.targetUnit ?? "word");
  const option = (field: string, value: string): string =>
    setup(`fields.${field}.options.${value}.label`);
  const text: LessonText = (key, values = {}) => {
    const path = `steps.${step}.${key}`;
    if (!i18next.exists(path, { ns: lesson as "lessons" })) return null;
    const words: Words = { format, name, joiner: joinerOf(unit), text, option, language };
    const written = Object.entries(values).map(([each, value]) => [each, write(value, words)]);
    return translate(path, Object.fromEntries(written) as Readonly<Record<string, string>>);
  };
  return text;
}
