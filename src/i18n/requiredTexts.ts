/** The texts that settings, options, tasks and lessons require; the compiler checks English against them. */
import type { Config, FieldName, FIELDS } from "../engine/setup/config";
import type { LessonId } from "../lessons/catalogue";
import type { Outcome, Step } from "../lessons/lesson";
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

type Verdict<S> = S extends { readonly judge: (...args: never[]) => Outcome<infer V> }
  ? V
  : S extends { readonly check: (...args: never[]) => Outcome<infer V> | null }
    ? V
    : never;

/** The texts of a step: a sentence for each way in which a prediction or a try can turn out, and the step's own. */
type StepTexts<S> = {
  readonly title: string;
  readonly say: string;
  readonly ask: string;
  readonly reveal: Readonly<Record<Verdict<S>, string>>;
  readonly [other: string]: unknown;
} & (S extends { readonly kind: "goal" }
  ? { readonly hint: string }
  : { readonly fact: string; readonly why: string });

/** Required texts of a lesson with these steps. */
export interface TextsOf<Steps extends readonly Step[]> {
  readonly steps: {
    readonly [Id in Steps[number]["id"]]: StepTexts<Extract<Steps[number], { readonly id: Id }>>;
  };
  readonly remember: Readonly<Record<"first" | "second" | "third", string>>;
  /** Where notes and papers have it. */
  readonly where: string;
  /** The open question at the end. */
  readonly open: string;
}

interface NamedLesson {
  readonly name: string;
  readonly aim: string;
}

/** Required texts of the list of lessons. */
export interface LessonTexts {
  /** Lessons that the catalogue does not have yet may have their names. */
  readonly catalogue: Readonly<Record<LessonId, NamedLesson>> &
    Readonly<Record<string, NamedLesson>>;
  readonly [other: string]: unknown;
}
