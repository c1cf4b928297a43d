/** Unpacks compressed bytes a part at a time, and stops before they take more memory than the limit. */
import { Gunzip, Inflate } from "fflate";

export type Inflated = { readonly bytes: Uint8Array } | "tooLarge" | "broken";

const PART = 16_384; // packed bytes: at most 17 MB unpacked

/** @param report is given the packed bytes that are done */
export function* inflate(
  packed: Uint8Array,
  format: "gz" | "deflate",
  limit: number,
  report: (done: number, total: number) => void,
): Generator<void, Inflated> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const take = (part: Uint8Array): void => {
    size += part.length;
    if (size <= limit) parts.push(part);
  };
  const stream = format === "gz" ? new Gunzip(take) : new Inflate(take);
  try {
    for (let at = 0; at < packed.length; at += PART) {
      stream.push(packed.subarray(at, at + PART), at + PART >= packed.length);
      if (size > limit) return "tooLarge";
      report(at, packed.length);
      yield;
    }
  } catch {
    return "broken";
  }
  return { bytes: joined(parts, size) };
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
