/** The encoder of a Transformer: every token looks at all tokens of its source at once. */
import { add, expandDims, mul, sub, type Tensor } from "@tensorflow/tfjs-core";
import type { TransformerLayerName } from "../../setup/transformerParameters";
import type { SourceBatch } from "../encoder";
import { type AttendedHeads, attendHeads, type AttentionPlace, keysAndValues } from "./multiHead";
import { embed, feedForward, norm, type Pieces } from "./parts";

/** Added to a score, it leaves a weight of exactly 0 beside any other. */
export const HIDDEN = -1e9;

/** One layer of a side. */
export interface EncoderLayer {
  readonly attended: AttendedHeads; // to its own source
  readonly states: Tensor; //          [B, S, d]
}

export interface EncodedSource {
  readonly layers: readonly EncoderLayer[]; // bottom first
  /** The states after the last norm, to which the decoder attends. [B, S, d]; meaningless at padding */
  readonly memory: Tensor;
  /** Hides padding. [B, 1, 1, S] */
  readonly hides: Tensor;
}

/** 0 at real tokens, far below every score at padding. mask [B, S] -> [B, 1, 1, S] */
function hidePadding(mask: Tensor): Tensor {
  return expandDims(expandDims(mul(sub(1, mask), HIDDEN), 1), 1);
}

/** Reads a source. A norm stands before every part, and what the part says is added to its input. */
export function encodeSource(pieces: Pieces, source: SourceBatch): EncodedSource {
  const hides = hidePadding(source.mask);
  let x = embed(pieces, "encoder", source.ids, 0); // [B, S, d]
  const layers = Array.from({ length: pieces.shape.layers }, (_, l): EncoderLayer => {
    const layer: TransformerLayerName = `encoder.layers.${l}`;
    const place: AttentionPlace = { layer, attention: "self_attn" };
    const even = norm(pieces, `${layer}.norm1`, x);
    const attended = attendHeads(pieces, place, {
      x: even,
      hides,
      ...keysAndValues(pieces, place, even),
    });
    x = add(x, pieces.dropout("encoder.layers", attended.output));
    const said = feedForward(pieces, layer, norm(pieces, `${layer}.norm2`, x));
    x = add(x, pieces.dropout("encoder.layers", said));
    return { attended, states: x };
  });
  return { layers, memory: norm(pieces, "encoder.norm", x), hides };
}
