import { describe, expect, it } from "vitest";
import { makeTrace } from "../testing/traces";
import { mapDifference, movedShare } from "./mapDifference";
import { mirroredColumn } from "./mirroredColumn";

const SOURCE = { source: ["p", "i", "g"], target: ["g", "i", "p"] };

function rowsOf(...traces: Parameters<typeof mapDifference>) {
  const rows = mapDifference(...traces);
  if (typeof rows === "string") throw new Error(rows);
  return rows;
}

describe("the difference of two maps", () => {
  it("has both weights of each cell", () => {
    const [a, b] = [makeTrace(SOURCE), makeTrace({ ...SOURCE, seed: 9 })];
    const rows = rowsOf(a, b);
    expect(rows).toHaveLength(4);
    rows.forEach(({ weights }, row) => {
      expect(weights.map((each) => each.a)).toEqual([...(a.steps[row]?.attention?.weights ?? [])]);
      expect(weights.map((each) => each.b)).toEqual([...(b.steps[row]?.attention?.weights ?? [])]);
    });
  });

  it("is nothing between equal maps, and everything between maps without a common token", () => {
    const trace = makeTrace(SOURCE);
    expect(movedShare(rowsOf(trace, trace))).toBe(0);
    const { a, b } = { a: trace.steps[0], b: trace.steps[1] };
    if (!a || !b) throw new Error("the trace has two steps");
    const apart = [
      { a, b, weights: [{ a: 1, b: 0 }, { a: 0, b: 1 }] }, // prettier-ignore
      { a, b, weights: [{ a: 1, b: 1 }, { a: 0, b: 0 }] }, // prettier-ignore
    ];
    expect(movedShare(apart)).toBe(0.5);
  });

  it("compares the same source token of encoders that read in two orders", () => {
    const a = makeTrace(SOURCE);
    const b = makeTrace({ ...SOURCE, sourceOrder: "reversed" });
    const [row] = rowsOf(a, b);
    const weights = b.steps[0]?.attention?.weights ?? [];
    expect(row?.weights.map((each) => each.b)).toEqual([2, 1, 0, 3].map((s) => weights[s]));
  });

  it("has only the rows that both have", () => {
    const long = makeTrace(SOURCE);
    const short = { ...long, steps: long.steps.slice(0, 2) };
    expect(rowsOf(long, short)).toHaveLength(2);
  });

  it("says why there is none", () => {
    const a = makeTrace(SOURCE);
    expect(mapDifference(a, makeTrace({ ...SOURCE, attention: "none" }))).toBe("noMap");
    expect(mapDifference(makeTrace({ ...SOURCE, attention: "none" }), a)).toBe("noMap");
    expect(mapDifference(a, makeTrace({ source: ["c", "a", "t"] }))).toBe("otherSource");
    expect(mapDifference(a, makeTrace({ source: ["p", "i"] }))).toBe("otherSource");
  });
});

it("a mirrored column leaves <eos> where it is, and comes back when mirrored again", () => {
  expect([0, 1, 2, 3].map((column) => mirroredColumn(4, column))).toEqual([2, 1, 0, 3]);
  expect([0, 1, 2, 3].map((column) => mirroredColumn(4, mirroredColumn(4, column)))).toEqual([
    0, 1, 2, 3,
  ]);
});
