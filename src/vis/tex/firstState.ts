/** The decoder's first state in TeX: a copy of the encoder's last states, or the output of the bridge. */
import { tokensRead } from "../facts/encoderReading";
import { hasMemory } from "../../engine/cells/layout";
import { decoderLayersOf, feedsInput, isBidirectional } from "../../engine/setup/modelShape";
import type { BridgeName } from "../../engine/setup/learnedParameters";
import type { Trace } from "../../engine/results/trace";
import type { ShapedTensor } from "./operations";
import { aligned, colour } from "./markup";
import { SYMBOLS } from "./symbols";
import { combinedTex, directionTex, encoderMark, memoryTex, stateTex } from "./terms";

/** h: hidden state. C: memory of an LSTM. Each has a bridge of its own. */
type Part = "h" | "C";
const BRIDGE: Record<Part, BridgeName> = { h: "bridge", C: "bridge_cell" };

function partsOf({ shape }: Trace): Part[] {
  return hasMemory(shape.cell) ? ["h", "C"] : ["h"];
}

function layersOf({ shape }: Trace): number[] {
  return Array.from({ length: decoderLayersOf(shape) }, (_, layer) => layer);
}

function startTex(trace: Trace, part: Part, layer: number): string {
  return part === "h" ? stateTex(trace, 0, layer) : memoryTex(trace, 0, layer);
}

/** The encoder's last state or memory in a layer. The memory has a bar, which tells it from the decoder's. */
function lastTex(trace: Trace, part: Part, layer: number): string {
  const letter = part === "C" ? String.raw`\bar C` : SYMBOLS.key;
  return colour("encoder", `${letter}_{${tokensRead(trace)}}${encoderMark(trace, layer)}`);
}

/** One direction: each decoder layer copies the encoder layer of the same index; a decoder of one copies the top layer. */
function straightLines(trace: Trace, part: Part): string[] {
  const layers = layersOf(trace);
  const below = trace.shape.layers - layers.length; // encoder layers that hand nothing over
  return layers.map(
    (layer) => `${startTex(trace, part, layer)} &= ${lastTex(trace, part, layer + below)}`,
  );
}

/** Two directions: one linear map of the top layer's two last states gives every decoder layer the same vector. */
function bridgeLines(trace: Trace, part: Part): string[] {
  const starts = layersOf(trace).map((layer) => startTex(trace, part, layer));
  const forward = directionTex(trace, "forward", part, tokensRead(trace));
  const backward = directionTex(trace, "backward", part, 1);
  const name = String.raw`\mathrm{${BRIDGE[part].replace("_", String.raw`\_`)}}`;
  const mapped = String.raw`W_{${name}} [${forward};\, ${backward}]`;
  return [`${starts.join(" = ")} &= ${mapped}`, String.raw`&\qquad\; + b_{${name}}`];
}

export function firstStateTex(trace: Trace): string {
  const lines = partsOf(trace).flatMap((part) =>
    isBidirectional(trace.shape) ? bridgeLines(trace, part) : straightLines(trace, part),
  );
  return aligned(feedsInput(trace.shape) ? [...lines, `${combinedTex(0)} &= 0`] : lines);
}

/** The bridge's parameters as PyTorch stores them; empty without a bridge. */
export function bridgeShapes(trace: Trace): ShapedTensor[] {
  if (!isBidirectional(trace.shape)) return [];
  const { hiddenSize: H } = trace.shape;
  return partsOf(trace).flatMap((part) => [
    { symbol: `W_${BRIDGE[part]}`, shape: [H, 2 * H], role: "learned" as const },
    { symbol: `b_${BRIDGE[part]}`, shape: [H], role: "learned" as const },
  ]);
}
