/** The quantities of a step as plain-text symbols, with the letters of the equations. */
import { gateLetter } from "../../engine/cells/layout";
import {
  contextEntersCell,
  decoderLayersOf,
  feedsInput,
  type ModelShape,
} from "../../engine/setup/modelShape";
import type { GateName, Trace } from "../../engine/results/trace";
import { inputSymbol, subscript, SYMBOLS, tokenFunction } from "./symbols";

const LAYERS = ["¹", "²"];

/** "⁽²⁾" for the second of two decoder layers; "" in a decoder of one. layer is 0-based */
export function layerSuffix(shape: ModelShape, layer: number): string {
  return decoderLayersOf(shape) > 1 ? `⁽${LAYERS[layer]}⁾` : "";
}

/** State of a decoder layer after `time` steps. */
export function stateSymbol(trace: Trace, time: number, layer: number): string {
  return SYMBOLS.state + subscript(time) + layerSuffix(trace.shape, layer);
}

/** An LSTM's memory after `time` steps: PyTorch's c, in upper case because c is the context. */
export function memorySymbol({ shape }: Trace, time: number, layer: number): string {
  return `C${subscript(time)}${layerSuffix(shape, layer)}`;
}

/** A gate or candidate. index: 0-based step */
export function gateSymbol({ shape }: Trace, gate: GateName, index: number, layer: number): string {
  return gateLetter(shape.cell, gate) + subscript(index + 1) + layerSuffix(shape, layer);
}

/** The input token as the first layer reads it: x if it is the whole input. */
export function tokenSymbol(trace: Trace, index: number): string {
  const { shape } = trace;
  if (!contextEntersCell(shape) && !feedsInput(shape)) return `x${subscript(index + 1)}`;
  return `${tokenFunction(shape)}(${inputSymbol(trace, index)})`;
}
