/** The models that `npm run learning` trains, and what it measures of each. */
import type { InjectionReport } from "../src/engine/results/exposure";
import type { LengthScore, PositionScore } from "../src/engine/results/scoreReport";
import type { Config } from "../src/engine/setup/config";
import type { GeneratedTaskId } from "../src/engine/tasks/task";

/** A set-up; what differs from the default one of its task. */
export interface Subject {
  readonly name: string;
  readonly task: GeneratedTaskId;
  readonly change: Partial<Config>;
}

export interface LearnedModel {
  readonly subject: Subject;
  readonly seed: number;
}

/** What was measured after some updates. */
export interface Moment {
  readonly update: number;
  readonly byPosition: readonly PositionScore[];
  readonly injections: readonly Omit<InjectionReport, "cases">[]; // at every position, the first one first
}

export interface Measured {
  readonly parameters: number;
  readonly exactMatch: number; // after the last update
  readonly byLength: readonly LengthScore[]; // after the last update
  readonly moments: readonly Moment[];
}

export const SEEDS = [1, 2, 3] as const;

/** P(feed truth) in training. */
export const FORCINGS = [1, 0.5, 0] as const;

/** Without attention a model of this size has about as many parameters as the default one. */
export const EQUAL_HIDDEN = 84;

/** The kinds of models whose feeding is compared. */
export const FED = [
  { task: "reverse", attention: "additive" },
  { task: "reverse", attention: "none" },
  { task: "dates", attention: "additive" },
  { task: "englishFrench", attention: "additive" },
] as const;

/** The tasks on which models with and without attention are compared. */
export const EQUAL_TASKS = ["reverse", "dates"] as const;

export const fedName = ({ task, attention }: (typeof FED)[number], forcing: number): string =>
  `${task}-${attention}-forcing${forcing}`;

export const equalName = (task: (typeof EQUAL_TASKS)[number]): string =>
  `${task}-none-hidden${EQUAL_HIDDEN}`;

export const SUBJECTS: readonly Subject[] = [
  ...EQUAL_TASKS.map((task) => ({
    name: equalName(task),
    task,
    change: { attention: "none", hiddenSize: EQUAL_HIDDEN } as const,
  })),
  ...FED.flatMap((each) =>
    FORCINGS.map((forcing) => ({
      name: fedName(each, forcing),
      task: each.task,
      change: { attention: each.attention, forcing },
    })),
  ),
];
