/** Files that hold others, and files that hold no text. */
import { gzipSync, strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { readProblem, readUsable } from "../../testing/readInput";
import { ENGLISH_FRENCH, ENGLISH_KOREAN, linesOf } from "../../testing/smallPairs";
import type { NotText } from "./problem";
import { CORPUS_LIMITS } from "./report";

const TEXT = linesOf(ENGLISH_FRENCH, "\t");
const sideOf = (side: 0 | 1) => strToU8(ENGLISH_KOREAN.map((pair) => `${pair[side]}\n`).join(""));

const file = (bytes: Uint8Array, name: string) => new File([Uint8Array.from(bytes)], name);

describe("a gzipped file", () => {
  it("is unpacked, also one of several parts", async () => {
    const half = TEXT.indexOf("\n", TEXT.length / 2) + 1;
    const parts = [TEXT.slice(0, half), TEXT.slice(half)].map((part) => gzipSync(strToU8(part)));
    for (const given of [[gzipSync(strToU8(TEXT))], parts]) {
      const { sentences, reading } = await readUsable(
        new File(
          given.map((part) => Uint8Array.from(part)),
          "fra.txt.gz",
        ),
      );
      expect(sentences).toEqual(ENGLISH_FRENCH);
      expect(reading).toMatchObject({ container: "gz", members: [], member: null });
    }
  });

  it("can be one of two, as Multi30k has them", async () => {
    const files = [file(gzipSync(sideOf(0)), "val.en.gz"), file(gzipSync(sideOf(1)), "val.ko.gz")];
    const { sentences, reading } = await readUsable(files);
    expect(sentences).toEqual(ENGLISH_KOREAN);
    expect(reading.columns.map(({ name }) => name)).toEqual(["val.en", "val.ko"]);
  });

  it("is refused where it is cut, or unpacks to more than the limit", async () => {
    const packed = gzipSync(strToU8(TEXT));
    const broken = { kind: "damaged", name: "a.gz", container: "gz", why: "broken" };
    expect(await readProblem(file(packed.with(20, 0xff).with(21, 0xff), "a.gz"))).toEqual(broken);
    expect(await readProblem(file(packed.subarray(0, 100), "a.gz"))).toEqual(broken);
    const bomb = gzipSync(new Uint8Array(CORPUS_LIMITS.bytes + 1).fill(97));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await readProblem(file(bomb, "a.gz"))).toEqual({
      kind: "unpackedTooLarge",
      name: "a.gz",
      limit: CORPUS_LIMITS.bytes,
    });
  });
});

describe("a ZIP archive", () => {
  const fraEng = zipSync({
    "_about.txt": strToU8("About this file, and more\n".repeat(500)),
    "fra.txt": strToU8(TEXT),
  });

  it("gives the file with the pairs, and names the others", async () => {
    const { sentences, reading } = await readUsable(file(fraEng, "fra-eng.zip"));
    expect(sentences).toEqual(ENGLISH_FRENCH);
    expect(reading).toMatchObject({ container: "zip", member: "fra.txt" });
    expect(reading.members.map(({ name }) => name)).toEqual(["fra.txt", "_about.txt"]);
    expect(reading.members[0]?.bytes).toBe(strToU8(TEXT).length);
  });

  it("gives the file that is chosen", async () => {
    const two = zipSync({
      "a.tsv": strToU8(TEXT + TEXT),
      "b.csv": strToU8(linesOf(ENGLISH_KOREAN, ",")),
    });
    expect((await readUsable(file(two, "x.zip"))).sentences).toEqual(ENGLISH_FRENCH);
    const { sentences, reading } = await readUsable(file(two, "x.zip"), { member: "b.csv" });
    expect(sentences).toEqual(ENGLISH_KOREAN);
    expect(reading.member).toBe("b.csv");
  });

  it("of OPUS gives its two files in Moses' format together", async () => {
    const moses = zipSync({
      README: strToU8("Corpus"),
      LICENSE: strToU8("CC-BY ".repeat(2000)),
      "Tatoeba.en-ko.en": sideOf(0),
      "Tatoeba.en-ko.ko": [sideOf(1), { level: 0 }], // stored
      "Tatoeba.en-ko.xml": strToU8("<xml/>"),
    });
    const { sentences, reading } = await readUsable(file(moses, "en-ko.txt.zip"));
    expect(sentences).toEqual(ENGLISH_KOREAN);
    expect(reading).toMatchObject({
      kind: "twoFiles",
      member: "Tatoeba.en-ko.en + Tatoeba.en-ko.ko",
    });
  });

  it("is refused where it is cut, has a password, or holds no text", async () => {
    const broken = { kind: "damaged", name: "a.zip", container: "zip" };
    expect(await readProblem(file(fraEng.subarray(0, -30), "a.zip"))).toEqual({
      ...broken,
      why: "broken",
    });
    const locked = Uint8Array.from(fraEng);
    for (let i = 0; i + 9 < locked.length; i++)
      if (locked[i] === 0x50 && locked[i + 1] === 0x4b && locked[i + 2] === 1) locked[i + 8] = 1;
    expect(await readProblem(file(locked, "a.zip"))).toEqual({ ...broken, why: "password" });
    const pictures = zipSync({ "a.png": strToU8("x"), "b.pdf": strToU8("y") });
    expect(await readProblem(file(pictures, "a.zip"))).toEqual({
      kind: "noMember",
      name: "a.zip",
      files: ["a.png", "b.pdf"],
    });
    const bomb = zipSync({ "a.txt": new Uint8Array(CORPUS_LIMITS.bytes + 1) });
    expect(await readProblem(file(bomb, "a.zip"))).toMatchObject({ kind: "unpackedTooLarge" });
  });
});

