/** Decodes a user's file: only UTF-8, or UTF-16 with a byte order mark, so that no text is garbled silently. */
import type { CorpusProblem } from "./problem";
import { CORPUS_LIMITS } from "./report";

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** Decodes valid bytes. It is passed in, so that tests can check that rejected bytes never reach it. */
export type Decode = (bytes: Uint8Array, encoding: Encoding) => string;

export type DecodedText = { readonly kind: "text"; readonly text: string };

/** The problem of an input with too many bytes, else null. The page asks before it reads them. */
export function sizeProblem(bytes: number): CorpusProblem | null {
  return bytes > CORPUS_LIMITS.bytes
    ? { kind: "tooLarge", name: "", bytes, limit: CORPUS_LIMITS.bytes }
    : null;
}

/**
 * The text of a file, without its byte order mark.
 * A file in CP949, EUC-KR or Latin-1 gives "encoding" with the offset of its first invalid byte.
 * So does a NUL: text files have none, but UTF-16 without its mark has many.
 */
export function decodeText(bytes: Uint8Array, decode: Decode): DecodedText | CorpusProblem {
  const tooLarge = sizeProblem(bytes.length);
  if (tooLarge) return tooLarge;
  const { encoding, markLength } = detectEncoding(bytes);
  const body = bytes.subarray(markLength);
  const invalid = encoding === "utf-8" ? firstInvalidUtf8(body) : firstInvalidUtf16(body, encoding);
  if (invalid !== null)
    return { kind: "encoding", name: "", encoding, byteOffset: markLength + invalid };
  return { kind: "text", text: decode(body, encoding) };
}

function detectEncoding([a, b, c]: Uint8Array): { encoding: Encoding; markLength: number } {
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", markLength: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", markLength: 2 };
  return { encoding: "utf-8", markLength: a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0 };
}

/** The well-formed UTF-8 sequences (Unicode 16, table 3-7) without NUL; later bytes are 80 to BF. */
const UTF8_SEQUENCES = [
  { leads: [0x01, 0x7f], second: [0x00, 0xff], length: 1 },
  { leads: [0xc2, 0xdf], second: [0x80, 0xbf], length: 2 },
  { leads: [0xe0, 0xe0], second: [0xa0, 0xbf], length: 3 },
  { leads: [0xe1, 0xec], second: [0x80, 0xbf], length: 3 },
  { leads: [0xed, 0xed], second: [0x80, 0x9f], length: 3 },
  { leads: [0xee, 0xef], second: [0x80, 0xbf], length: 3 },
  { leads: [0xf0, 0xf0], second: [0x90, 0xbf], length: 4 },
  { leads: [0xf1, 0xf3], second: [0x80, 0xbf], length: 4 },
  { leads: [0xf4, 0xf4], second: [0x80, 0x8f], length: 4 },
] as const;

/** The row of the table for each of the 256 possible first bytes. */
const sequenceOf = Array.from({ length: 256 }, (_, byte) =>
  UTF8_SEQUENCES.find(({ leads }) => leads[0] <= byte && byte <= leads[1]),
);

/** Offset of the first byte that does not start a well-formed sequence; null if there is none. */
function firstInvalidUtf8(bytes: Uint8Array): number | null {
  for (let i = 0; i < bytes.length;) {
    const sequence = sequenceOf[bytes[i] ?? 0];
    if (!sequence || !hasSequence(bytes, i, sequence)) return i;
    i += sequence.length;
  }
  return null;
}

/** Whether the bytes after the one at `i` complete the sequence. */
function hasSequence(
  bytes: Uint8Array,
  i: number,
  { second: [from, to], length }: (typeof UTF8_SEQUENCES)[number],
): boolean {
  if (length === 1) return true;
  const second = bytes[i + 1] ?? 0;
  if (second < from || second > to) return false;
  for (let j = i + 2; j < i + length; j++) if (((bytes[j] ?? 0) & 0xc0) !== 0x80) return false;
  return true;
}

/** Offset of the first code unit that is half a character, NUL or half a unit; null if there is none. */
function firstInvalidUtf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): number | null {
  const high = encoding === "utf-16be" ? 0 : 1; // offset of a unit's high byte
  const unitAt = (i: number) => ((bytes[i + high] ?? 0) << 8) | (bytes[i + 1 - high] ?? 0);
  for (let i = 0; i < bytes.length; i += 2) {
    const unit = unitAt(i);
    if (unit === 0 || i + 1 === bytes.length) return i;
    const surrogate = unit & 0xfc00;
    if (surrogate === 0xdc00) return i;
    if (surrogate !== 0xd800) continue;
    if ((unitAt(i + 2) & 0xfc00) !== 0xdc00 || i + 3 >= bytes.length) return i;
    i += 2;
  }
  return null;
}
