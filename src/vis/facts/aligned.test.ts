import { describe, expect, it } from "vitest";
import type { ModelShape } from "../../engine/setup/modelShape";
import type { Trace } from "../../engine/results/trace";
import { generatedTask } from "../../engine/tasks/byId";
import { DIFFICULTIES } from "../../engine/tasks/difficulty";
import {
  alignedColumns,
  hardlyLooked,
  isWhollyLinked,
  largestColumn,
  lookedPast,
  whyUnlinked,
} from "./aligned";
import { makeTrace } from "../testing/traces";

/** A trace whose first answer is right, aligned with column 1, and looks at this column most. */
function lookingAt(column: number, direction: ModelShape["direction"]): Trace {
  const trace = makeTrace({ direction });
  const [first] = trace.steps;
  if (!first?.attention) throw new Error("no attention in the made-up trace");
  const weights = first.attention.weights.map((_, s) => (s === column ? 0.9 : 0.01));
  const step = { ...first, attention: { ...first.attention, weights } };
  return {
    ...trace,
    steps: [step, ...trace.steps.slice(1)],
    expected: [first.chosen, ...(trace.expected ?? []).slice(1)],
    gold: [[1], ...(trace.gold ?? []).slice(1)],
  };
}

describe("a right answer for which attention went elsewhere", () => {
  it("is none where the largest weight lies on an aligned token", () => {
    expect(lookedPast(lookingAt(1, "unidirectional"), 0)).toBeNull();
    expect(alignedColumns(lookingAt(1, "unidirectional"), 0)).toEqual([1]);
    expect(largestColumn(Float32Array.of(0.1, 0.7, 0.2))).toBe(1);
  });

  it("looked at a state that has read the token too: the next, or the one before on the way back", () => {
    expect(lookedPast(lookingAt(2, "unidirectional"), 0)).toBe("next");
    expect(lookedPast(lookingAt(2, "bidirectional"), 0)).toBe("next");
    expect(lookedPast(lookingAt(0, "bidirectional"), 0)).toBe("before");
    expect(lookedPast(lookingAt(0, "unidirectional"), 0)).toBe("elsewhere");
  });

  it("sums equal letters' weights before it judges, and tells little weight from less than the most", () => {
    const [first, ...later] = lookingAt(3, "unidirectional").steps;
    if (!first?.attention) throw new Error("no attention in the made-up trace");
    const share = (shares: readonly number[]): Trace => {
      const weights = Float32Array.of(...shares, 0, 0, 0, 0);
      const step = { ...first, attention: { ...first.attention, weights } } as typeof first;
      return { ...lookingAt(3, "unidirectional"), steps: [step, ...later], gold: [[0, 1]] };
    };
    expect(lookedPast(share([0.3, 0.3, 0, 0.4]), 0)).toBeNull();
    expect(lookedPast(share([0.2, 0.18, 0, 0.62]), 0)).toBe("elsewhere");
    expect(hardlyLooked(share([0.2, 0.18, 0, 0.62]), 0)).toBe(false);
    expect(hardlyLooked(share([0.04, 0.05, 0, 0.91]), 0)).toBe(true);
  });

  it("is nothing to speak of where the answer is wrong or nobody knows the alignment", () => {
    const trace = lookingAt(3, "unidirectional");
    expect(lookedPast({ ...trace, expected: null }, 0)).toBeNull();
    expect(lookedPast({ ...trace, gold: null }, 0)).toBeNull();
    expect(lookedPast(trace, 0)).toBe("elsewhere");
  });
});

/** What the trace of a typed source is judged by: the task's own links, and the one of <eos>. */
function solved(id: "dates" | "pigLatin" | "numberWords" | "englishKorean", text: string): Trace {
  const task = generatedTask(id, DIFFICULTIES[id].initial);
  const pair = task.solve(task.tokenize(text));
  if (!pair?.gold) throw new Error(`no answer to ${text}`);
  const trace = makeTrace({ source: pair.source, target: pair.target, task: { id } });
  return { ...trace, gold: [...pair.gold, [pair.source.length]] };
}

describe("a right answer that no source token stands for", () => {
  it.each([
    ["dates", "20 Nov '26", "century century - - separator - - separator - - -"],
    ["dates", "2026. 11. 20.", "- - - - separator - - separator - - -"],
    ["pigLatin", "pig", "- - - ending ending -"],
    ["numberWords", "four hundred and six", "- zero - -"],
    ["englishKorean", "the cat eats an apple", "- particle - particle - -"],
  ] as const)("has its reason: %s, %s", (id, text, reasons) => {
    const trace = solved(id, text);
    const told = trace.expected?.map((_, row) => whyUnlinked(trace, row) ?? "-");
    expect(told?.join(" ")).toBe(reasons);
    expect(isWhollyLinked(trace.gold ?? [])).toBe(false);
  });

  it("needs none where there is no attention, no answer or no alignment, or after the answer's end", () => {
    const trace = solved("pigLatin", "pig");
    expect(whyUnlinked(trace, 3)).toBe("ending");
    const shape = { ...trace.shape, attention: "none" } as const;
    expect(whyUnlinked({ ...trace, shape }, 3)).toBeNull();
    expect(whyUnlinked({ ...trace, expected: null }, 3)).toBeNull();
    expect(whyUnlinked({ ...trace, gold: null }, 3)).toBeNull();
    expect(whyUnlinked(trace, 20)).toBeNull();
    const task = { ...trace.task, id: "reverse" } as const;
    expect(whyUnlinked({ ...trace, task }, 3)).toBeNull();
    expect(isWhollyLinked(makeTrace().gold ?? [])).toBe(true);
  });
});
