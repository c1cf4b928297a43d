/** Every kind of table that students have, read without an edit, against csv-parse or against the pairs it was made of. */
import { parse as parseCsv } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { readInput, readProblem, readUsable } from "../../testing/readInput";
import { ENGLISH_FRENCH, ENGLISH_KOREAN, linesOf } from "../../testing/smallPairs";

const PAIRS = ENGLISH_FRENCH;

/** The pairs as RFC 4180 has them, every cell quoted. */
function quoted(rows: readonly (readonly string[])[], delimiter: string, lineEnd = "\r\n"): string {
  const cells = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`));
  return linesOf(cells, delimiter, lineEnd);
}

describe("a table of text", () => {
  it.each(["\t", ",", ";", "|", " ||| "] as const)(
    "with %j between its columns",
    async (delimiter) => {
      for (const lineEnd of ["\n", "\r\n", "\r"]) {
        const { sentences, reading } = await readUsable(linesOf(PAIRS, delimiter, lineEnd));
        expect(sentences).toEqual(PAIRS);
        expect(reading).toMatchObject({ kind: "table", delimiter, header: null });
      }
    },
  );

  it.each([",", ";", "\t", "|"])("with quotes as RFC 4180 has them, and %j", async (delimiter) => {
    const rows = PAIRS.map(([source, target], i) => [
      i % 3 === 0 ? `He said "${source}"` : `Well${delimiter} ${source}`,
      i % 4 === 0 ? `${target}\nEt voilà` : target,
    ]);
    const text = quoted(rows, delimiter);
    const reference: string[][] = parseCsv(text, { delimiter, record_delimiter: "\r\n" });
    expect(reference).toEqual(rows);
    const { sentences, reading } = await readUsable(text);
    expect(sentences).toEqual(reference.map((row) => row.map((cell) => cell.replace(/\s+/g, " "))));
    expect(reading.hasQuotes).toBe(true);
  });

  it("keeps quotes that belong to sentences where tabs divide the columns", async () => {
    const rows = PAIRS.map(([source, target], i) =>
      i % 5 === 0 ? [`"${source}" he said.`, `« ${target} » "dit-il`] : [source, target],
    );
    const { sentences, reading, summary } = await readUsable(linesOf(rows, "\t"));
    expect(sentences).toEqual(rows);
    expect(reading.hasQuotes).toBe(false);
    expect(summary.dropped.brokenQuotes).toBe(0);
  });

  it("refuses a row whose quotes do not close, with its row and line, and reads on after it", async () => {
    const lines = PAIRS.map(([source, target], i) =>
      i === 7 ? `"${source},${target}` : `${source},${target}`,
    );
    const twoLines = ['"two\nlines",deux lignes', ...lines].join("\n");
    const { sentences, reading, summary } = await readUsable(twoLines);
    expect(summary).toMatchObject({ read: 31, kept: 30, dropped: { brokenQuotes: 1 } });
    expect(sentences.slice(1)).toEqual(PAIRS.filter((_, i) => i !== 7));
    expect(reading.refused).toEqual([
      { row: 9, line: 10, reason: "brokenQuotes", quote: `"${PAIRS[7]?.join(",")}` },
    ]);
  });

  it("names the place and the reason of rows that give no pair", async () => {
    const rows = [
      ["alone"],
      ["", "vide"],
      ...PAIRS,
      PAIRS[0] ?? [],
      [`${"very ".repeat(11)}long`, "x"],
    ];
    const { reading } = await readUsable(`\n${linesOf(rows, "\t")}`);
    expect(reading.refused.map(({ row, line, reason }) => [row, line, reason])).toEqual([
      [1, 2, "oneColumn"],
      [2, 3, "emptySide"],
      [33, 34, "duplicate"],
      [34, 35, "tooLong"],
    ]);
  });
});

