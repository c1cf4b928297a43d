import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Trace } from "../engine/results/trace";
import { readTrace } from "../engine/files/traceCodec";
import { taskOf } from "../engine/tasks/byId";
import { DEFAULT_CONFIG } from "../engine/setup/config";
import { withTask } from "../engine/tasks/difficulty";
import { makeTrace, type TraceOptions } from "../vis/testing/traces";
import { LESSONS } from "./catalogue";
import type { Outcome, Prediction, PredictStep, Question } from "./lesson";
import { crossings, lookOf, planOf } from "./looks";
import { READ_THE_MAP } from "./readTheMap";
import { factsOf } from "./testing/facts";

/** A trace with given weights.
 * @param weights one row for each step, <eos> last in rows and columns */
function mapTrace(
  source: readonly string[],
  target: readonly string[],
  weights: readonly (readonly number[])[],
  options: TraceOptions = {},
): Trace {
  const trace = makeTrace({ ...options, source, target });
  const steps = trace.steps.map((step, row) => ({
    ...step,
    attention: step.attention && {
      ...step.attention,
      weights: Float32Array.from(weights[row] ?? []),
    },
  }));
  return { ...trace, steps };
}

/** "the black cat sleeps" -> "le chat noir dort": rows 2 and 3 cross. */
const BLACK_CAT = mapTrace(
  ["the", "black", "cat", "sleeps"],
  ["le", "chat", "noir", "dort"],
  [
    [0.97, 0.01, 0.01, 0.01, 0],
    [0, 0.06, 0.92, 0.02, 0],
    [0, 0.9, 0.06, 0.04, 0],
    [0.01, 0.01, 0.02, 0.64, 0.32],
    [0, 0, 0, 0.1, 0.9],
  ],
);

/** A map on the diagonal. */
const DIAGONAL = mapTrace(
  ["a", "b", "c"],
  ["A", "B", "C"],
  [
    [0.9, 0.1, 0, 0],
    [0.1, 0.6, 0.3, 0],
    [0, 0.1, 0.8, 0.1],
    [0, 0, 0.1, 0.9],
  ],
);

const [find, look, share, cross, now] = READ_THE_MAP;
const PREDICTING: readonly PredictStep[] = [find, look, share, cross];

function asked(step: PredictStep, trace: Trace): Question | null {
  return step.ask(factsOf(trace));
}

/** The question about a row. */
function ask(step: PredictStep, trace: Trace): Question & { readonly row: number } {
  const question = asked(step, trace);
  if (!question || question.row === null) throw new Error(`${step.id}: expected a question`);
  return { ...question, row: question.row };
}

function judge(step: PredictStep, trace: Trace, prediction: Prediction): Outcome {
  const facts = factsOf(trace);
  return step.judge(facts, ask(step, trace), prediction, facts);
}

const check = (trace: Trace): Outcome | null => now.check(factsOf(trace));

const { scene } = LESSONS.readTheMap;
const SHIPPED = [scene.task, ...Object.values(scene.taskIn)];
const shippedTrace = (task: string): Trace =>
  readTrace(
    readFileSync(new URL(`../../public/data/${task}-additive.trace.json`, import.meta.url), "utf8"),
  );

describe.each(SHIPPED)("the scene of %s", (task) => {
  const trace = shippedTrace(task);

  it("has a row for every question, and a different one for each", () => {
    const rows = PREDICTING.map((step) => ask(step, trace).row);
    expect(new Set(rows).size).toBe(rows.length);
  });

  it("hides the rows that a question about weights asks for, and leaves some to see", () => {
    for (const step of [look, share, cross]) {
      const { row, startRow, hiddenFrom } = ask(step, trace);
      expect(hiddenFrom).toBe(row);
      expect(startRow).toBe(row - 1);
      expect(row).toBeGreaterThan(0);
    }
  });

  it("crosses", () => expect(crossings(trace)).not.toEqual([]));

  it("has an example for the goal in its grammar", () => {
    const known = taskOf(withTask(DEFAULT_CONFIG, task), null);
    const tokens = known?.tokenize(now.example?.[task] ?? "") ?? [];
    expect(known?.solve(tokens) ?? null).not.toBeNull();
  });
});

describe("the plan of a map", () => {
  it("finds the pair that crosses, and the other rows for the other questions", () => {
    expect(planOf(BLACK_CAT)).toMatchObject({
      cross: { before: { row: 1, column: 2 }, after: { row: 2, column: 1 } },
      share: { row: 3 },
    });
  });

  it("has nothing to ask of a model without attention", () => {
    const trace = makeTrace({ attention: "none" });
    expect(PREDICTING.map((step) => asked(step, trace))).toEqual([null, null, null, null]);
    expect(now.isPossible(factsOf(trace))).toBe(false);
  });

  it("asks about no crossing where there is none", () => {
    expect(asked(cross, DIAGONAL)).toBeNull();
    expect(ask(share, DIAGONAL).row).toBe(1); // the weight nearest to 0.6
  });
});

