import { expect, test } from "vitest";
import type { Edit } from "../../engine/edits/edit";
import { OPERATIONS } from "../../engine/results/operation";
import { withEdits } from "../testing/editedTraces";
import { makeTrace } from "../testing/traces";
import { equationOf } from "../tex/equations";
import { handNotes } from "./handNotes";

const TRACE = makeTrace({ source: ["c", "a", "t", "s"] });
const WEIGHTS = [0.5, 0.5, 0, 0, 0];

const softmaxTex = (edit: Edit): string => equationOf(withEdits(TRACE, [edit]), 1, "softmax");

/** The operations of step 2 that an edit has a sentence for. */
function noted(edit: Edit, trace = TRACE): string[] {
  const edited = withEdits(trace, [edit]);
  return OPERATIONS.filter((op) => handNotes(edited, 1, op).some(({ kind }) => kind === edit.kind));
}

test("each edit has its sentence beside the operations that it changes", () => {
  expect(noted({ kind: "look", step: 1, weights: WEIGHTS })).toEqual(["softmax"]);
  expect(noted({ kind: "temperature", of: "attention", value: 2 })).toEqual(["softmax"]);
  expect(noted({ kind: "hide", position: 0 })).toEqual(["softmax"]);
  expect(noted({ kind: "padding", count: 2 })).toEqual(["softmax"]);
  expect(noted({ kind: "swapStates", source: "dogs" })).toEqual(["score", "context"]);
  expect(noted({ kind: "emptyContext", step: 1 })).toEqual(["context"]);
  expect(noted({ kind: "emptyState", step: 1 })).toEqual(["query", "cell", "upper"]);
  expect(noted({ kind: "say", step: 1, token: "c" })).toEqual(["output"]);
});

test("in Luong timing the query comes after the cell, so an emptied state is no fact of it", () => {
  const luong = makeTrace({ source: ["c", "a", "t", "s"], timing: "luong" });
  expect(noted({ kind: "emptyState", step: 1 }, luong)).toEqual(["cell", "upper"]);
});

test("an edit of another step has no sentence here", () => {
  expect(noted({ kind: "look", step: 0, weights: WEIGHTS })).toEqual([]);
  expect(noted({ kind: "emptyContext", step: 2 })).toEqual([]);
});

test("a row by hand replaces what the softmax does, so the sentences on the softmax give way", () => {
  const edits: readonly Edit[] = [
    { kind: "temperature", of: "attention", value: 2 },
    { kind: "look", step: 1, weights: WEIGHTS },
  ];
  const edited = withEdits(TRACE, edits);
  expect(handNotes(edited, 1, "softmax")).toEqual([{ kind: "look" }]);
  expect(handNotes(edited, 2, "softmax")).toEqual([{ kind: "temperature", value: 2 }]);
});

test("the equation of weights by hand has no softmax, and that of a temperature divides the scores", () => {
  expect(softmaxTex({ kind: "look", step: 1, weights: WEIGHTS })).not.toContain(String.raw`\exp`);
  expect(softmaxTex({ kind: "temperature", of: "attention", value: 2 })).toContain("/ 2");
  expect(softmaxTex({ kind: "hide", position: 2 })).toContain(String.raw`k \ne 3`);
});

test("an emptied context equals 0 in its equation, and a token by hand is no argmax", () => {
  const context = withEdits(TRACE, [{ kind: "emptyContext", step: 1 }]);
  expect(equationOf(context, 1, "context")).toMatch(/= 0$/);
  const said = withEdits(TRACE, [{ kind: "say", step: 1, token: "c" }]);
  expect(equationOf(said, 1, "output")).not.toContain(String.raw`\max`);
  expect(equationOf(said, 0, "output")).toContain(String.raw`\max`);
});
