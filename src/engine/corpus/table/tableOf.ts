/** Finds out what kind of table a text is. */
import type { CorpusProblem } from "../problem";
import type { CorpusOptions } from "../report";
import { type AnkiHead, readAnkiHead } from "./anki";
import { delimitedRows, type Dialect } from "./delimited";
import { dialectOf, findDialect } from "./dialect";
import { jsonTable } from "./json";
import { firstLines } from "./lines";
import { quoteOf, type Table } from "./rows";
import { countComments, isPronouncing, spacedRows } from "./spaced";

/** @param options a delimiter that is chosen makes every text a table of lines */
export function tableOf(
  text: string,
  { delimiter }: Pick<CorpusOptions, "delimiter">,
): Table | CorpusProblem {
  const [line] = firstLines(text, 1);
  if (!line) return { kind: "empty" };
  const found = (delimiter === "auto" && jsonTable(text)) || tableOfLines(text, delimiter);
  return found ?? { kind: "noColumns", line: line.number, text: quoteOf(line.text) };
}

function tableOfLines(text: string, chosen: CorpusOptions["delimiter"]): Table | null {
  const head = readAnkiHead(text) ?? NO_HEAD;
  const delimiter = chosen === "auto" ? (head.delimiter ?? "auto") : chosen;
  if (delimiter === "space") return spacedTable(text);
  if (delimiter !== "auto") return delimitedTable(text, dialectOf(text, delimiter), head);
  if (isPronouncing(text)) return spacedTable(text);
  const dialect = findDialect(text, head.end);
  return dialect && delimitedTable(text, dialect, head);
}

const NO_HEAD: AnkiHead = { end: 0, lines: 0, delimiter: null, names: null, labels: [] };

function delimitedTable(
  text: string,
  dialect: Dialect,
  { end, lines, names, labels }: AnkiHead,
): Table {
  const isAnki = lines > 0;
  const hasQuotes = isAnki || dialect.hasQuotes;
  return {
    kind: "table",
    ...dialect,
    hasQuotes,
    names,
    labels,
    comments: lines,
    hasMarkup: isAnki,
    total: text.length,
    batches: delimitedRows(text, { position: end, line: lines + 1 }, { ...dialect, hasQuotes }),
  };
}

function spacedTable(text: string): Table {
  return {
    kind: "table",
    delimiter: "space",
    hasQuotes: false,
    names: [null, null],
    labels: [],
    comments: countComments(text),
    hasMarkup: false,
    total: text.length,
    batches: spacedRows(text),
  };
}
