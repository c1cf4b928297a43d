/** Texts that follow from the set-up: one for each setting, option and task, so that English lacks none of them. */
import type { Config, FieldName, FIELDS } from "../engine/setup/config";
import type { GeneratedTaskId } from "../engine/tasks/task";

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

/** What the texts of Set-up hold at least. */
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

/** What the texts on the tasks hold. */
export interface TaskTexts {
  readonly teaches: string;
  readonly misleads: string;
  readonly about: Readonly<
    Record<GeneratedTaskId, { readonly teaches: string; readonly misleads: string }>
  >;
}
