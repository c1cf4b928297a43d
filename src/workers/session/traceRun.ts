/** Decodes a held-out example or a typed source with a run's weights. */
import { tensor1d } from "@tensorflow/tfjs-core";
import { type TracedExample, traceExample } from "../../engine/decoding/traceExample";
import { plainResult } from "../../engine/model/scope";
import { viewWeights } from "../../engine/model/weights";
import type { Trace } from "../../engine/results/trace";
import type { ExampleChoice } from "../../engine/show";
import type { Run } from "../run/run";
import type { Snapshot } from "../run/snapshots";
import { type Resolved, resolveTyped } from "./typedSource";

/** The source of an example and its answer, if known; or why the source cannot be decoded. */
export function resolveExample(run: Run, example: ExampleChoice): Resolved {
  if (example.kind === "typed") return resolveTyped(run.model.task, run.config, example.text);
  const pair = run.heldOut[example.index % run.heldOut.length];
  if (pair) return { source: pair.source, answer: pair };
  const { example: source } = run.model.task;
  return source ? { source, answer: null } : { problem: { kind: "empty" } };
}

/** @param past weights of an earlier step; null: the current weights */
export function traceRun(run: Run, example: TracedExample, past: Snapshot | null = null): Trace {
  const { task, shape, steps } = run.model;
  return plainResult(() => {
    const parameters = past ? tensor1d(past.parameters) : run.model.predictor.parameters;
    const weights = viewWeights(shape, parameters);
    const trainedSteps = past?.step ?? steps;
    return traceExample({ task, runId: run.id, shape, weights, trainedSteps }, example);
  });
}

/** The buffer under all arrays of a trace, so that it can be transferred without a copy. */
export function traceBuffer({ encoder }: Trace): ArrayBuffer {
  return encoder.states.data.buffer as ArrayBuffer;
}
