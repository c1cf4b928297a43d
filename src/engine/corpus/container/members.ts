/** The files inside an archive: what the archive is, and which of its files hold pairs. */
import type { NotText } from "../problem";
import type { Member } from "../reading";
import type { ZipEntry } from "./zipDirectory";

/** Other formats are archives, too: a file inside tells them. */
const FORMATS: readonly (readonly [NotText | "xlsx", RegExp])[] = [
  ["xlsx", /^xl\/workbook\.xml$/],
  ["docx", /^word\/document\.xml$/],
  ["pptx", /^ppt\/presentation\.xml$/],
  ["anki", /^collection\.anki2/],
  ["numbers", /^Index\/(Document|CalculationEngine)\.iwa$|^Index\.zip$/],
  ["hwpx", /^Contents\/section0\.xml$/],
  ["ods", /^content\.xml$/], // or odt
  ["epub", /^META-INF\/container\.xml$/],
];

export function formatOf(entries: readonly ZipEntry[]): NotText | "xlsx" | null {
  const found = FORMATS.find(([, pattern]) => entries.some(({ name }) => pattern.test(name)));
  return found ? found[0] : null;
}

const TEXT_NAME = /\.(txt|tsv|csv|tab|json|jsonl|ndjson|dict|text)$/i;
const OTHER_NAME =
  /\.(xml|html?|md|pdf|png|jpe?g|gif|mp3|wav|xlsx?|docx?|py|ipynb|zip|gz|db|ini|yml)$/i;
const ABOUT = /^(readme|licen[cs]e|_?about|copying|changelog|notice)/i;

const baseOf = (name: string): string => name.split("/").at(-1) ?? name;

const isJunk = (name: string) => /(^|\/)(__MACOSX\/|\.)/.test(name) || name.endsWith("/");

/** The entries that can hold pairs, the likeliest first: data by name before others, large before small. */
export function readable(entries: readonly ZipEntry[]): ZipEntry[] {
  return entries
    .filter(({ name, unpacked }) => !isJunk(name) && !OTHER_NAME.test(name) && unpacked > 0)
    .toSorted((a, b) => rankOf(a) - rankOf(b) || b.unpacked - a.unpacked);
}

function rankOf({ name }: ZipEntry): number {
  if (ABOUT.test(baseOf(name))) return 2;
  return TEXT_NAME.test(name) ? 0 : 1;
}

export const TOGETHER = " + "; // joins the names of two files that are read together

/** A name without its language, as "a" of "a.en". */
const stemOf = (name: string) => /^(.*)\.(?:[a-z]{2,3})$/i.exec(name)?.[1];

/** Two files whose names differ in the language alone, as "a.en" and "a.ko"; the first such pair. */
export function pairOfFiles(entries: readonly ZipEntry[]): readonly [ZipEntry, ZipEntry] | null {
  for (const first of entries) {
    const stem = TEXT_NAME.test(first.name) ? undefined : stemOf(first.name);
    const second = entries.find((other) => other !== first && stemOf(other.name) === stem);
    if (stem === undefined || !second || ABOUT.test(baseOf(first.name))) continue;
    return first.name < second.name ? [first, second] : [second, first];
  }
  return null;
}

/** What can be chosen: two files together, and each file. */
export function membersOf(entries: readonly ZipEntry[]): Member[] {
  const both = pairOfFiles(entries);
  const together = both && {
    name: both.map(({ name }) => name).join(TOGETHER),
    bytes: both[0].unpacked + both[1].unpacked,
  };
  const each = entries.map(({ name, unpacked }) => ({ name, bytes: unpacked }));
  return together ? [together, ...each] : each;
}
