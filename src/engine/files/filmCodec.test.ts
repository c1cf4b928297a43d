import { expect, test } from "vitest";
import { makeTrace } from "../../vis/testing/traces";
import type { Trace } from "../results/trace";
import { readFilm, writeFilm } from "./filmCodec";

const film = [0, 40].map((update) => ({
  update,
  trace: { ...makeTrace({ source: ["a", "b"], target: ["b", "a"] }), trainedSteps: update },
}));

/** Every array of a trace, by its path. */
function arraysOf(value: unknown, path = ""): [string, Float32Array][] {
  if (value instanceof Float32Array) return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => arraysOf(part, `${path}.${key}`));
}

function widthOf(values: Float32Array): number {
  return Math.max(...values) - Math.min(...values);
}

function tokensOf({ source, steps, expected, show }: Trace): unknown {
  return { source, expected, show, said: steps.map(({ chosen, input }) => [chosen, input]) };
}

test("a film keeps its updates and tokens exactly", () => {
  const read = readFilm(writeFilm(film));
  expect(read.map(({ update }) => update)).toEqual([0, 40]);
  expect(read.map(({ trace }) => tokensOf(trace))).toEqual(
    film.map(({ trace }) => tokensOf(trace)),
  );
});

test("its numbers are exact to half a percent of each array's range", () => {
  const written = arraysOf(film);
  const read = new Map(arraysOf(readFilm(writeFilm(film))));
  expect(read.size).toBe(written.length);
  const far = written.filter(([path, values]) => {
    const others = read.get(path);
    const allowed = 0.005 * Math.max(widthOf(values), ...values.map(Math.abs));
    return (
      others?.length !== values.length ||
      values.some((x, i) => Math.abs(x - (others[i] ?? NaN)) > allowed)
    );
  });
  expect(far.map(([path]) => path)).toEqual([]);
});

test("equal numbers and an empty array survive", () => {
  const [frame] = film;
  if (!frame) throw new Error("no frame");
  const embeddings = { rows: 1, columns: 3, data: Float32Array.of(2, 2, 2) };
  const lower = { rows: 0, columns: 0, data: new Float32Array(0) };
  const trace = { ...frame.trace, encoder: { ...frame.trace.encoder, embeddings, lower } };
  const encoder = readFilm(writeFilm([{ update: 1, trace }]))[0]?.trace.encoder;
  expect(encoder?.embeddings).toEqual(embeddings);
  expect(encoder?.lower).toEqual(lower);
});

test("text that is no JSON throws", () => {
  expect(() => readFilm("<!doctype html>")).toThrow(SyntaxError);
});
