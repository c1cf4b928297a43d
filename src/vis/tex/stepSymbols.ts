/** A step's quantities as short labels in running text; the equations write the same letters in TeX. */
import { gateLetter } from "../../engine/cells/layout";
import { contextEntersCell, feedsInput, type ModelShape } from "../../engine/setup/modelShape";
import type { GateName, Trace } from "../../engine/results/trace";
import { inputSymbol, subscript, symbolsOf, tokenFunction } from "./symbols";

const LAYERS = ["¹", "²"];

/** "⁽²⁾" where there are two layers; with one layer nothing is numbered. layer is 0-based */
export function layerSuffix({ layers }: ModelShape, layer: number): string {
  return layers > 1 ? `⁽${LAYERS[layer]}⁾` : "";
}

/** State of a decoder layer after `time` steps. */
export function stateSymbol(trace: Trace, time: number, layer: number): string {
  return symbolsOf(trace).state + subscript(time) + layerSuffix(trace.shape, layer);
}

/** An LSTM's memory after `time` steps: PyTorch's c, written large because c is the context. */
export function memorySymbol({ shape }: Trace, time: number, layer: number): string {
  return `C${subscript(time)}${layerSuffix(shape, layer)}`;
}

/** A gate or candidate of the step with this 0-based index. */
export function gateSymbol({ shape }: Trace, gate: GateName, index: number, layer: number): string {
  return gateLetter(shape.cell, gate) + subscript(index + 1) + layerSuffix(shape, layer);
}

/** The input token as the first layer reads it; it is the whole input x where nothing joins it. */
export function tokenSymbol(trace: Trace, index: number): string {
  const { shape } = trace;
  if (!contextEntersCell(shape) && !feedsInput(shape)) return `x${subscript(index + 1)}`;
  return `${tokenFunction(shape)}(${inputSymbol(trace, index)})`;
}
