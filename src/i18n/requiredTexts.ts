/** The texts that settings, options, tasks and lessons require; the compiler checks English against them. */
import type { Config, FieldName, FIELDS } from "../engine/setup/config";
import type { Outcome } from "../lessons/lesson";
import type { READ_THE_MAP } from "../lessons/readTheMap";
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
  /** The label of the setting: how many symbols there are. */
  readonly count: string;
  /** As many symbols as `count` says. */
  readonly known: string;
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

type MapStep = (typeof READ_THE_MAP)[number];

type Verdict<Step> = Step extends { readonly judge: (...args: never[]) => Outcome<infer V> }
  ? V
  : Step extends { readonly check: (...args: never[]) => Outcome<infer V> | null }
    ? V
    : never;

/** A sentence for each way in which a prediction can turn out. */
type StepTexts<Step> = {
  readonly reveal: Readonly<Record<Verdict<Step>, string>>;
  readonly [other: string]: unknown;
};

/** Required texts of the lessons. */
export interface LessonTexts {
  readonly readTheMap: {
    readonly steps: {
      readonly [Id in MapStep["id"]]: StepTexts<Extract<MapStep, { readonly id: Id }>>;
    };
    readonly [other: string]: unknown;
  };
  readonly [other: string]: unknown;
}