describe("the columns with the sentences", () => {
  const TATOEBA = PAIRS.map(([source, target], i) => [
    `${i + 1276}`,
    source,
    `${i + 5390}`,
    target,
  ]);
  const ATTRIBUTED = PAIRS.map(([source, target], i) => [
    source,
    target,
    `CC-BY 2.0 (France) Attribution: tatoeba.org #${2877272 + i} (CM) & #${1158250 + i} (Wittydev)`,
  ]);

  it.each([
    ["Tatoeba's four, ids before the sentences", TATOEBA, ["number", "text", "number", "text"]],
    ["three with attribution", ATTRIBUTED, ["text", "text", "constant"]],
    ["behind row numbers", PAIRS.map((pair, i) => [`${i}`, ...pair]), ["number", "text", "text"]],
    ["beside one constant", PAIRS.map((pair) => ["fra", ...pair]), ["constant", "text", "text"]],
    [
      "in a table of Markdown",
      PAIRS.map((pair) => ["", ...pair, ""]),
      ["empty", "text", "text", "empty"],
    ],
    [
      "beside labels",
      [...PAIRS, ...ENGLISH_KOREAN].map((pair, i) => [...pair, `topic ${i % 3}`]),
      ["text", "text", "label"],
    ],
    [
      "beside paragraphs",
      PAIRS.map((pair, i) => [...pair, `${i} goes on and on. `.repeat(30)]),
      ["text", "text", "long"],
    ],
  ])("are found: %s", async (_, rows, kinds) => {
    const { sentences, reading } = await readUsable(linesOf(rows, "\t"));
    expect(sentences.slice(0, 30)).toEqual(PAIRS);
    expect(reading.columns.map(({ kind }) => kind)).toEqual(kinds);
  });

  it("can be chosen, and the proposed ones can be swapped", async () => {
    const text = linesOf(TATOEBA, "\t");
    const swapped = await readUsable(text, { swap: true });
    expect(swapped.sentences).toEqual(PAIRS.map(([source, target]) => [target, source]));
    expect(swapped.reading).toMatchObject({ taken: { source: 3, target: 1 } });
    const chosen = await readUsable(text, { swap: true, columns: { source: 0, target: 1 } });
    expect(chosen.sentences[0]).toEqual(["1276", PAIRS[0]?.[0]]);
    expect(chosen.reading).toMatchObject({
      proposed: { source: 3, target: 1 },
      taken: { source: 0, target: 1 },
    });
    const gone = await readUsable(text, { columns: { source: 0, target: 9 } });
    expect(gone.reading.taken).toEqual({ source: 1, target: 3 });
  });

  it("have the cells of the first three rows as samples", async () => {
    const { reading } = await readUsable(linesOf(TATOEBA, "\t"));
    expect(reading.columns[1]).toEqual({
      name: null,
      kind: "text",
      samples: PAIRS.slice(0, 3).map(([source]) => source),
    });
  });
});

describe("the first row", () => {
  const CHATBOT = [
    ["Q", "A", "label"],
    ...ENGLISH_KOREAN.map(([source, target], i) => [`${source}, ok`, `${target}, 네`, `${i % 3}`]),
  ];

  it("names the columns of the Korean chatbot set, which is CSV with a label", async () => {
    const text = quoted(CHATBOT, ",").replaceAll(/"([^",\n]*)"/g, "$1"); // quotes where a comma needs them
    const reference: Record<string, string>[] = parseCsv(text, { columns: true });
    const { sentences, reading } = await readUsable(text);
    expect(sentences).toEqual(reference.map(({ Q, A }) => [Q, A]));
    expect(reading.header).toEqual(["Q", "A", "label"]);
    expect(reading.columns.map(({ name }) => name)).toEqual(["Q", "A", "label"]);
    expect(reading.columns[2]?.kind).toBe("number");
  });

  it.each([
    [["", "input", "label"], PAIRS.map((pair, i) => [`${i}`, ...pair])], // with an index, as pandas writes it
    [["source", "target"], PAIRS],
    [["English", "French"], PAIRS],
    [["번호", "원문", "번역문"], PAIRS.map((pair, i) => [`${i}`, ...pair])],
    [["ko_original", "en_corpus", "n"], PAIRS.map((pair, i) => [...pair, `${i}`])],
  ])("names the columns: %j", async (header, rows) => {
    const { sentences, reading } = await readUsable(linesOf([header, ...rows], ","));
    expect(sentences).toEqual(PAIRS);
    expect(reading.header).toEqual(header);
  });

  it("is a pair where it only looks like one, and the student can say otherwise", async () => {
    const text = linesOf([["Hi.", "Salut."], ...PAIRS], "\t");
    const asPair = await readUsable(text);
    expect(asPair.reading.header).toBeNull();
    expect(asPair.summary.read).toBe(31);
    const asHeader = await readUsable(text, { header: true });
    expect(asHeader.sentences).toEqual(PAIRS);
    const named = linesOf([["source", "target"], ...PAIRS], "\t");
    expect((await readUsable(named, { header: false })).summary.read).toBe(31);
  });
});

describe("cells pasted from a spreadsheet", () => {
  it("have tabs between them, and quotes around line breaks", async () => {
    const rows = PAIRS.map(([source, target], i) =>
      i === 2 ? [`"${source}\nNow"`, target] : [source, target],
    );
    const { sentences } = await readUsable(linesOf(rows, "\t", "\r\n"));
    expect(sentences[2]).toEqual([`${PAIRS[2]?.[0]} Now`, PAIRS[2]?.[1]]);
    expect(sentences).toHaveLength(30);
  });
});

