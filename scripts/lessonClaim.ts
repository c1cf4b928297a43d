/** A claim of a lesson's text that goes beyond the model on the stage. */
import type { LessonId } from "../src/lessons/catalogue";
import type { Lab } from "./lessonModels";

export interface Claim {
  readonly lesson: LessonId;
  readonly says: string;
  readonly measure: (lab: Lab) => Promise<number>;
  /** The range in which the text is true. */
  readonly least: number;
  readonly most: number;
}

export function isInRange({ least, most }: Claim, value: number): boolean {
  return value >= least && value <= most;
}
