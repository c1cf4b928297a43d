/**
 * The decoder of a Transformer. It computes any number of consecutive positions at once: all of them in training, one
 * at a time in decoding, when the keys and values of earlier positions are kept.
 */
import { add, type Tensor, tensor } from "@tensorflow/tfjs-core";
import type { TransformerLayerName } from "../../setup/transformerParameters";
import { weight } from "../weights";
import { type EncodedSource, HIDDEN } from "./encoder";
import {
  appended,
  type AttendedHeads,
  attendHeads,
  type KeysAndValues,
  keysAndValues,
} from "./multiHead";
import { embed, feedForward, linear, norm, type Pieces } from "./parts";

/** What the decoder keeps of its source: keys and values of every layer, computed once. */
export interface OpenDecoder {
  readonly pieces: Pieces;
  readonly source: readonly KeysAndValues[]; // by layer
  readonly hides: Tensor; //                    padding of the source, [B, 1, 1, S]
}

/** The positions that are decoded already. */
export interface Past {
  readonly length: number;
  readonly layers: readonly KeysAndValues[]; // empty before the first position
}

export const NO_PAST: Past = { length: 0, layers: [] };

/** One layer at n new positions. */
export interface DecoderLayer {
  readonly before: Tensor; //          [B, n, d]
  readonly self: AttendedHeads; //     to positions of the answer up to its own
  readonly cross: AttendedHeads; //    to the source
  readonly after: Tensor; //           [B, n, d]
}

export interface DecodedPositions {
  readonly layers: readonly DecoderLayer[]; // bottom first
  readonly readout: Tensor; // after the last norm [B, n, d]
  readonly logits: Tensor; //  [B, n, V]
  readonly past: Past;
}

/** Prepares the decoder for a source that has been read. */
export function openDecoder(pieces: Pieces, { memory, hides }: EncodedSource): OpenDecoder {
  const source = Array.from({ length: pieces.shape.layers }, (_, l) =>
    keysAndValues(pieces, { layer: `decoder.layers.${l}`, attention: "multihead_attn" }, memory),
  );
  return { pieces, source, hides };
}

/** The causal mask: query i of n new positions sees all earlier positions and itself. [n, past + n] */
function hideFuture(past: number, n: number): Tensor {
  const row = (i: number): number[] =>
    Array.from({ length: past + n }, (_, j) => (j > past + i ? HIDDEN : 0));
  return tensor(Array.from({ length: n }, (_, i) => row(i)).flat(), [n, past + n]);
}

/**
 * Decodes the next positions of every row.
 * @param ids the tokens that go in, [B, n] int32
 */
export function decodePositions(decoder: OpenDecoder, ids: Tensor, past: Past): DecodedPositions {
  const { pieces } = decoder;
  const [, n = 0] = ids.shape;
  const future = hideFuture(past.length, n);
  let x = embed(pieces, "decoder", ids, past.length);
  const layers = decoder.source.map((_, l): DecoderLayer => {
    const layer = decodeLayer(decoder, { l, x, future, past: past.layers[l] ?? null });
    x = layer.after;
    return layer;
  });
  const readout = norm(pieces, "decoder.norm", x);
  const [w, b] = [
    weight(pieces.weights, "decoder.out.weight"),
    weight(pieces.weights, "decoder.out.bias"),
  ];
  return {
    layers,
    readout,
    logits: linear(readout, w, b),
    past: { length: past.length + n, layers: layers.map(({ self }) => self) },
  };
}

interface LayerInput {
  readonly l: number;
  readonly x: Tensor; //      [B, n, d]
  readonly future: Tensor; // [n, past + n]
  readonly past: KeysAndValues | null;
}

function decodeLayer(
  { pieces, source, hides }: OpenDecoder,
  { l, x, future, past }: LayerInput,
): DecoderLayer {
  const { dropout } = pieces;
  const layer: TransformerLayerName = `decoder.layers.${l}`;
  const own = { layer, attention: "self_attn" } as const;
  const even = norm(pieces, `${layer}.norm1`, x);
  const known = appended(past, keysAndValues(pieces, own, even));
  const self = attendHeads(pieces, own, { x: even, hides: future, ...known });
  const withSelf = add(x, dropout("decoder.layers", self.output));
  const other = { layer, attention: "multihead_attn" } as const;
  const asks = norm(pieces, `${layer}.norm2`, withSelf);
  const cross = attendHeads(pieces, other, { x: asks, hides, ...(source[l] as KeysAndValues) });
  const withCross = add(withSelf, dropout("decoder.layers", cross.output));
  const said = feedForward(pieces, layer, norm(pieces, `${layer}.norm3`, withCross));
  return { before: x, self, cross, after: add(withCross, dropout("decoder.layers", said)) };
}
