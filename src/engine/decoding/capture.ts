/** Reads the tensors of a decode from the backend into plain arrays, in one transfer. */
import { cast, concat, getBackend, reshape, type Tensor } from "@tensorflow/tfjs-core";
import type { DecoderState, DecoderStepTensors } from "../model/decoder";
import { readTensor } from "../model/readTensor";
import type { CellStep, LayerState } from "../cells/cell";
import type { AttentionTrace, CellState, GateName, LayerTrace } from "../results/trace";
import type { StepQuantities } from "./stepsOf";

/** The tensors of one step. */
export interface StepTensors {
  readonly before: DecoderState;
  readonly step: DecoderStepTensors;
  readonly embedding: Tensor; // [1, E]
  readonly logits: Tensor; //    [1, V]
  readonly said: Tensor; //      [1] int32, id of the chosen token
}

/** A step after the transfer. */
export interface CapturedStep {
  readonly said: () => number;
  readonly quantities: () => StepQuantities;
}

/** Registers a tensor to be read. The returned function gives its values after the transfer. */
export type Collect = (tensor: Tensor) => () => Float32Array;

/** Registers a step's tensors. The returned functions give the step after the transfer. */
export function collectStep(
  collect: Collect,
  { before, step, embedding, logits, said }: StepTensors,
): CapturedStep {
  const optional = (tensor: Tensor | null) => (tensor ? collect(tensor) : () => null);
  const parts = {
    embedding: collect(embedding),
    fedAttentional: optional(before.attentional),
    attention: collectAttention(collect, step),
    layers: step.cells.map((cell, l) =>
      collectLayer(collect, before.layers[l] as LayerState, cell),
    ),
    attentional: optional(step.attentional),
    logits: collect(logits),
  };
  const token = collect(cast(said, "float32"));
  const quantities = (): StepQuantities => ({
    embedding: parts.embedding(),
    fedAttentional: parts.fedAttentional(),
    attention: parts.attention(),
    layers: parts.layers.map((layer) => layer()),
    attentional: parts.attentional(),
    logits: parts.logits(),
  });
  return { said: () => token()[0] ?? 0, quantities };
}

function collectAttention(
  collect: Collect,
  { attended, query }: DecoderStepTensors,
): () => AttentionTrace | null {
  if (!attended || !query) return () => null;
  const [q, scores] = [collect(query), collect(attended.scores)];
  const [weights, context] = [collect(attended.weights), collect(attended.context)];
  return () => ({ query: q(), scores: scores(), weights: weights(), context: context() });
}

function collectState(collect: Collect, { h, c }: LayerState): () => CellState {
  const hidden = collect(h);
  const memory = c ? collect(c) : () => null;
  return () => ({ h: hidden(), c: memory() });
}

function collectLayer(
  collect: Collect,
  old: LayerState,
  { state, gates }: CellStep,
): () => LayerTrace {
  const before = collectState(collect, old);
  const after = collectState(collect, state);
  const named = Object.entries(gates).map(
    ([name, gate]) => [name as GateName, collect(gate)] as const,
  );
  return () => ({
    before: before(),
    gates: Object.fromEntries(named.map(([name, gate]) => [name, gate()])),
    after: after(),
  });
}

/** Whether the backend's tensors are in main memory, where a read does not wait for a device. */
export function readsAreFree(): boolean {
  return ["cpu", "wasm"].includes(getBackend());
}

/**
 * Collects tensors, reads all of them in one transfer, and builds the result. All arrays are views of one buffer, so
 * that the worker sends the page a single buffer.
 * @param plan registers tensors, and returns a function that builds the result from their values
 */
export function readTogether<T>(plan: (collect: Collect) => () => T): T {
  const tensors: Tensor[] = [];
  let values: Float32Array = new Float32Array();
  let size = 0;
  const build = plan((tensor) => {
    const start = size;
    size += tensor.size;
    tensors.push(tensor);
    return () => values.subarray(start, start + tensor.size);
  });
  values = readTensor(concat(tensors.map((part) => reshape(part, [-1])))) as Float32Array;
  return build();
}
