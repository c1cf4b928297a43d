/** What the texts of the settings must say: a label for each, and label and explanation of every option of a choice. */
import type { Config, FieldName, FIELDS } from "../engine/setup/config";

interface OptionText {
  readonly label: string;
  readonly help: string;
}

/** The choices of the set-up; those of the player have their texts beside it. */
type ChoiceField = {
  [K in FieldName]: (typeof FIELDS)[K] extends { readonly kind: "choice" } ? K : never;
}[Exclude<FieldName, "decoding">];

export interface SettingTexts {
  readonly fields: {
    readonly [K in ChoiceField]: {
      readonly label: string;
      readonly options: Readonly<Record<Config[K], OptionText>>;
      readonly [other: string]: unknown;
    };
  } & Readonly<Record<string, { readonly label: string; readonly [other: string]: unknown }>>;
  readonly [other: string]: unknown;
}
