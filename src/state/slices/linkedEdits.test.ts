/** Edits in a link come back as they were, and no text breaks the reader. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asRow } from "../../engine/edits/attentionRow";
import { type Edit, type EditKind, editsOf, isSamePlace, withEdit } from "../../engine/edits/edit";
import { EDIT_KEYS } from "./editKeys";
import { readEdits, writeEdits } from "./linkedEdits";

const KINDS = Object.keys(EDIT_KEYS) as EditKind[];

function linkOf(edits: readonly Edit[]): string {
  const query = new URLSearchParams();
  writeEdits(query, edits);
  return query.toString();
}

/** The edits in the order of the link. */
function byKind(edits: readonly Edit[]): readonly Edit[] {
  return KINDS.flatMap((kind) => editsOf(edits, kind));
}

const step = fc.nat({ max: 255 });
const token = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }),
  fc.string({
    minLength: 1,
    maxLength: 6,
    unit: fc.constantFrom("_", "*", "u", "a", ".", "-", " ", "+", "%"),
  }),
);
const row = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 })
  .filter((weights) => weights.some((weight) => weight > 0.01))
  .map((weights) => asRow(weights));

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constantFrom("say", "feed"), step, token }),
  fc.record({ kind: fc.constant("look"), step, weights: row }),
  fc.record({ kind: fc.constant("hide"), position: step }),
  fc.record({ kind: fc.constantFrom("emptyContext", "emptyState"), step }),
  fc.record({ kind: fc.constant("swapStates"), source: token }),
  fc.record({
    kind: fc.constant("temperature"),
    of: fc.constant("attention"),
    value: fc
      .integer({ min: 1, max: 100 })
      .filter((tenths) => tenths !== 10)
      .map((tenths) => tenths / 10),
  }),
  fc.record({ kind: fc.constant("padding"), count: fc.integer({ min: 1, max: 8 }) }),
) as fc.Arbitrary<Edit>;

const anyEdits = fc
  .array(anyEdit, { maxLength: 20 })
  .map((edits) => edits.reduce<readonly Edit[]>(withEdit, []));

describe("edits in a link", () => {
  it("come back as they were", () => {
    fc.assert(
      fc.property(anyEdits, (edits) => {
        const read = readEdits(new URLSearchParams(linkOf(edits)));
        expect(read).toEqual({ edits: byKind(edits), refused: [] });
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  it("are readable", () => {
    const edits: Edit[] = [
      { kind: "say", step: 2, token: "o" },
      { kind: "say", step: 4, token: "n" },
      { kind: "look", step: 1, weights: [0, 0.1, 0.9] },
      { kind: "hide", position: 3 },
      { kind: "feed", step: 0, token: "<eos>" },
      { kind: "temperature", of: "attention", value: 0.5 },
      { kind: "padding", count: 3 },
      { kind: "swapStates", source: "abc" },
      { kind: "emptyContext", step: 1 },
      { kind: "emptyState", step: 0 },
    ];
    expect(linkOf(edits)).toBe(
      "pads=3&hide=4&states=abc&atemp=0.5&put=1.%3Ceos%3E&nostate=1&look=2.0-0.1-0.9&nocontext=2&say=3.o_5.n",
    );
  });

  it("have one of a kind at a place, the last one", () => {
    const { edits } = readEdits(new URLSearchParams("say=1.a_1.b&pads=2_3"));
    expect(edits).toEqual([
      { kind: "padding", count: 3 },
      { kind: "say", step: 0, token: "b" },
    ]);
  });

  it("are skipped and named where they are no edits", () => {
    const { edits, refused } = readEdits(
      new URLSearchParams("say=0.a_x.b_2._3.c&look=1.a-b_1.1e9&hide=999&atemp=-1&pads=x"),
    );
    expect(edits).toEqual([{ kind: "say", step: 2, token: "c" }]);
    expect(refused.toSorted()).toEqual(
      [
        "atemp=-1",
        "hide=999",
        "look=1.1e9",
        "look=1.a-b",
        "pads=x",
        "say=0.a",
        "say=2.",
        "say=x.b",
      ].toSorted(),
    );
  });

  it("never break the reader: what it reads, it writes and reads again", () => {
    const anyText = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...Array.from("0123456789._-*ua")) }),
    );
    const anyQuery = fc.dictionary(fc.constantFrom(...Object.values(EDIT_KEYS)), anyText);
    fc.assert(
      fc.property(anyQuery, (query) => {
        const { edits } = readEdits(new URLSearchParams(Object.entries(query)));
        for (const edit of edits)
          expect(edits.filter((other) => isSamePlace(edit, other))).toHaveLength(1);
        expect(readEdits(new URLSearchParams(linkOf(edits))).edits).toEqual(edits);
      }),
      { numRuns: 2000, seed: 2 },
    );
  });
});
