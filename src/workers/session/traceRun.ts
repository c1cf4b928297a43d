/** Decodes what the student asked for: a held-out example or a typed source. */
import { tensor1d } from "@tensorflow/tfjs-core";
import { traceExample } from "../../engine/decoding/traceExample";
import { plainResult } from "../../engine/model/scope";
import { viewWeights } from "../../engine/model/weights";
import type { Pair } from "../../engine/tasks/task";
import type { Trace } from "../../engine/results/trace";
import type { ExampleChoice } from "../protocol";
import type { Run } from "../run/run";
import type { Snapshot } from "../run/snapshots";
import { type Resolved, resolveTyped } from "./typedSource";

/** An example that is decoded again and again while training goes on. */
export interface PinnedExample {
  readonly example: ExampleChoice;
  readonly teacherForcing: boolean;
}

/** The source and, where it is known, the answer; or why the source cannot be decoded. */
export function resolveExample(run: Run, example: ExampleChoice): Resolved {
  if (example.kind === "typed") return resolveTyped(run.model.task, run.config, example.text);
  const pair = run.heldOut[example.index % run.heldOut.length];
  return pair ? { source: pair.source, answer: pair } : { problem: { kind: "empty" } };
}

interface Wish {
  readonly source: readonly string[];
  readonly answer: Pair | null;
  readonly teacherForcing: boolean;
  /** Weights of an earlier step; null takes the present ones. */
  readonly past: Snapshot | null;
}

/** The trace of a resolved example under the run's way of decoding. */
export function traceRun(run: Run, { source, answer, teacherForcing, past }: Wish): Trace {
  const { task, shape, steps } = run.model;
  return plainResult(() => {
    const parameters = past ? tensor1d(past.parameters) : run.model.predictor.parameters;
    return traceExample(
      {
        task,
        runId: run.id,
        shape,
        weights: viewWeights(shape, parameters),
        trainedSteps: past?.step ?? steps,
      },
      { source, answer, teacherForcing, decoding: run.config },
    );
  });
}

/** The buffers of a trace, for handing them over instead of copying them. */
export function traceBuffers(trace: Trace): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const collect = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) buffers.add(value.buffer as ArrayBuffer);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(collect);
  };
  collect(trace);
  return [...buffers];
}
