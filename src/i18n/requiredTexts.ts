/** The texts that settings, options and tasks require; the compiler checks English against them. */
import type { Config, FieldName, FIELDS } from "../engine/setup/config";
import type { GeneratedTaskId, Readable } from "../engine/tasks/task";

interface OptionText {
  readonly label: string;
  readonly help: string;
}

type ChoiceField = {
  [K in FieldName]: (typeof FIELDS)[K] extends { readonly kind: "choice" } ? K : never;
}[FieldName];

interface Unit {
  readonly lengths: string;
  readonly symbols: string;
}

/** Required texts of Set-up. */
export interface SettingTexts {
  readonly units: Readonly<Record<GeneratedTaskId, Unit>>;
  readonly fields: {
    readonly [K in ChoiceField]: {
      readonly label: string;
      readonly options: Readonly<Record<Config[K], OptionText>>;
      readonly [other: string]: unknown;
    };
  } & Readonly<Record<string, { readonly label: string; readonly [other: string]: unknown }>>;
  readonly [other: string]: unknown;
}

/** Required texts of the tasks. */
export interface TaskTexts {
  readonly teaches: string;
  readonly misleads: string;
  readonly whatItReads: string;
  readonly reads: Readonly<Record<Readable, string>>;
  readonly about: Readonly<
    Record<GeneratedTaskId, { readonly teaches: string; readonly misleads: string }>
  >;
}
