/** Exports of Anki: the lines at the top that say how the notes are written, and the markup inside them. */
import type { Delimiter } from "../report";

export interface AnkiHead {
  readonly end: number; // where the notes begin
  readonly lines: number;
  readonly delimiter: Delimiter | null; // null: it does not say
  readonly names: readonly string[] | null;
  readonly labels: readonly number[]; // columns of tags, decks, types and ids
}

const DIRECTIVE =
  /^#(separator|html|tags|columns|notetype|deck|notetype column|deck column|tags column|guid column|if matches):(.*)$/i;

const SEPARATORS: Readonly<Record<string, Delimiter>> = {
  tab: "\t",
  "\t": "\t",
  comma: ",",
  ",": ",",
  semicolon: ";",
  ";": ";",
  pipe: "|",
  "|": "|",
  space: "space",
};

/** The lines at the top of a text that begin with "#"; null where the first is none of Anki's. */
export function readAnkiHead(text: string): AnkiHead | null {
  const lines = headLines(text);
  const directives = lines.map((line) => DIRECTIVE.exec(line.trimEnd()));
  if (!directives[0]) return null;
  const found = new Map(
    directives.map((match) => [match?.[1]?.toLowerCase() ?? "", match?.[2] ?? ""]),
  );
  const delimiter = SEPARATORS[found.get("separator")?.toLowerCase() ?? ""] ?? null;
  const between = delimiter === null || delimiter === "space" ? "\t" : delimiter;
  return {
    end: lines.join("").length,
    lines: lines.length,
    delimiter,
    names: found.get("columns")?.split(between) ?? null,
    labels: LABEL_COLUMNS.map((name) => Number(found.get(name)) - 1).filter((at) => at >= 0),
  };
}

const LABEL_COLUMNS = ["tags column", "notetype column", "deck column", "guid column"];

/** With their line ends. */
function headLines(text: string): string[] {
  const lines: string[] = [];
  for (let at = 0; text[at] === "#";) {
    const lineEnd = text.indexOf("\n", at);
    const next = lineEnd < 0 ? text.length : lineEnd + 1;
    lines.push(text.slice(at, next));
    at = next;
  }
  return lines;
}

/** The elements that editors of notes write; "<eos>" and "<3" are no markup. */
const TAG =
  "</?(?:a|b|br|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|rb|rp|rt|ruby|s|small|span|strong|sub|sup|table|tbody|td|tr|u|ul)(?:\\s[^<>]{0,500})?/?>";
const MARKUP = new RegExp(
  `${TAG}|&(?:#\\d{1,7}|#x[\\da-f]{1,6}|nbsp|amp|lt|gt|quot|apos);|\\[sound:[^\\]]{1,200}\\]|\\{\\{c\\d+::`,
  "i",
);
const BREAK = /<\/?(?:br|div|p|li|hr|img|td|tr|h[1-6])\b[^<>]{0,500}>/gi;
const TAGS = new RegExp(TAG, "gi");

export function hasMarkup(text: string): boolean {
  return MARKUP.test(text);
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: " ",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** The text of a cell without markup: breaks become spaces, sounds and pictures go, gaps are filled in. */
export function withoutMarkup(text: string): string {
  return text
    .replace(/\[sound:[^\]]{1,200}\]/gi, " ")
    .replace(/\{\{c\d+::(.*?)(?:::.*?)?\}\}/gis, "$1")
    .replace(BREAK, " ")
    .replace(TAGS, "")
    .replace(
      /&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/gi,
      (entity, name: string) => characterOf(name) ?? entity,
    );
}

function characterOf(name: string): string | undefined {
  if (!name.startsWith("#")) return ENTITIES[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
