/** Judges exhibits of the lessons on mistakes. */
import type { Trace } from "../../engine/results/trace";
import { notesOf } from "../../vis/code/notes/notes";
import type { Facts } from "../facts";
import type { Outcome, PredictStep, Prediction } from "../lesson";

/** @param usual the facts unless a test has others */
export function createJudge(usual: Facts) {
  const judge = (step: PredictStep, prediction: Prediction, facts = usual): Outcome => {
    const question = step.ask(facts);
    if (!question) throw new Error(`${step.id}: expected a question`);
    return step.judge(facts, question, prediction, facts);
  };
  return {
    judge,
    ofNumbers: (step: PredictStep, values: readonly number[]): string[] =>
      values.map((value) => judge(step, { kind: "number", value }).verdict),
    ofChoices: (step: PredictStep, choices: readonly string[]): string[] =>
      choices.map((choice) => judge(step, { kind: "choice", choice }).verdict),
  };
}

export function numberIn({ values }: Outcome, name: string): number {
  const value = values[name];
  return value && "number" in value ? value.number : Number.NaN;
}

/** The exhibits whose right lines are the printed ones, or whose note does not stand beside the code of this trace. */
export function withoutRightLines(steps: readonly PredictStep[], trace: Trace): string[] {
  const notes = notesOf(trace, 0).map(({ id }) => id);
  const isWhole = ({ reason, code }: PredictStep): boolean => {
    if (!code) return true;
    const note = reason?.tab === "pytorch" ? reason.note : undefined;
    return note !== undefined && notes.includes(note) && code.right.join() !== code.printed.join();
  };
  return steps.filter((step) => !isWhole(step)).map(({ id }) => id);
}
