import { describe, expect, it } from "vitest";
import type { ModelShape } from "../../engine/setup/modelShape";
import type { Trace } from "../../engine/results/trace";
import { generatedTask } from "../../engine/tasks/byId";
import { DIFFICULTIES } from "../../engine/tasks/difficulty";
import {
  alignedColumns,
  hasLittleAlignedWeight,
  isWhollyLinked,
  largestColumn,
  misplacedAttention,
  whyUnlinked,
} from "./aligned";
import { makeTrace } from "../testing/traces";

/** A trace whose first answer is right and aligned with column 1, with the largest weight on this column. */
function lookingAt(column: number, direction: ModelShape["direction"]): Trace {
  const trace = makeTrace({ direction });
  const [first] = trace.steps;
  if (!first?.attention) throw new Error("aligned: the trace has no attention");
  const weights = first.attention.weights.map((_, s) => (s === column ? 0.9 : 0.01));
  const step = { ...first, attention: { ...first.attention, weights } };
  return {
    ...trace,
    steps: [step, ...trace.steps.slice(1)],
    expected: [first.chosen, ...(trace.expected ?? []).slice(1)],
    gold: [[1], ...(trace.gold ?? []).slice(1)],
  };
}

describe("misplaced attention of a right answer", () => {
  it("is null if the largest weight lies on an aligned token", () => {
    expect(misplacedAttention(lookingAt(1, "unidirectional"), 0)).toBeNull();
    expect(alignedColumns(lookingAt(1, "unidirectional"), 0)).toEqual([1]);
    expect(largestColumn(Float32Array.of(0.1, 0.7, 0.2))).toBe(1);
  });

  it("names a neighbouring state that has read the token too: the next one, or in a bidirectional encoder the one before", () => {
    expect(misplacedAttention(lookingAt(2, "unidirectional"), 0)).toBe("next");
    expect(misplacedAttention(lookingAt(2, "bidirectional"), 0)).toBe("next");
    expect(misplacedAttention(lookingAt(0, "bidirectional"), 0)).toBe("before");
    expect(misplacedAttention(lookingAt(0, "unidirectional"), 0)).toBe("elsewhere");
  });

  it("sums the weights of equal letters, and separates little weight from less than the largest weight", () => {
    const [first, ...later] = lookingAt(3, "unidirectional").steps;
    if (!first?.attention) throw new Error("aligned: the trace has no attention");
    const share = (shares: readonly number[]): Trace => {
      const weights = Float32Array.of(...shares, 0, 0, 0, 0);
      const step = { ...first, attention: { ...first.attention, weights } } as typeof first;
      return { ...lookingAt(3, "unidirectional"), steps: [step, ...later], gold: [[0, 1]] };
    };
    expect(misplacedAttention(share([0.3, 0.3, 0, 0.4]), 0)).toBeNull();
    expect(misplacedAttention(share([0.2, 0.18, 0, 0.62]), 0)).toBe("elsewhere");
    expect(hasLittleAlignedWeight(share([0.2, 0.18, 0, 0.62]), 0)).toBe(false);
    expect(hasLittleAlignedWeight(share([0.04, 0.05, 0, 0.91]), 0)).toBe(true);
  });

  it("is null for a wrong answer and for an unknown alignment", () => {
    const trace = lookingAt(3, "unidirectional");
    expect(misplacedAttention({ ...trace, expected: null }, 0)).toBeNull();
    expect(misplacedAttention({ ...trace, gold: null }, 0)).toBeNull();
    expect(misplacedAttention(trace, 0)).toBe("elsewhere");
  });
});

/** The target and gold links of a typed source, <eos> included. */
function solved(id: "dates" | "pigLatin" | "numberWords" | "englishKorean", text: string): Trace {
  const task = generatedTask(id, DIFFICULTIES[id].initial);
  const pair = task.solve(task.tokenize(text));
  if (!pair?.gold) throw new Error(`no answer to ${text}`);
  const trace = makeTrace({ source: pair.source, target: pair.target, task: { id } });
  return { ...trace, gold: [...pair.gold, [pair.source.length]] };
}

describe("the reason for a missing gold link", () => {
  it.each([
    ["dates", "20 Nov '26", "century century - - separator - - separator - - -"],
    ["dates", "2026. 11. 20.", "- - - - separator - - separator - - -"],
    ["pigLatin", "pig", "- - - ending ending -"],
    ["numberWords", "four hundred and six", "- zero - -"],
    ["englishKorean", "the cat eats an apple", "- particle - particle - -"],
  ] as const)("follows from the rule of the task: %s, %s", (id, text, reasons) => {
    const trace = solved(id, text);
    const found = trace.expected?.map((_, row) => whyUnlinked(trace, row) ?? "-");
    expect(found?.join(" ")).toBe(reasons);
    expect(isWhollyLinked(trace.gold ?? [])).toBe(false);
  });

  it("is null without attention, without an answer, without an alignment, and after the end of the answer", () => {
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
