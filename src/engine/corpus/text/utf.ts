/** Finds the first byte that is not valid UTF-8 or UTF-16, so that no text is garbled silently. */

type Utf = "utf-8" | "utf-16le" | "utf-16be";

/** The encoding that a byte order mark names, and the length of the mark; null without a mark. */
export function markOf([a, b, c]: Uint8Array): {
  readonly encoding: Utf;
  readonly length: number;
} | null {
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", length: 2 };
  return a === 0xef && b === 0xbb && c === 0xbf ? { encoding: "utf-8", length: 3 } : null;
}

/**
 * Offset of the first invalid byte; null if there is none. A NUL counts as one: text files have none, but UTF-16
 * without its mark has many. Yields after each megabyte.
 */
export function* firstInvalid(bytes: Uint8Array, encoding: Utf): Generator<void, number | null> {
  for (let start = 0; start < bytes.length;) {
    const end = Math.min(bytes.length, start + PART);
    const { invalid, next } =
      encoding === "utf-8" ? checkUtf8(bytes, start, end) : checkUtf16(bytes, start, end, encoding);
    if (invalid !== null) return invalid;
    start = next;
    yield;
  }
  return null;
}

const PART = 1_000_000; // bytes; even

interface Checked {
  readonly invalid: number | null;
  readonly next: number; // where the next part begins: after the last character
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

function checkUtf8(bytes: Uint8Array, start: number, end: number): Checked {
  let i = start;
  while (i < end) {
    const sequence = sequenceOf[bytes[i] ?? 0];
    if (!sequence || !hasSequence(bytes, i, sequence)) return { invalid: i, next: i };
    i += sequence.length;
  }
  return { invalid: null, next: i };
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

/** A unit that is half a character, NUL or half a unit is invalid. */
function checkUtf16(
  bytes: Uint8Array,
  start: number,
  end: number,
  encoding: "utf-16le" | "utf-16be",
): Checked {
  const high = encoding === "utf-16be" ? 0 : 1; // offset of a unit's high byte
  const unitAt = (at: number) => ((bytes[at + high] ?? 0) << 8) | (bytes[at + 1 - high] ?? 0);
  let i = start;
  for (; i < end; i += 2) {
    const unit = unitAt(i);
    const surrogate = unit & 0xfc00;
    if (unit === 0 || i + 1 === bytes.length || surrogate === 0xdc00)
      return { invalid: i, next: i };
    if (surrogate !== 0xd800) continue;
    const isPair = (unitAt(i + 2) & 0xfc00) === 0xdc00 && i + 3 < bytes.length;
    if (!isPair) return { invalid: i, next: i };
    i += 2;
  }
  return { invalid: null, next: i };
}
