/** One step of a recurrent layer in TeX, with the indices of the step: PyTorch's forms with both biases. */
import type { CellTerms } from "../../engine/cells/cell";
import { CELL_TEX } from "../../engine/cells/tex";
import { contextEntersCell, feedsInput } from "../../engine/setup/modelShape";
import type { Trace } from "../../engine/results/trace";
import {
  combinedTex,
  contextTex,
  layerMark,
  memoryTex,
  newStateTex,
  stateTex,
  tokenTex,
} from "./terms";

function layerTerms(trace: Trace, index: number, layer: number): CellTerms {
  const now = index + 1;
  const mark = layerMark(trace, layer);
  return {
    mark,
    gate: (letter) => `${letter}_{${now}}${mark}`,
    input: layer === 0 ? `x_{${now}}` : newStateTex(trace, index, layer - 1),
    before: stateTex(trace, index, layer),
    after: newStateTex(trace, index, layer),
    memoryBefore: memoryTex(trace, index, layer),
    memoryAfter: memoryTex(trace, now, layer),
  };
}

/** The first layer's input: the token, with the context or the attentional state appended where the model joins them. */
function inputLine(trace: Trace, index: number): string {
  const { shape } = trace;
  const parts = [tokenTex(trace, index)];
  if (contextEntersCell(shape)) parts.push(contextTex(index));
  if (feedsInput(shape)) parts.push(combinedTex(index));
  const joined = parts.length > 1 ? String.raw`[${parts.join(String.raw`;\, `)}]` : parts.join("");
  return `x_{${index + 1}} &= ${joined}`;
}

/** The lines of a layer's step. Those of the first layer begin with its input. index and layer are 0-based */
export function cellLines(trace: Trace, index: number, layer: number): string[] {
  const lines = CELL_TEX[trace.shape.cell](layerTerms(trace, index, layer));
  return layer === 0 ? [inputLine(trace, index), ...lines] : [...lines];
}