describe("an export of Anki", () => {
  it("has comment lines, markup and quotes", async () => {
    const notes = PAIRS.map(([source, target], i) => [
      `guid${i}`,
      "Basic",
      i % 2
        ? `<b>${source.replace(" ", "&nbsp;")}</b>[sound:en-${i}.mp3]`
        : `"<div class=""x"">${source}</div>\n<br>"`,
      `${target.replace(" ", "<br>")} {{c1::ok::hint}}`,
      "french",
    ]);
    const head = "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#tags column:5\n";
    const { sentences, reading } = await readUsable(head + linesOf(notes, "\t"));
    expect(sentences).toEqual(PAIRS.map(([source, target]) => [source, `${target} ok`]));
    expect(reading).toMatchObject({ comments: 5, cleaned: 60, delimiter: "\t" });
    expect(reading.columns.map(({ kind }) => kind)).toEqual([
      "label",
      "label",
      "text",
      "text",
      "label",
    ]);
  });

  it("says its separator and its columns", async () => {
    const head = "#separator:Semicolon\n#columns:Front;Back\n";
    const { sentences, reading } = await readUsable(head + linesOf(PAIRS, ";"));
    expect(sentences).toEqual(PAIRS);
    expect(reading.columns.map(({ name }) => name)).toEqual(["Front", "Back"]);
  });

  it("is not seen in words that look like markup", async () => {
    const rows = PAIRS.map(([source, target]) => [`${source} <3 <eos>`, `${target} AT&T`]);
    const { sentences, reading } = await readUsable(linesOf(rows, "\t"));
    expect(sentences).toEqual(rows);
    expect(reading.cleaned).toBe(0);
  });
});

describe("a pronouncing dictionary", () => {
  const WORDS = Array.from(
    { length: 30 },
    (_, i) => `word${String.fromCharCode(97 + (i % 26))}${i > 25 ? "s" : ""}`,
  );

  it("has a word, one space, phonemes, variants and comments", async () => {
    const lines = WORDS.map(
      (word, i) => `${word} W ER1 D ${i % 2 ? "AH0" : "Z"} K${i > 25 ? " S" : ""}`,
    );
    const text = [
      ";;; a comment",
      ...lines,
      "wordb(2) W AO1 R D",
      "aalborg AO1 L B AO0 R G # place, danish",
      "",
    ];
    const { sentences, reading, task } = await readUsable(text.join("\n"));
    expect(sentences.slice(0, 2)).toEqual([
      ["worda", "W ER1 D Z K"],
      ["wordb", "W ER1 D AH0 K"],
    ]);
    expect(sentences.slice(-2)).toEqual([
      ["wordb", "W AO1 R D"],
      ["aalborg", "AO1 L B AO0 R G"],
    ]);
    expect(reading).toMatchObject({
      delimiter: "space",
      comments: 1,
      units: { source: "characters", target: "separated" },
      notes: { source: { kind: "oneWord" }, target: { kind: "phonemes" } },
    });
    expect(task.tokenize("wordb")).toEqual(["w", "o", "r", "d", "b"]);
  });
});

describe("a text that is no table", () => {
  it("is refused with its first line", async () => {
    const names = ["Abe", "Berta", "Cid"].join("\n");
    expect(await readProblem(names)).toEqual({ kind: "noColumns", line: 1, text: "Abe" });
  });

  it("is refused where it has more columns than any table of sentences", async () => {
    const wide = Array.from({ length: 501 }, (_, i) => `c${i}`).join("\t");
    expect(await readProblem(`${wide}\n${wide}\n`)).toEqual({
      kind: "tooManyColumns",
      line: 1,
      columns: 501,
      limit: 500,
    });
  });

  it.each(["\t", " ", "\r", '"', "1", "<"])(
    "is read in the end where a line has a million of %j",
    async (character) => {
      const long = `a${character.repeat(1_000_000)}b # c`;
      const { report } = await readInput(`${linesOf(PAIRS, ";")}${long}\n`);
      expect(report.status).toBe("usable");
      const many = await readInput(`a${character.repeat(900_000)}b\n`.repeat(3));
      expect(many.report.status).toBe("unusable");
    },
  );

  it("is refused a line of more than a megabyte, and the others are read", async () => {
    const long = `${"long ".repeat(250_000)}\tx`;
    const { sentences, reading } = await readUsable(
      `${linesOf(PAIRS.slice(0, 20), "\t")}${long}\n${linesOf(PAIRS.slice(20), "\t")}`,
    );
    expect(sentences).toEqual(PAIRS);
    expect(reading.refused).toMatchObject([{ row: 21, line: 21, reason: "lineTooLong" }]);
  });
});
