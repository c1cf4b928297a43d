/** The quantities of a decoder step in TeX: letters of symbols.ts, the indices of the step, the colour of the role. */
import {
  decoderLayersOf,
  decoderTop,
  hasAttentionalState,
  isBidirectional,
  type ReadingDirection,
} from "../../engine/setup/modelShape";
import type { InputOrigin, Trace } from "../../engine/results/trace";
import { SYMBOLS } from "./symbols";
import { colour, madeBy, TOKEN_VECTORS } from "./markup";

/** "^{(2)}" for the second of two decoder layers; "" in a decoder of one. layer is 0-based */
export function layerMark({ shape }: Trace, layer: number): string {
  return decoderLayersOf(shape) > 1 ? markOf(layer) : "";
}

/** The same for a layer of the encoder. */
export function encoderMark({ shape }: Trace, layer: number): string {
  return shape.layers > 1 ? markOf(layer) : "";
}

function markOf(layer: number): string {
  return `^{(${layer + 1})}`;
}

/** State of a decoder layer after `time` steps; time 0 is s(0). */
export function stateTex(trace: Trace, time: number, layer = decoderTop(trace.shape)): string {
  return colour("decoder", stateLetters(trace, time, layer));
}

function stateLetters(trace: Trace, time: number, layer: number): string {
  return `${SYMBOLS.state}_{${time}}${layerMark(trace, layer)}`;
}

/** The state that a layer makes in the step with this 0-based index. */
export function newStateTex(trace: Trace, index: number, layer = decoderTop(trace.shape)): string {
  return colour("decoder", stateLetters(trace, index + 1, layer), layer === 0 ? "cell" : "upper");
}

/** Memory of an LSTM layer: PyTorch's c, in upper case because c is the context. */
export function memoryTex(trace: Trace, time: number, layer: number): string {
  return colour("decoder", `C_{${time}}${layerMark(trace, layer)}`);
}

/** The mark of the encoder's top layer, which gives the keys. */
function topMark(trace: Trace): string {
  return encoderMark(trace, trace.shape.layers - 1);
}

/** Encoder state j of the top layer: key and value. */
export function keyTex(trace: Trace): string {
  return colour("encoder", `${SYMBOLS.key}_j${topMark(trace)}`);
}

/** The key at a position, 0-based. */
export function keyAtTex(trace: Trace, position: number): string {
  return colour("encoder", `${SYMBOLS.key}_{${position + 1}}${topMark(trace)}`);
}

const ARROWS: Readonly<Record<ReadingDirection, string>> = {
  forward: String.raw`\overrightarrow`,
  backward: String.raw`\overleftarrow`,
};

/** Top layer of a bidirectional encoder: the state or memory of one direction after token `place`. */
export function directionTex(
  trace: Trace,
  direction: ReadingDirection,
  letter: "h" | "C",
  place: number | "j",
): string {
  return colour("encoder", `${ARROWS[direction]}{${letter}}_{${place}}${topMark(trace)}`);
}

/** The two halves of a key in a bidirectional encoder; null in a unidirectional one. */
export function keyLine(trace: Trace): string | null {
  if (!isBidirectional(trace.shape)) return null;
  const forward = directionTex(trace, "forward", "h", "j");
  const backward = directionTex(trace, "backward", "h", "j");
  return String.raw`${keyTex(trace)} &= [${forward};\, ${backward}]`;
}

export function contextTex(index: number): string {
  return colour("attention", `c_{${index + 1}}`, "context");
}

export function queryTex(index: number): string {
  return colour("decoder", `q_{${index + 1}}`, "query");
}

/** The state that is the query: before the step in Bahdanau timing, of the step in Luong timing. */
export function queryStateTex(trace: Trace, index: number): string {
  return hasAttentionalState(trace.shape) ? newStateTex(trace, index) : stateTex(trace, index);
}

/** The attentional state after `time` steps. */
export function combinedTex(time: number): string {
  return colour("decoder", String.raw`\tilde h_{${time}}`);
}

/** The attentional state that the step with this 0-based index makes. */
export function newCombinedTex(index: number): string {
  return colour("decoder", String.raw`\tilde h_{${index + 1}}`, "combine");
}

/** The token fed to a step: the truth y, the model's own answer y^, the hand's y*, or <sos>. */
function inputTex(trace: Trace, index: number): string {
  const origin: InputOrigin = trace.steps[index]?.inputOrigin ?? "sos";
  switch (origin) {
    case "sos":
      return String.raw`\langle\mathrm{sos}\rangle`;
    case "truth":
      return colour("truth", `y_{${index}}`);
    case "model":
      return colour("decoder", String.raw`\hat y_{${index}}`);
    case "hand":
      return colour("decoder", String.raw`y^{\ast}_{${index}}`);
    default:
      return origin satisfies never;
  }
}

/** The token as the first layer reads it. */
export function tokenTex(trace: Trace, index: number): string {
  const input = inputTex(trace, index);
  return madeBy("embed", `${TOKEN_VECTORS[trace.shape.tokenInput]}(${input})`);
}
