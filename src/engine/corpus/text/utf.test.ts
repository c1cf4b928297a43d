import fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "../../../testing/anyText";
import { runToEnd } from "../../chunks";
import { firstInvalid, markOf } from "./utf";

const utf8 = (text: string) => new TextEncoder().encode(text);
const invalidUtf8 = (bytes: Uint8Array) => runToEnd(firstInvalid(bytes, "utf-8"));

const TEXT = "Go.\tVa !\n가자.\t😀 ¿Qué?\r\n";

test("valid text has no invalid byte, in any part of it", () => {
  expect(invalidUtf8(utf8(TEXT))).toBeNull();
  expect(invalidUtf8(new Uint8Array())).toBeNull();
  const long = utf8("가나😀é".repeat(300_000)); // more than one part, whose ends are inside characters
  expect(invalidUtf8(long)).toBeNull();
  const start = 12 * 200_000; // of a syllable in a later part
  expect(invalidUtf8(long.with(start + 1, 0))).toBe(start);
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
  ["a NUL", [0x41, 0x00], 1],
])("%s is no UTF-8 from its first invalid byte on", (_, bytes, offset) => {
  expect(invalidUtf8(Uint8Array.from(bytes))).toBe(offset);
});

test.each([
  ["half a unit", "utf-16le", [0x41, 0x00, 0x42], 2],
  ["a lone high surrogate", "utf-16le", [0x3d, 0xd8, 0x41, 0x00], 0],
  ["a high surrogate at the end", "utf-16be", [0x00, 0x41, 0xd8, 0x3d], 2],
  ["a lone low surrogate", "utf-16be", [0xde, 0x00], 0],
  ["a NUL", "utf-16le", [0x41, 0x00, 0x00, 0x00], 2],
] as const)("%s is no UTF-16", (_, encoding, bytes, offset) => {
  expect(runToEnd(firstInvalid(Uint8Array.from(bytes), encoding))).toBe(offset);
});

test("the mark names its encoding", () => {
  expect(markOf(utf8("\ufeffa"))).toEqual({ encoding: "utf-8", length: 3 });
  expect(markOf(Uint8Array.of(0xff, 0xfe, 0x41, 0))).toEqual({ encoding: "utf-16le", length: 2 });
  expect(markOf(Uint8Array.of(0xfe, 0xff, 0, 0x41))).toEqual({ encoding: "utf-16be", length: 2 });
  expect(markOf(utf8("a"))).toBeNull();
});

/** Whether the platform's strict decoder reads the bytes as UTF-8 without NUL. */
function isStrictUtf8(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder("utf-8", { fatal: true }).decode(bytes).includes("\0");
  } catch {
    return false;
  }
}

const encoded = anyText.map((text) => utf8(text));
const damaged = fc
  .tuple(encoded, fc.nat(), fc.integer({ min: 1, max: 255 }))
  .map(([bytes, at, byte]) => (bytes.length > 0 ? bytes.with(at % bytes.length, byte) : bytes));

test("a strict decoder accepts and rejects the same bytes", () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), encoded, damaged), (bytes) => {
      expect(invalidUtf8(bytes) === null).toBe(isStrictUtf8(bytes));
    }),
    { numRuns: 2000 },
  );
});
