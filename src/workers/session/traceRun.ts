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

/**
 * Reads the weights of the call.
 * @param past weights of an earlier step; null: the current weights
 * @returns a function that decodes an example with them
 */
export async function readForTrace(
  run: Run,
  past: Snapshot | null = null,
): Promise<(example: TracedExample) => Trace> {
  const { task, shape, steps, predictor } = run.model;
  const parameters = past?.parameters ?? (await predictor.readParameters());
  const trainedSteps = past?.step ?? steps;
  return (example) =>
    plainResult(() => {
      const weights = viewWeights(shape, tensor1d(parameters));
      return traceExample({ task, runId: run.id, shape, weights, trainedSteps }, example);
    });
}

/** The buffer under all arrays of a trace, so that it can be transferred without a copy. */
export function traceBuffer({ encoder }: Trace): ArrayBuffer {
  return encoder.states.data.buffer as ArrayBuffer;
}
