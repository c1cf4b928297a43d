import { expect, it } from "vitest";
import { makeTrace } from "../../vis/testing/traces";
import { mapFrame, pickEvenly } from "./mapFilm";
import { matrixRow } from "./vectors";

it("has the weights of each step, and the mean entropy of the rows beside that of even ones", () => {
  const trace = makeTrace({ source: ["c", "a", "t"] });
  const frame = mapFrame(trace);
  if (!frame) throw new Error("expected a map");
  expect([frame.weights.rows, frame.weights.columns]).toEqual([4, 4]);
  trace.steps.forEach(({ attention }, t) =>
    expect(matrixRow(frame.weights, t)).toEqual(attention?.weights),
  );
  expect(frame.entropy.even).toBeCloseTo(Math.log(4), 12);
  expect(frame.entropy.mean).toBeLessThanOrEqual(frame.entropy.even);
});

it("there is no map without attention", () => {
  expect(mapFrame(makeTrace({ attention: "none" }))).toBeNull();
});

it("picks evenly, with the first and the last, and no more than there are", () => {
  expect(pickEvenly([0, 1, 2], 8)).toEqual([0, 1, 2]);
  expect(pickEvenly([0, 10, 20, 30, 40, 50, 60], 4)).toEqual([0, 20, 40, 60]);
  const many = Array.from({ length: 24 }, (_, i) => i);
  const picked = pickEvenly(many, 8);
  expect([picked.length, picked[0], picked.at(-1)]).toEqual([8, 0, 23]);
  expect(new Set(picked).size).toBe(8);
});