async function workbook(
  sheets: readonly {
    readonly name: string;
    readonly rows: readonly (readonly (string | number)[])[];
  }[],
): Promise<File> {
  const written = await writeXlsxFile(
    sheets.map(({ name, rows }) => ({
      sheet: name,
      data: rows.map((row) => row.map((value) => ({ value }))),
    })),
  ).toBuffer();
  return file(written, "pairs.xlsx");
}

describe("a workbook of Excel", () => {
  it("is read, with its header and its sheets", async () => {
    const rows = [
      ["번호", "원문", "번역문"],
      ...ENGLISH_KOREAN.map(([en, ko], i) => [i + 1, ko, en]),
    ];
    const given = await workbook([
      { name: "Notes", rows: [["x", "y"]] },
      { name: "대화", rows },
    ]);
    const { sentences, reading } = await readUsable(given);
    expect(sentences).toEqual(ENGLISH_KOREAN.map(([en, ko]) => [ko, en]));
    expect(reading).toMatchObject({
      kind: "spreadsheet",
      container: "xlsx",
      member: "대화",
      members: [{ name: "Notes" }, { name: "대화" }],
      header: ["번호", "원문", "번역문"],
      encoding: null,
    });
    expect(await readProblem(given, { member: "Notes" })).toMatchObject({
      kind: "tooFew",
      read: 1,
    });
  });

  it("is refused where it is damaged", async () => {
    const bytes = new Uint8Array(
      await (await workbook([{ name: "A", rows: ENGLISH_FRENCH }])).arrayBuffer(),
    );
    const entries = zipSync({ "xl/workbook.xml": strToU8("<broken") });
    expect(await readProblem(file(entries, "a.xlsx"))).toMatchObject({
      kind: "damaged",
      container: "xlsx",
    });
    expect(await readProblem(file(bytes.subarray(0, -40), "a.xlsx"))).toMatchObject({
      kind: "damaged",
    });
  });
});

const ascii = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
const wide = (text: string) => ascii(text).flatMap((code) => [code, 0]);

/** A compound file with a stream of this name in its directory. */
function compound(name: string, before: readonly number[] = []): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set([...before, ...wide(name)], 1152);
  return bytes;
}

const zipWith = (name: string, content = "x") =>
  zipSync({ mimetype: [strToU8(content), { level: 0 }], [name]: strToU8("y") });
const behind = (at: number, bytes: readonly number[]) =>
  Uint8Array.from([...Array.from({ length: at }, () => 65), ...bytes, 0]);

describe("a file without text", () => {
  it.each<[NotText, Uint8Array]>([
    ["xls", compound("Workbook")],
    ["doc", compound("WordDocument")],
    ["ppt", compound("PowerPoint Document")],
    ["hwp", compound("HwpSummaryInformation", [5, 0])],
    ["locked", compound("EncryptedPackage")],
    ["docx", zipWith("word/document.xml")],
    ["pptx", zipWith("ppt/presentation.xml")],
    ["hwpx", zipWith("Contents/section0.xml")],
    ["ods", zipWith("content.xml", "application/vnd.oasis.opendocument.spreadsheet")],
    ["odt", zipWith("content.xml", "application/vnd.oasis.opendocument.text")],
    ["numbers", zipWith("Index/Document.iwa")],
    ["anki", zipWith("collection.anki21")],
    ["epub", zipWith("META-INF/container.xml")],
    ["pdf", Uint8Array.from(ascii("%PDF-1.7\n%\xe2\xe3"))],
    ["rtf", Uint8Array.from(ascii("{\\rtf1\\ansi Hello}"))],
    ["png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)],
    ["jpeg", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
    ["gif", Uint8Array.from(ascii("GIF89a"))],
    ["rar", Uint8Array.from([...ascii("Rar!"), 0x1a, 7, 1, 0])],
    ["7z", Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)],
    ["xz", Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0)],
    ["bz2", Uint8Array.from(ascii("BZh91AY"))],
    ["zstd", Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd)],
    ["sqlite", Uint8Array.from(ascii("SQLite format 3\0"))],
    ["tar", behind(257, ascii("ustar"))],
    ["tarGz", gzipSync(behind(257, ascii("ustar")))],
    ["model", Uint8Array.from([2, 0, 0, 0, 0, 0, 0, 0, ...ascii('{"a":1}')])],
  ])("is named for what it is: %s", async (format, bytes) => {
    expect(await readProblem(file(bytes, "my.file"))).toEqual({
      kind: "notText",
      name: "my.file",
      format,
    });
  });

  it("is named where it is inside an archive", async () => {
    const inner = zipSync({ data: Uint8Array.from(ascii("%PDF-1.7")) });
    expect(await readProblem(file(inner, "a.zip"))).toEqual({
      kind: "notText",
      name: "data",
      format: "pdf",
    });
  });
});

describe("a file", () => {
  it("of more than the limit is refused before it is read", async () => {
    const large = file(new Uint8Array(), "large.txt");
    Object.defineProperty(large, "size", { value: 100_000_000 });
    large.arrayBuffer = () => Promise.reject(new Error("it should not be read"));
    const limit = CORPUS_LIMITS.bytes;
    expect(await readProblem(large)).toEqual({
      kind: "tooLarge",
      name: "large.txt",
      bytes: 100_000_000,
      limit,
    });
  });

  it("that is gone is unreadable", async () => {
    const gone = file(new Uint8Array(1), "gone.txt");
    gone.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotReadableError"));
    expect(await readProblem(gone)).toEqual({ kind: "unreadable", name: "gone.txt" });
  });
});
