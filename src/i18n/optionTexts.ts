/** The texts that the set-up needs for the options of its settings: a label and one sentence for each. */
import type { FieldName, FIELDS } from "../engine/setup/config";

interface OptionText {
  readonly label: string;
  readonly help: string;
}

type OptionOf<Name extends FieldName> = (typeof FIELDS)[Name] extends {
  readonly options: readonly (infer Option extends string)[];
}
  ? Option
  : never;

/** Names of the settings that have options. How the stage decodes is told beside the stage. */
type ChoiceName = {
  [Name in FieldName]: OptionOf<Name> extends never ? never : Name;
}[Exclude<FieldName, "decoding">];

/** Texts in which no option of a setting is missing. */
export interface OptionTexts {
  readonly fields: {
    readonly [Name in ChoiceName]: {
      readonly options: Readonly<Record<OptionOf<Name>, OptionText>>;
      readonly [more: string]: unknown;
    };
  } & { readonly [more: string]: unknown };
  readonly [more: string]: unknown;
}
