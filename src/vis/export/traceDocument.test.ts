/** The trace as a document: as its schema says, and with the numbers of the trace. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { TRACES } from "../testing/figures";
import { makeTrace } from "../testing/traces";
import { problemsOf, type Schema } from "../testing/jsonSchema";
import { traceDocument, writeTrace } from "./traceDocument";

const schema = JSON.parse(
  readFileSync(new URL("../../../public/trace.schema.json", import.meta.url), "utf8"),
) as Schema;

const traces = {
  ...TRACES,
  beam: makeTrace({ decoding: "beam" }),
  sampling: makeTrace({ decoding: "sampling" }),
  unknown: makeTrace({ known: false }),
  oneHot: makeTrace({ tokenInput: "onehot" }),
};

test.each(Object.entries(traces))("the %s decode is as the schema says", (_, trace) => {
  const document = JSON.parse(writeTrace(trace)) as unknown;
  expect(problemsOf(schema, document)).toEqual([]);
});

test("the schema refuses what no trace is", () => {
  const document = traceDocument(makeTrace()) as Record<string, unknown>;
  expect(problemsOf(schema, { ...document, version: 2 })).toEqual(["/version"]);
  expect(problemsOf(schema, { ...document, steps: [] })).toEqual(["/steps"]);
  expect(problemsOf(schema, { ...document, more: 1 })).toEqual(["/more"]);
  const { source: _source, ...rest } = document;
  expect(problemsOf(schema, rest)).toEqual(["/source"]);
  expect(problemsOf(schema, { ...document, gold: [["0"]] })).toEqual(["/gold"]);
});

test("vectors and matrices are plain lists with the trace's numbers", () => {
  const trace = makeTrace();
  const document = JSON.parse(writeTrace(trace)) as {
    encoder: { states: number[][] };
    steps: { attention: { weights: number[] }; logits: number[] }[];
  };
  const { states } = trace.encoder;
  expect(document.encoder.states.flat().map(Math.fround)).toEqual(Array.from(states.data));
  expect(document.encoder.states).toHaveLength(states.rows);
  trace.steps.forEach(({ attention, logits }, t) => {
    const written = document.steps[t];
    expect(written?.attention.weights.map(Math.fround)).toEqual(
      Array.from(attention?.weights ?? []),
    );
    expect(written?.logits.map(Math.fround)).toEqual(Array.from(logits));
  });
});
