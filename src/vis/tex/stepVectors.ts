/** The input and output vectors of an operation, in the order of its equations. */
import { hasMemory } from "../../engine/cells/layout";
import { decoderTop, feedsInput, hasAttentionalState } from "../../engine/setup/modelShape";
import { GATES, type Trace } from "../../engine/results/trace";
import type { Op } from "../../engine/results/operation";
import { layerOf } from "./operations";
import { gateSymbol, memorySymbol, stateSymbol, tokenSymbol } from "./stepSymbols";
import type { Subject } from "../../engine/results/subject";
import { subscript } from "./symbols";

export interface StepVector {
  readonly subject: Subject;
  readonly symbol: string;
  readonly owner: "encoder" | "decoder" | "attention";
}

function ofDecoder(subject: Subject, symbol: string): StepVector {
  return { subject, symbol, owner: "decoder" };
}

/** The part of a layer's input that is a vector of its own. */
function layerInput(trace: Trace, index: number, layer: number): StepVector[] {
  if (layer > 0) {
    const below = { kind: "state", step: index, layer: layer - 1 } as const;
    return [ofDecoder(below, stateSymbol(trace, index + 1, layer - 1))];
  }
  if (!feedsInput(trace.shape)) return [];
  return [ofDecoder({ kind: "fedCombined", step: index }, `h̃${subscript(index)}`)];
}

/** A cell: its input, its previous state, its gates, its new state. */
function cellVectors(trace: Trace, index: number, layer: number): StepVector[] {
  const { cell } = trace.shape;
  const at = { step: index, layer };
  const now = index + 1;
  const gates = GATES[cell].map((gate) =>
    ofDecoder({ kind: "gate", gate, ...at }, gateSymbol(trace, gate, index, layer)),
  );
  const before = ofDecoder({ kind: "previous", ...at }, stateSymbol(trace, index, layer));
  const after = ofDecoder({ kind: "state", ...at }, stateSymbol(trace, now, layer));
  const input = layerInput(trace, index, layer);
  if (!hasMemory(cell)) return [...input, before, ...gates, after];
  const held = ofDecoder({ kind: "previousMemory", ...at }, memorySymbol(trace, index, layer));
  const memory = ofDecoder({ kind: "memory", ...at }, memorySymbol(trace, now, layer));
  return [...input, before, held, ...gates, memory, after];
}

/** The vectors of an operation; none where the page shows a table instead. index: 0-based step */
export function vectorsOf(trace: Trace, index: number, op: Op): StepVector[] {
  const now = subscript(index + 1);
  const top = decoderTop(trace.shape);
  switch (op) {
    case "cell":
    case "upper":
      return cellVectors(trace, index, layerOf(op) ?? 0);
    case "embed":
      return [ofDecoder({ kind: "input", step: index }, tokenSymbol(trace, index))];
    case "query": {
      const kind = hasAttentionalState(trace.shape) ? "state" : "previous";
      return [ofDecoder({ kind, step: index, layer: top }, `q${now}`)];
    }
    case "combine":
      return [
        { subject: { kind: "context", step: index }, symbol: `c${now}`, owner: "attention" },
        ofDecoder({ kind: "state", step: index, layer: top }, stateSymbol(trace, index + 1, top)),
        ofDecoder({ kind: "combined", step: index }, `h̃${now}`),
      ];
    case "score":
    case "softmax":
    case "context":
    case "output":
      return [];
    default:
      return op satisfies never;
  }
}
