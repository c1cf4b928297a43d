/** Fields: the range, initial value and name in the URL of one setting. Tables of settings consist of them. */

export interface Choice<T extends string> {
  readonly kind: "choice";
  readonly options: readonly T[];
  readonly initial: T;
  readonly url: string;
}

export interface NumberRange {
  readonly kind: "number";
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly initial: number;
  readonly url: string;
}

export type Field = Choice<string> | NumberRange;

/** The values of a table of fields, by name. */
export type ValuesOf<T extends Readonly<Record<string, Field>>> = {
  readonly [K in keyof T]: T[K] extends Choice<infer Option> ? Option : number;
};

export function choice<const T extends string>(
  url: string,
  options: readonly T[],
  initial: T,
): Choice<T> {
  return { kind: "choice", options, initial, url };
}

type Range = readonly [min: number, max: number, step: number];

export function number(url: string, [min, max, step]: Range, initial: number): NumberRange {
  return { kind: "number", min, max, step, initial, url };
}

/** Every field's initial value. */
export function initialValues<T extends Readonly<Record<string, Field>>>(fields: T): ValuesOf<T> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { initial }]) => [name, initial]),
  ) as ValuesOf<T>;
}

/**
 * Parses a field's value from untrusted text; null: the text is not among the options, or not a number.
 * Numbers are clamped to the range and rounded to the field's step.
 */
export function parseField(field: Field, text: string): string | number | null {
  if (field.kind === "choice") return field.options.includes(text) ? text : null;
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) return null;
  const clamped = Math.min(field.max, Math.max(field.min, value));
  const steps = Math.round((clamped - field.min) / field.step);
  return Math.min(field.max, Number((field.min + steps * field.step).toFixed(6)));
}
