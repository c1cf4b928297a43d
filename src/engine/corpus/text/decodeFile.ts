/** Decodes the bytes of a text file: in the encoding that was chosen, or in the most plausible one. */
import type { CorpusProblem } from "../problem";
import type { EncodingUsed } from "../reading";
import type { CorpusOptions, Encoding } from "../report";
import { quoteOf } from "../table/rows";
import { plausibility } from "./plausible";
import { firstInvalid, markOf } from "./utf";

export interface Decoded {
  readonly kind: "text";
  readonly text: string;
  readonly encoding: EncodingUsed;
}

const OLDER = ["euc-kr", "shift_jis", "windows-1252"] as const;
const SAMPLE = 200_000; // bytes: enough to tell encodings apart
const PLAUSIBLE = 0.6;
const PART = 500_000; // bytes, decoded in a chunk of work

/** @returns the text without its byte order mark, or the offset of the first byte that is no text */
export function* decodeFile(
  bytes: Uint8Array,
  name: string,
  { encoding: chosen }: Pick<CorpusOptions, "encoding">,
): Generator<void, Decoded | CorpusProblem> {
  const mark = markOf(bytes);
  const found =
    chosen === "auto" ? yield* detect(bytes) : { encoding: chosen, why: "chosen" as const };
  if ("byteOffset" in found) return { kind: "encoding", name, ...found };
  const { encoding, why } = found;
  const start = mark?.encoding === encoding ? mark.length : 0;
  const offset = yield* invalidIn(bytes, start, encoding);
  if (offset !== null) return { kind: "encoding", name, encoding, byteOffset: offset };
  const text = yield* decode(bytes.subarray(start), encoding);
  const others = mark ? [] : othersOf(bytes, encoding);
  return { kind: "text", text, encoding: { encoding, why, others } };
}

type Found =
  | Pick<EncodingUsed, "encoding" | "why">
  | { readonly encoding: Encoding; readonly byteOffset: number };

function* detect(bytes: Uint8Array): Generator<void, Found> {
  const mark = markOf(bytes);
  if (mark) return { encoding: mark.encoding, why: "mark" };
  const byteOffset = yield* firstInvalid(bytes, "utf-8");
  if (byteOffset === null) return { encoding: "utf-8", why: "valid" };
  const utf16 = utf16Of(bytes);
  if (utf16) return { encoding: utf16, why: "content" };
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.includes(0) || isDamagedUtf8(bytes)) return { encoding: "utf-8", byteOffset };
  const [best] = OLDER.map((encoding) => {
    const text = tryDecode(sample, encoding);
    return { encoding, score: text === null ? 0 : plausibility(text, encoding) };
  }).toSorted((a, b) => b.score - a.score);
  if (!best || best.score < PLAUSIBLE) return { encoding: "utf-8", byteOffset };
  return { encoding: best.encoding, why: "content" };
}

/** UTF-16 without its mark: every other byte of Latin text is a NUL, and line ends have one in any script. */
function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, SAMPLE);
  const nuls = { even: 0, odd: 0 };
  let hasLineEnd = false;
  for (let i = 0; i + 1 < sample.length; i += 2) {
    const [first, second] = [sample[i], sample[i + 1]];
    if (first === 0) nuls.even++;
    if (second === 0) nuls.odd++;
    hasLineEnd ||= (first === 10 && second === 0) || (first === 0 && second === 10);
  }
  const isOneSided = Math.min(nuls.even, nuls.odd) <= Math.max(nuls.even, nuls.odd) / 50;
  if (!hasLineEnd || !isOneSided || bytes.length % 2 !== 0) return null;
  return nuls.odd > nuls.even ? "utf-16le" : "utf-16be";
}

/** Whether most bytes beyond ASCII form valid UTF-8: then single bytes are damaged, and no older encoding is right. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes.subarray(0, SAMPLE));
  const damaged = text.match(/\ufffd/g)?.length ?? 0;
  const valid = text.match(/[\u0080-\ufffc\u{10000}-\u{10ffff}]/gu)?.length ?? 0;
  return valid > 4 * damaged;
}

/** The offset of the first byte that is invalid in the encoding; null if there is none. */
function* invalidIn(
  bytes: Uint8Array,
  start: number,
  encoding: Encoding,
): Generator<void, number | null> {
  if (encoding === "utf-8" || encoding === "utf-16le" || encoding === "utf-16be") {
    const invalid = yield* firstInvalid(bytes.subarray(start), encoding);
    return invalid === null ? null : start + invalid;
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) return nul;
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let at = 0; at < bytes.length; at += PART) {
    const part = bytes.subarray(at, at + PART);
    if (!decodes(decoder, part)) return at + firstUndecodable(part, encoding);
    yield;
  }
  return decodes(decoder) ? null : bytes.length - 1;
}

function decodes(decoder: TextDecoder, part?: Uint8Array): boolean {
  try {
    decoder.decode(part, { stream: part !== undefined });
    return true;
  } catch {
    return false;
  }
}

/** Near the first byte that does not decode, by halves. */
function firstUndecodable(part: Uint8Array, encoding: Encoding): number {
  let [from, to] = [0, part.length];
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    const decoder = new TextDecoder(encoding, { fatal: true });
    if (decodes(decoder, part.subarray(0, middle))) from = middle;
    else to = middle;
  }
  return from;
}

function* decode(bytes: Uint8Array, encoding: Encoding): Generator<void, string> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += PART) {
    parts.push(decoder.decode(bytes.subarray(at, at + PART), { stream: true }));
    yield;
  }
  return parts.join("") + decoder.decode();
}

function tryDecode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

/** The other encodings in which a sample decodes, with what they make of its first bytes beyond ASCII. */
function othersOf(bytes: Uint8Array, used: Encoding): EncodingUsed["others"] {
  const place = bytes.findIndex((byte) => byte > 0x7f);
  if (place < 0) return []; // ASCII is the same in all
  const start = Math.max(0, bytes.lastIndexOf(10, place) + 1, place - 100);
  const isUtf8 = used === "utf-8";
  const candidates: readonly Encoding[] = isUtf8 ? OLDER : ["utf-8", ...OLDER];
  return candidates.flatMap((encoding) => {
    if (encoding === used || tryDecode(bytes.subarray(0, SAMPLE), encoding) === null) return [];
    const sample = tryDecode(bytes.subarray(start, start + 200), encoding);
    return sample === null ? [] : [{ encoding, sample: quoteOf(sample) }];
  });
}
