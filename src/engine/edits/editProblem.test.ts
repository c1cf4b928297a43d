/** Which edits apply, beside which others. */
import { describe, expect, it } from "vitest";
import type { Edit } from "./edit";
import { type EditFacts, editProblem, type ModelFacts, sortEdits } from "./editProblem";

const TOKENS = ["a", "b", "<eos>"];
const MODEL: ModelFacts = {
  steps: 6,
  hasToken: (text) => TOKENS.includes(text),
  lengthOf: (source) => (source.includes("?") ? null : source.length + 1),
};
const FACTS: EditFacts = { hasAttention: true, sourceLength: 3, edits: [], model: MODEL };

const look = (...weights: number[]): Edit => ({ kind: "look", step: 1, weights });
const heat = (value: number): Edit => ({ kind: "temperature", of: "attention", value });

describe("an edit applies", () => {
  it.each<[Edit]>([
    [{ kind: "say", step: 5, token: "<eos>" }],
    [{ kind: "feed", step: 0, token: "a" }],
    [look(0.5, 0.5, 0)],
    [{ kind: "hide", position: 2 }],
    [{ kind: "emptyContext", step: 0 }],
    [{ kind: "emptyState", step: 0 }],
    [{ kind: "swapStates", source: "xy" }],
    [heat(0.1)],
    [{ kind: "padding", count: 8 }],
  ])("within its bounds: %o", (edit) => expect(editProblem(edit, FACTS)).toBeNull());
});

describe("an edit has a problem", () => {
  it.each<[Edit, ReturnType<typeof editProblem>]>([
    [
      { kind: "say", step: 6, token: "a" },
      { kind: "stepBeyond", step: 6, steps: 6 },
    ],
    [
      { kind: "emptyState", step: -1 },
      { kind: "stepBeyond", step: -1, steps: 6 },
    ],
    [
      { kind: "emptyContext", step: 0.5 },
      { kind: "stepBeyond", step: 0.5, steps: 6 },
    ],
    [
      { kind: "feed", step: 0, token: "z" },
      { kind: "unknownToken", token: "z" },
    ],
    [look(0.5, 0.5), { kind: "rowLength", length: 2, positions: 3 }],
    [look(0.5, 0.5, 0, 0), { kind: "rowLength", length: 4, positions: 3 }],
    [look(1.5, -0.5, 0), { kind: "weightRange", position: 0, weight: 1.5 }],
    [look(0.5, Number.NaN, 0.5), { kind: "weightRange", position: 1, weight: Number.NaN }],
    [look(0.5, 0.25, 0), { kind: "rowSum", sum: 0.75 }],
    [look(0, 0, 0), { kind: "rowSum", sum: 0 }],
    [
      { kind: "hide", position: 3 },
      { kind: "positionBeyond", position: 3, positions: 3 },
    ],
    [
      { kind: "swapStates", source: "??" },
      { kind: "sourceUnreadable", source: "??" },
    ],
    [
      { kind: "swapStates", source: "x" },
      { kind: "sourceLength", length: 2, expected: 3 },
    ],
    [heat(0), { kind: "range", value: 0, min: 0.1, max: 10 }],
    [heat(Number.NaN), { kind: "range", value: Number.NaN, min: 0.1, max: 10 }],
    [
      { kind: "padding", count: 9 },
      { kind: "range", value: 9, min: 1, max: 8 },
    ],
    [
      { kind: "padding", count: 1.5 },
      { kind: "range", value: 1.5, min: 1, max: 8 },
    ],
  ])("out of its bounds: %o", (edit, problem) => expect(editProblem(edit, FACTS)).toEqual(problem));

  it("if it needs attention and the model has none", () => {
    const facts = { ...FACTS, hasAttention: false };
    for (const edit of [look(1, 0, 0), heat(2), { kind: "hide", position: 0 }] as const)
      expect(editProblem(edit, facts)).toEqual({ kind: "noAttention" });
    expect(editProblem({ kind: "say", step: 0, token: "a" }, facts)).toBeNull();
  });

  it("if it hides a token that a row looks at, or a row looks at a hidden token", () => {
    const problem = { kind: "hiddenWeight", step: 1, position: 0 };
    const hide: Edit = { kind: "hide", position: 0 };
    expect(editProblem(hide, { ...FACTS, edits: [look(0.5, 0.5, 0)] })).toEqual(problem);
    expect(editProblem(look(0.5, 0.5, 0), { ...FACTS, edits: [hide] })).toEqual(problem);
    expect(editProblem(look(0, 0.5, 0.5), { ...FACTS, edits: [hide] })).toBeNull();
  });

  it("if it hides the last token that is shown; a pad counts", () => {
    const edits: Edit[] = [
      { kind: "hide", position: 0 },
      { kind: "hide", position: 1 },
    ];
    const last: Edit = { kind: "hide", position: 2 };
    expect(editProblem(last, { ...FACTS, edits })).toEqual({ kind: "allHidden" });
    const padded: Edit[] = [...edits, { kind: "padding", count: 1 }];
    expect(editProblem(last, { ...FACTS, edits: padded })).toBeNull();
  });
});

describe("the page's own check", () => {
  const facts = { ...FACTS, model: null };

  it("leaves to the worker what only the model knows", () => {
    expect(editProblem({ kind: "say", step: 99, token: "z" }, facts)).toBeNull();
    expect(editProblem({ kind: "swapStates", source: "?" }, facts)).toBeNull();
    expect(editProblem(look(0.5, 0.25, 0), facts)).toEqual({ kind: "rowSum", sum: 0.75 });
  });
});

describe("the edits of a link", () => {
  it("apply as far as they fit together, the earlier ones first, the pads before the rows", () => {
    const wide = look(0.25, 0.25, 0.25, 0.25);
    const edits: Edit[] = [
      wide,
      { kind: "hide", position: 0 },
      { kind: "say", step: 9, token: "a" },
      { kind: "padding", count: 1 },
    ];
    const { fitting, refused } = sortEdits(edits, FACTS);
    expect(fitting).toEqual([wide, { kind: "padding", count: 1 }]);
    expect(refused.map(({ problem }) => problem.kind)).toEqual(["hiddenWeight", "stepBeyond"]);
  });
});
