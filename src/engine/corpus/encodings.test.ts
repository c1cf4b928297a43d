/** Texts in older encodings, written by iconv-lite: read as they are, or refused, and never garbled. */
import iconv from "iconv-lite";
import { describe, expect, it, vi } from "vitest";
import { readProblem, readUsable } from "../../testing/readInput";
import {
  ENGLISH_FRENCH,
  ENGLISH_JAPANESE,
  ENGLISH_KOREAN,
  linesOf,
} from "../../testing/smallPairs";
import type { Encoding } from "./report";

/**
 * The decoder of the Encoding Standard for "euc-kr", which is CP949's. Browsers have it; Node's reads EUC-KR alone.
 */
class Cp949Decoder {
  readonly #decoder = iconv.getDecoder("cp949");
  readonly #isFatal: boolean;

  constructor({ fatal = false }: { readonly fatal?: boolean } = {}) {
    this.#isFatal = fatal;
  }

  decode(bytes = new Uint8Array(), { stream = false } = {}): string {
    const text =
      this.#decoder.write(Buffer.from(bytes)) + (stream ? "" : (this.#decoder.end() ?? ""));
    if (this.#isFatal && text.includes("\ufffd")) throw new TypeError("not CP949");
    return text;
  }
}

/** Rare syllables that CP949 has and EUC-KR has not. */
const CP949 = ENGLISH_KOREAN.map(([en, ko]) => [en, `${ko} 뷁 똠`] as const);

describe("the encoding of a file", () => {
  it.each([
    ["utf-8", "utf8", ENGLISH_KOREAN, "valid"],
    ["euc-kr", "euc-kr", ENGLISH_KOREAN, "content"],
    ["shift_jis", "shift_jis", ENGLISH_JAPANESE, "content"],
    ["windows-1252", "win1252", ENGLISH_FRENCH, "content"],
    ["windows-1252", "latin1", ENGLISH_FRENCH, "content"],
    ["utf-16le", "utf-16le", ENGLISH_KOREAN, "content"],
    ["utf-16be", "utf-16be", ENGLISH_KOREAN, "content"],
  ] as const)("is proposed by content: %s (%s)", async (encoding, name, pairs, why) => {
    const bytes = iconv.encode(linesOf(pairs, "\t"), name);
    const { sentences, reading } = await readUsable(bytes);
    expect(sentences).toEqual(pairs);
    expect(reading.encoding).toMatchObject({ encoding, why });
  });

  it("is proposed by content: CP949 with what EUC-KR lacks", async () => {
    const Platform = TextDecoder;
    vi.stubGlobal(
      "TextDecoder",
      function Decoder(encoding: string, options?: { readonly fatal?: boolean }) {
        return encoding === "euc-kr" ? new Cp949Decoder(options) : new Platform(encoding, options);
      },
    );
    const { sentences, reading } = await readUsable(iconv.encode(linesOf(CP949, "\t"), "cp949"));
    vi.unstubAllGlobals();
    expect(sentences).toEqual(CP949);
    expect(reading.encoding).toMatchObject({ encoding: "euc-kr", why: "content" });
  });

  it.each(["utf8", "utf-16le", "utf-16be"])("is said by its mark: %s", async (name) => {
    const bytes = iconv.encode(linesOf(ENGLISH_KOREAN, ","), name, { addBOM: true });
    const { sentences, reading } = await readUsable(bytes);
    expect(sentences).toEqual(ENGLISH_KOREAN);
    expect(reading.encoding).toMatchObject({ why: "mark", others: [] });
  });

  it("is each file's own where there are two", async () => {
    const files = ([0, 1] as const).map((side) => {
      const lines = ENGLISH_KOREAN.map((pair) => `${pair[side]}\n`).join("");
      return new Blob([Uint8Array.from(iconv.encode(lines, side === 0 ? "utf8" : "cp949"))]);
    });
    expect((await readUsable(files)).sentences).toEqual(ENGLISH_KOREAN);
  });

  it("comes with the others that also decode, and how they read", async () => {
    const bytes = iconv.encode(linesOf(ENGLISH_KOREAN, "\t"), "cp949");
    const { reading } = await readUsable(bytes);
    const latin = reading.encoding?.others.find(({ encoding }) => encoding === "windows-1252");
    expect(latin?.sample).toContain(iconv.decode(iconv.encode("나는", "cp949"), "win1252"));
    expect(reading.encoding?.others.map(({ encoding }) => encoding)).not.toContain("utf-8");
    const { reading: ascii } = await readUsable(
      iconv.encode(linesOf(ENGLISH_FRENCH, "\t").replace(/[^\t\n -~]/g, "e"), "utf8"),
    );
    expect(ascii.encoding?.others).toEqual([]);
  });

  it("can be chosen", async () => {
    const bytes = iconv.encode(linesOf(ENGLISH_KOREAN, "\t"), "cp949");
    const { sentences, reading } = await readUsable(bytes, { encoding: "windows-1252" });
    expect(reading.encoding).toMatchObject({ encoding: "windows-1252", why: "chosen" });
    expect(sentences[0]?.[1]).not.toBe(ENGLISH_KOREAN[0]?.[1]);
    expect(await readProblem(bytes, { encoding: "utf-8" })).toEqual({
      kind: "encoding",
      name: "",
      encoding: "utf-8",
      byteOffset: bytes.findIndex((byte) => byte > 127),
    });
  });
});

describe("a file that would be garbled", () => {
  const utf8 = iconv.encode(linesOf(ENGLISH_KOREAN, "\t"), "utf8");

  it("is refused where one byte of its UTF-8 is damaged", async () => {
    const at = utf8.indexOf(0xeb);
    expect(await readProblem(Uint8Array.from(utf8).with(at + 1, 0x20))).toMatchObject({
      kind: "encoding",
      byteOffset: at,
    });
  });

  it.each<[string, number[]]>([
    ["with a NUL", [65, 0, 66]],
    [
      "of random bytes",
      Array.from({ length: 4000 }, (_, i) => (i * 7919 + ((i * i) >> 3)) % 256 || 1),
    ],
  ])("is refused %s", async (_, bytes) => {
    expect(await readProblem(Uint8Array.from(bytes))).toMatchObject({
      kind: "encoding",
      encoding: "utf-8",
    });
  });

  it.each<[Encoding, string]>([
    ["euc-kr", "shift_jis"],
    ["shift_jis", "euc-kr"],
  ])("is never Korean for Japanese or the reverse: not %s", async (wrong, right) => {
    const pairs = right === "euc-kr" ? ENGLISH_KOREAN : ENGLISH_JAPANESE;
    const { reading } = await readUsable(iconv.encode(linesOf(pairs, "\t"), right));
    expect(reading.encoding?.encoding).not.toBe(wrong);
  });
});
