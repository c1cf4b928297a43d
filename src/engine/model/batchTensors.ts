/** A batch as tensors. Call inside `tidy`. */
import { cast, type Tensor, tensor } from "@tensorflow/tfjs-core";
import type { Batch, SourceRows } from "../batch";
import type { SourceBatch } from "./encoder";

/** 1 at the first `lengths[row]` positions of each row, then 0; row-major [B, length]. */
function lengthMask(lengths: readonly number[], length: number): Float32Array {
  const mask = new Float32Array(lengths.length * length);
  lengths.forEach((real, row) => mask.fill(1, row * length, row * length + real));
  return mask;
}

/** The sources of a batch. */
export function sourceTensors(batch: SourceRows): SourceBatch {
  const { size, sourceLength, source, sourceLengths } = batch;
  return {
    ids: tensor(source, [size, sourceLength], "int32"),
    mask: tensor(lengthMask(sourceLengths, sourceLength), [size, sourceLength]),
    shortest: Math.min(...sourceLengths),
  };
}

/** The attention mask of a source batch: true on real tokens. [B, S] bool */
export function attentionMask(source: SourceBatch): Tensor {
  return cast(source.mask, "bool");
}

/** The targets of the loss. ids [B T] int32, mask [B T, 1] */
export function targetTensors(batch: Batch): { readonly ids: Tensor; readonly mask: Tensor } {
  const { size, targetLength, targetOut, targetLengths } = batch;
  return {
    ids: tensor(targetOut, [size * targetLength], "int32"),
    mask: tensor(lengthMask(targetLengths, targetLength), [size * targetLength, 1]),
  };
}
