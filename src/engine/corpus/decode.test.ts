import fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "../../testing/anyText";
import { decodeText, sizeProblem, type Decode } from "./decode";
import { CORPUS_LIMITS } from "./report";

const decode: Decode = (bytes, encoding) =>
  new TextDecoder(encoding, { fatal: true }).decode(bytes);
const refuse: Decode = () => {
  throw new Error("the bytes should not be decoded");
};

const utf8 = (text: string) => new TextEncoder().encode(text);

/** UTF-16 with its byte order mark. */
function utf16(text: string, order: "le" | "be"): Uint8Array {
  const units = [0xfeff, ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))];
  return Uint8Array.from(
    units.flatMap((unit) => (order === "le" ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
}

const TEXT = "Go.\tVa !\n가자.\t😀 ¿Qué?\r\n";

test.each([
  ["UTF-8", utf8(TEXT)],
  ["UTF-8 with a mark", utf8(`\ufeff${TEXT}`)],
  ["UTF-16, low byte first", utf16(TEXT, "le")],
  ["UTF-16, high byte first", utf16(TEXT, "be")],
])("%s is decoded without its byte order mark", (_, bytes) => {
  expect(decodeText(bytes, decode)).toEqual({ kind: "text", text: TEXT });
});

test("no bytes are an empty text", () => {
  expect(decodeText(new Uint8Array(), decode)).toEqual({ kind: "text", text: "" });
  expect(decodeText(utf8("\ufeff"), decode)).toEqual({ kind: "text", text: "" });
});

test.each([
  ["CP949 / EUC-KR Hangul", [0x47, 0x6f, 0x2e, 0x09, 0xb0, 0xa1, 0xc0, 0xda, 0x2e], 4], // "Go.\t가자."
  ["Latin-1", [0x63, 0x61, 0x66, 0xe9, 0x0a], 3], // "café\n"
  ["a lone continuation", [0x41, 0x80], 1],
  ["an overlong slash", [0xc0, 0xaf], 0],
  ["an overlong form of three bytes", [0xe0, 0x80, 0xaf], 0],
  ["a surrogate", [0x41, 0xed, 0xa0, 0x80], 1],
  ["beyond U+10FFFF", [0xf4, 0x90, 0x80, 0x80], 0],
  ["a byte that UTF-8 never uses", [0x41, 0xff], 1],
  ["a character cut off at the end", [0xed, 0x95], 0],
  ["a character cut off after a mark", [0xef, 0xbb, 0xbf, 0x41, 0xe4, 0xb8], 4],
  ["a NUL", [0x41, 0x00], 1],
  ["UTF-16 without its mark", [0x47, 0x00, 0x6f, 0x00], 1],
  ["UTF-16 with half a unit", [0xff, 0xfe, 0x41, 0x00, 0x42], 4],
  ["UTF-16 with a lone high surrogate", [0xff, 0xfe, 0x3d, 0xd8, 0x41, 0x00], 2],
  ["UTF-16 with a high surrogate at the end", [0xfe, 0xff, 0x00, 0x41, 0xd8, 0x3d], 4],
  ["UTF-16 with a lone low surrogate", [0xfe, 0xff, 0xde, 0x00], 2],
  ["UTF-32", [0xff, 0xfe, 0x00, 0x00, 0x41, 0x00, 0x00, 0x00], 2],
])("%s is rejected at its first invalid byte", (_, bytes, byteOffset) => {
  expect(decodeText(Uint8Array.from(bytes), refuse)).toMatchObject({
    kind: "encoding",
    byteOffset,
  });
});

/** Whether the platform's strict decoder reads the bytes as UTF-8 without NUL. */
function isStrictUtf8(bytes: Uint8Array): boolean {
  try {
    return !decode(bytes, "utf-8").includes("\0");
  } catch {
    return false;
  }
}

function hasUtf16Mark([a, b]: Uint8Array): boolean {
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
}

const encoded = anyText.map((text) => utf8(text));
const damaged = fc
  .tuple(encoded, fc.nat(), fc.integer({ min: 1, max: 255 }))
  .map(([bytes, at, byte]) => (bytes.length > 0 ? bytes.with(at % bytes.length, byte) : bytes));

test("a strict decoder accepts and rejects the same bytes", () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), encoded, damaged), (bytes) => {
      fc.pre(!hasUtf16Mark(bytes));
      expect(decodeText(bytes, decode).kind).toBe(isStrictUtf8(bytes) ? "text" : "encoding");
    }),
    { numRuns: 2000 },
  );
});

test("100 MB are rejected by size, before they are read and before they are decoded", () => {
  const problem = { kind: "tooLarge", name: "", bytes: 100_000_000, limit: CORPUS_LIMITS.bytes };
  expect(sizeProblem(100_000_000)).toEqual(problem);
  expect(decodeText(new Uint8Array(100_000_000), refuse)).toEqual(problem);
  expect(sizeProblem(CORPUS_LIMITS.bytes)).toBeNull();
});
