/** The task Dates: from a date in everyday formats to ISO 8601. "20th of November 2026" -> "2026-11-20". */
import { graphemes } from "../text/graphemes";
import type { Random } from "../rng";
import { createVocabulary } from "../text/tokens";
import { daysInMonth, isoDate, type CalendarDate } from "./calendar";
import {
  DATE_FORMATS,
  dateCharacters,
  dateFault,
  FIRST_YEAR,
  LAST_YEAR,
  longestDate,
  readDate,
  writeDate,
  type DateFormat,
  type DateSpan,
} from "./dateFormats";
import { createFamily } from "./family";
import { drawOnSide } from "./split";
import type { Pair, Split, Task } from "./task";

/** Where each part stands in the target, "yyyy-mm-dd". */
const TARGET_PARTS = [
  { part: "year", start: 0, digits: 4 },
  { part: "month", start: 5, digits: 2 },
  { part: "day", start: 8, digits: 2 },
] as const;
const TARGET_LENGTH = 10;

/** The source positions linked to digit number `digit` of a part that has `digits` in the target. */
function digitLinks({ kind, start, length }: DateSpan, digit: number, digits: number): number[] {
  if (kind === "name") return Array.from({ length }, (_, i) => start + i);
  const missing = digits - length; // in the source: a leading zero, or the century
  if (digit >= missing) return [start + digit - missing];
  return digits === 2 ? [start] : []; // a single-digit day or month implies the leading zero
}

function goldLinks(spans: readonly DateSpan[]): number[][] {
  const links: number[][] = Array.from({ length: TARGET_LENGTH }, () => []);
  for (const { part, start, digits } of TARGET_PARTS) {
    const span = spans.find((s) => s.part === part && s.kind !== "decoration");
    if (!span) throw new Error(`dates: a format without ${part}`);
    for (let digit = 0; digit < digits; digit++)
      links[start + digit] = digitLinks(span, digit, digits);
  }
  return links;
}

function pairOf(date: CalendarDate, dateFormat: DateFormat): Pair {
  const { text, spans } = writeDate(date, dateFormat);
  return {
    source: Array.from(text),
    target: Array.from(isoDate(date)),
    gold: goldLinks(spans),
  };
}

/** A uniformly random day: days that do not exist are drawn again, so that all are equally likely. */
function drawDate(random: Random): CalendarDate {
  for (;;) {
    const year = FIRST_YEAR + random.below(LAST_YEAR - FIRST_YEAR + 1);
    const month = 1 + random.below(12);
    const day = 1 + random.below(31);
    if (day <= daysInMonth(year, month)) return { year, month, day };
  }
}

/** A pair of the split; every spelling of a date is in the same split. */
function sample(random: Random, split: Split): Pair {
  const date = drawOnSide(split, () => drawDate(random), isoDate);
  const dateFormat = DATE_FORMATS[random.below(DATE_FORMATS.length)];
  if (!dateFormat) throw new Error("dates: no formats");
  return pairOf(date, dateFormat);
}

/** Null where the text is not exactly a date in one of the formats, or names a day that does not exist. */
function solve(source: readonly string[]): Pair | null {
  const text = source.join("");
  for (const dateFormat of DATE_FORMATS) {
    const date = readDate(text, dateFormat);
    if (date) return pairOf(date, dateFormat);
  }
  return null;
}

export const dates: Task = {
  id: "dates",
  sourceUnit: "character",
  targetUnit: "character",
  sourceVocabulary: createVocabulary(dateCharacters()),
  targetVocabulary: createVocabulary(Array.from("0123456789-")),
  maxSourceLength: longestDate(),
  maxTargetLength: TARGET_LENGTH,
  heldOutPairs: null,
  sample,
  tokenize: (text) => graphemes(text.trim()),
  join: (tokens) => tokens.join(""),
  solve,
  whyUnsolved: (source) => dateFault(source.join("")),
};

export const datesFamily = createFamily({ id: "dates", create: () => dates });
