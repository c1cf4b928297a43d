/** The notes on PyTorch code; `oracle/notes.test.ts` runs both ways of each. */
import { expect, it } from "vitest";
import { makeTrace, type TraceOptions } from "../../testing/traces";
import type { Note, NoteId } from "./note";
import { notesOf } from "./notes";
import { softmaxTwiceFloor } from "./trainingNotes";

const idsOf = (options: TraceOptions): NoteId[] =>
  notesOf(makeTrace(options), 0).map(({ id }) => id);

const noteOf = (options: TraceOptions, id: NoteId): Note | undefined =>
  notesOf(makeTrace(options), 0).find((note) => note.id === id);

it("a model has the notes on its own parts", () => {
  expect(idsOf({})).toEqual(expect.arrayContaining(["permute", "biasOfWU", "squeeze", "relu"]));
  expect(idsOf({ attention: "none" })).not.toContain("mask");
  expect(idsOf({ attention: "dot" })).not.toContain("biasOfV");
  expect(idsOf({ timing: "luong" })).not.toContain("permute");
  expect(idsOf({ tokenInput: "onehot" })).not.toContain("relu");
});

it("permute gives another query only in a model with two layers", () => {
  expect(noteOf({ layers: 1 }, "permute")?.outcome).toBe("same");
  expect(noteOf({ layers: 2 }, "permute")?.outcome).toBe("other");
});

it("ReLU's note counts the negative numbers of the token on show", () => {
  const trace = makeTrace();
  const note = notesOf(trace, 2).find(({ id }) => id === "relu");
  const negative = [...(trace.steps[2]?.embedding ?? [])].filter((value) => value < 0).length;
  expect(note?.numbers).toEqual({ negative, all: 16 });
  expect(negative).toBeGreaterThan(0);
});

it("the loss of a perfect answer through two softmaxes is the stated floor, and no answer costs less", () => {
  const vocabulary = 30;
  const loss = (right: number): number => {
    const rest = (1 - right) / (vocabulary - 1);
    return Math.log(Math.exp(right) + (vocabulary - 1) * Math.exp(rest)) - right;
  };
  expect(softmaxTwiceFloor(vocabulary)).toBeCloseTo(loss(1), 12);
  const others = Array.from({ length: 100 }, (_, i) => loss(i / 100));
  expect(Math.min(...others)).toBeGreaterThan(softmaxTwiceFloor(vocabulary));
});

it("every note of every place has both ways, and each compares a name that both assign", () => {
  const bad = notesOf(makeTrace(), 0).filter(({ theirs, ours, compared }) =>
    [theirs, ours].some((way) => !way.some(([code]) => code.split(" = ")[0]?.includes(compared))),
  );
  expect(bad).toEqual([]);
});
