import { describe, expect, it } from "vitest";
import type { Trace } from "../../engine/results/trace";
import type { GroupAccount, UpdateAccount } from "../../engine/results/updateAccount";
import { makeTrace } from "../testing/traces";
import { answerChange, batchMean, byMove, largestMoves, lossesOf, mapChange } from "./walk";

const answer = (...ids: number[]): Pick<Trace, "steps"> => ({
  steps: ids.map((id) => ({ chosen: { id, text: String(id) } })) as unknown as Trace["steps"],
});

const group = (name: string, move: number, weight: number, moves: number[]): GroupAccount =>
  ({ name, move, weight, largest: moves.map((one) => ({ move: one })) }) as unknown as GroupAccount;

describe("a walked update", () => {
  it("has the mean over all tokens, not over rows", () => {
    const tokenLosses = [Float64Array.of(1, 2, 3), Float64Array.of(6)];
    expect(batchMean({ tokenLosses } as unknown as UpdateAccount)).toEqual({
      sum: 12,
      count: 4,
      mean: 3,
    });
  });

  it("orders groups by their move against their weights", () => {
    const groups = [group("a", 2, 10, []), group("b", 1, 2, []), group("c", 3, 9, [])];
    expect(byMove(groups).map(({ name }) => name)).toEqual(["b", "c", "a"]);
  });

  it("lists the largest moves of all groups, whatever their sign", () => {
    const groups = [group("a", 0, 1, [0.3, -0.1]), group("b", 0, 1, [-0.4, 0.2])];
    const listed = largestMoves(groups, 3).map(({ move, group: of }) => [of.name, move.move]);
    expect(listed).toEqual([
      ["b", -0.4],
      ["a", 0.3],
      ["b", 0.2],
    ]);
  });
});

describe("what an update changes in an answer", () => {
  it("is the tokens that the other answer lacks", () => {
    const { gone, come } = answerChange(answer(5, 6, 7, 2), answer(5, 8, 6, 7, 2));
    expect([[...gone], [...come]]).toEqual([[], [1]]);
  });

  it("is a token of each where one replaces the other", () => {
    const { gone, come } = answerChange(answer(5, 6, 2), answer(5, 7, 2));
    expect([[...gone], [...come]]).toEqual([[1], [1]]);
  });

  it("is nothing where both are the same", () => {
    const { gone, come } = answerChange(answer(5, 2), answer(5, 2));
    expect(gone.size + come.size).toBe(0);
  });
});

describe("what an update changes in a decode", () => {
  const trace = makeTrace();

  it("is the change of each weight, which adds up to 0 in each row", () => {
    const other = makeTrace({ seed: 7 });
    const change = mapChange(trace, other);
    expect(change).not.toBeNull();
    for (const row of change ?? []) expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 5);
    expect(
      mapChange(trace, trace)
        ?.flat()
        .every((value) => value === 0),
    ).toBe(true);
  });

  it("has a loss for each step with a right token", () => {
    const losses = lossesOf(trace);
    expect(losses).toHaveLength(trace.steps.length);
    expect(lossesOf({ ...trace, expected: null }).every((loss) => loss === null)).toBe(true);
    expect(losses.filter((loss) => loss !== null).every((loss) => loss > 0)).toBe(true);
  });
});