describe("a prediction of a row", () => {
  it("is right for the row that looks at the word", () => {
    const { row } = ask(find, BLACK_CAT);
    expect(judge(find, BLACK_CAT, { kind: "row", row })).toMatchObject({
      verdict: "right",
      isRight: true,
    });
  });

  it("tells the row with the word's own number from other wrong rows", () => {
    const trace = shippedTrace("englishFrench");
    const { row } = ask(find, trace);
    const column = lookOf(trace, row)?.column ?? row;
    expect(column).not.toBe(row);
    expect(judge(find, trace, { kind: "row", row: column }).verdict).toBe("sameNumber");
    expect(judge(find, trace, { kind: "row", row: trace.steps.length - 1 }).verdict).toBe("other");
  });
});

describe("a prediction of a cell", () => {
  const { row } = ask(look, DIAGONAL);
  const at = (trace: Trace, column: number): string =>
    judge(look, trace, { kind: "cell", row, column }).verdict;

  it("is right for the largest weight, near beside it, and far elsewhere", () => {
    const trace = { ...DIAGONAL, gold: null };
    expect([2, 1, 3, 0].map((column) => at(trace, column))).toEqual([
      "right",
      "near",
      "near",
      "far",
    ]);
  });

  it("is the right word where the task's rule aligns it and the model looks elsewhere", () => {
    const trace = { ...DIAGONAL, gold: [[0], [1], [1], [3]] };
    expect(at(trace, 1)).toBe("rightWord");
    expect(judge(look, trace, { kind: "cell", row, column: 1 }).isRight).toBe(false);
  });
});

const guess = (value: number): Outcome => judge(share, BLACK_CAT, { kind: "weight", value });

describe("a prediction of a weight", () => {
  it("is right within 0.1", () => {
    expect([0.53, 0.55, 0.64, 0.73, 0.75].map((value) => guess(value).verdict)).toEqual([
      "low",
      "right",
      "right",
      "right",
      "high",
    ]);
  });

  it("comes with shares that sum to 1 as shown", () => {
    const { values } = guess(0.5);
    const shown = ["weight", "secondWeight", "rest"].map((name) => {
      const value = values[name];
      return value && "weight" in value ? Number(value.weight.toFixed(2)) : NaN;
    });
    expect(shown).toEqual([0.64, 0.32, expect.closeTo(0.04)]);
    expect(values["second"]).toEqual({
      word: expect.objectContaining({ text: "<eos>" }) as unknown,
    });
    expect(values["others"]).toEqual({ count: 3 });
  });
});

it("a prediction of the direction is right for the left", () => {
  const verdicts = ["left", "same", "right"].map(
    (choice) => judge(cross, BLACK_CAT, { kind: "choice", choice }).verdict,
  );
  expect(verdicts).toEqual(["right", "same", "onward"]);
});

const typed = (trace: Trace): Trace => ({
  ...trace,
  show: { ...trace.show, example: { kind: "typed", text: "x" } },
});

describe("the goal", () => {
  it("counts only a source that the student typed", () => {
    expect(check(BLACK_CAT)).toBeNull();
    expect(check(typed(BLACK_CAT))).toMatchObject({ verdict: "reached", isRight: true });
    expect(check(typed({ ...DIAGONAL, gold: null }))).toMatchObject({
      verdict: "straight",
      isRight: false,
    });
  });

  it("is reached by rows that are not neighbours, as over a Korean particle", () => {
    const verbLast = mapTrace(
      ["cat", "eats", "fish"],
      ["고양이", "생선", "을", "먹는다"],
      [
        [0.9, 0.1, 0, 0],
        [0, 0, 0.9, 0.1],
        [0, 0.1, 0.4, 0.5],
        [0.1, 0.9, 0, 0],
        [0, 0, 0.1, 0.9],
      ],
    );
    expect(check(typed(verbLast))).toMatchObject({
      verdict: "reached",
      values: { row: { count: 4 }, rowBefore: { count: 2 } },
    });
  });

  it("needs a clear look, and says which row has none", () => {
    const faint = mapTrace(
      ["a", "b"],
      ["B", "A"],
      [
        [0.1, 0.9, 0],
        [0.45, 0.35, 0.2],
        [0, 0.1, 0.9],
      ],
    );
    expect(check(typed({ ...faint, gold: null }))).toMatchObject({
      verdict: "unclear",
      values: { row: { count: 2 }, word: { word: { text: "a" } } },
    });
  });
});
