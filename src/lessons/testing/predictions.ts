/** Every prediction that a student can make, or a fine selection of them, for tests that play a lesson. */
import type { Facts } from "../facts";
import type { Prediction, Question, Range } from "../lesson";

const MOST_NUMBERS = 201;

/** The numbers of a range, evenly spread. */
function numbersOf({ min, max, step }: Range): number[] {
  const every = Math.max(step, (max - min) / (MOST_NUMBERS - 1));
  const count = Math.floor((max - min) / every + 1e-9) + 1;
  return Array.from({ length: count }, (_, i) => min + i * every);
}

const indices = (length: number): number[] => Array.from({ length }, (_, i) => i);

export function possiblePredictions(
  question: Question,
  { trace, alone }: Pick<Facts, "trace" | "alone">,
): readonly Prediction[] {
  const [rows, columns] = [indices(trace.steps.length), indices(trace.source.length)];
  switch (question.kind) {
    case "row":
      return rows.map((row) => ({ kind: "row", row }));
    case "cell":
      return columns.map((column) => ({ kind: "cell", row: question.row, column }));
    case "token":
      if (question.of === "name")
        return indices(alone?.reading?.letters.length ?? 0).map((place) => ({
          kind: "token",
          place,
        }));
      return (question.of === "answer" ? rows : columns).map((place) => ({ kind: "token", place }));
    case "tile":
      return (question.of === "decoder" ? rows : columns).map((tile) => ({ kind: "tile", tile }));
    case "weight":
      return numbersOf({ min: 0, max: 1, step: 0.01 }).map((value) => ({ kind: "weight", value }));
    case "number":
      return numbersOf(question).map((value) => ({ kind: "number", value }));
    case "choice":
      return question.choices.map((choice) => ({ kind: "choice", choice }));
    case "point":
      return (question.x === null ? question.xs : [question.x]).flatMap((x) =>
        numbersOf(question.y).map((y): Prediction => ({ kind: "point", x, y })),
      );
    default:
      return question satisfies never;
  }
}
