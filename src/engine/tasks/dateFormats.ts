/** The formats in which the task Dates writes and reads a date, with the place of every part in the text. */
import { daysInMonth, weekday, type CalendarDate } from "./calendar";
import type { Unsolved } from "./task";

export const FIRST_YEAR = 1970; // a hundred years, in which two digits name one year: 70 = 1970, 69 = 2069
export const LAST_YEAR = 2069;

type Part = "year" | "month" | "day" | "weekday";

/** A part of a date as one format writes it. */
interface DateField {
  readonly part: Part;
  /**
   * "number": written in digits; each is linked to one digit of the target.
   * "name": written in letters; all are linked to the target's digits together.
   * "decoration": a weekday or "th", which the target does not need.
   */
  readonly kind: "number" | "name" | "decoration";
  /** The text for each value of the part, first value first. */
  readonly texts: readonly string[];
}

type Piece = string | DateField; // a string is literal text

export interface DateFormat {
  readonly pieces: readonly Piece[];
  /** Matches the format's texts (and some that are no date), with one group for each field. */
  readonly pattern: RegExp;
}

/** Where a part of the date stands in a text, in characters. */
export interface DateSpan {
  readonly part: Part;
  readonly kind: DateField["kind"];
  readonly start: number;
  readonly length: number;
}

interface WrittenDate {
  readonly text: string;
  readonly spans: readonly DateSpan[];
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

const padded = (value: number) => String(value).padStart(2, "0");

/** "st", "nd", "rd" or "th". */
function ordinalEnding(day: number): string {
  if (day >= 11 && day <= 13) return "th";
  return ["th", "st", "nd", "rd"][day % 10] ?? "th";
}

const YEARS = range(FIRST_YEAR, LAST_YEAR);
const MONTHS = range(1, 12);
const DAYS = range(1, 31);
const MONTH_NAMES =
  "January February March April May June July August September October November December".split(
    " ",
  );

const year: DateField = { part: "year", kind: "number", texts: YEARS.map(String) };
const shortYear: DateField = {
  part: "year",
  kind: "number",
  texts: YEARS.map((value) => padded(value % 100)),
};
const month: DateField = { part: "month", kind: "number", texts: MONTHS.map(String) };
const paddedMonth: DateField = { part: "month", kind: "number", texts: MONTHS.map(padded) };
const monthName: DateField = { part: "month", kind: "name", texts: MONTH_NAMES };
const shortMonthName: DateField = {
  part: "month",
  kind: "name",
  texts: MONTH_NAMES.map((name) => name.slice(0, 3)),
};
const day: DateField = { part: "day", kind: "number", texts: DAYS.map(String) };
const paddedDay: DateField = { part: "day", kind: "number", texts: DAYS.map(padded) };
const ordinal: DateField = { part: "day", kind: "decoration", texts: DAYS.map(ordinalEnding) };
const shortWeekday: DateField = {
  part: "weekday",
  kind: "decoration",
  texts: "Sun Mon Tue Wed Thu Fri Sat".split(" "),
};
const koreanWeekday: DateField = {
  part: "weekday",
  kind: "decoration",
  texts: Array.from("일월화수목금토"),
};

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Template tag: literals are written as they are, fields as their texts. */
function format(literals: TemplateStringsArray, ...fields: readonly DateField[]): DateFormat {
  const pieces = literals
    .flatMap((literal, i) => [literal, fields[i] ?? ""])
    .filter((piece) => piece !== "");
  const patterns = pieces.map((piece) =>
    typeof piece === "string" ? escapePattern(piece) : `(${[...new Set(piece.texts)].join("|")})`,
  );
  return { pieces, pattern: new RegExp(`^${patterns.join("")}$`) };
}

/** Each text names exactly one date. Ambiguous orders such as 11/12/26 are left out. */
export const DATE_FORMATS: readonly DateFormat[] = [
  format`${year}년 ${month}월 ${day}일`, //                        2026년 11월 20일
  format`${year}년 ${month}월 ${day}일 ${koreanWeekday}요일`, //     2026년 11월 20일 금요일
  format`${shortYear}년 ${month}월 ${day}일(${koreanWeekday})`, //  26년 11월 20일(금)
  format`${year}. ${month}. ${day}.`, //                          2026. 11. 20.
  format`${year}/${paddedMonth}/${paddedDay}`, //                 2026/11/20
  format`${paddedDay}.${paddedMonth}.${year}`, //                 20.11.2026 (dates with points put the day first)
  format`${day} ${shortMonthName} ${year}`, //                    20 Nov 2026
  format`${day} ${shortMonthName} '${shortYear}`, //              20 Nov '26
  format`${shortWeekday} ${day} ${shortMonthName} ${year}`, //    Fri 20 Nov 2026
  format`${day} ${monthName} ${year}`, //                         20 November 2026
  format`${monthName} ${day}, ${year}`, //                        November 20, 2026
  format`${day}${ordinal} of ${monthName} ${year}`, //            20th of November 2026
];

/** Index of a part's value in a field's texts. */
const TEXT_INDEX: Readonly<Record<Part, (date: CalendarDate) => number>> = {
  year: (date) => date.year - FIRST_YEAR,
  month: (date) => date.month - 1,
  day: (date) => date.day - 1,
  weekday,
};

/** Writes a date from FIRST_YEAR to LAST_YEAR in a format. */
export function writeDate(date: CalendarDate, { pieces }: DateFormat): WrittenDate {
  const spans: DateSpan[] = [];
  let text = "";
  for (const piece of pieces) {
    const written =
      typeof piece === "string" ? piece : (piece.texts[TEXT_INDEX[piece.part](date)] ?? "");
    if (typeof piece !== "string")
      spans.push({
        part: piece.part,
        kind: piece.kind,
        start: text.length,
        length: written.length,
      });
    text += written;
  }
  return { text, spans };
}

/** The date that a text names in this format; null where it names none that exists. */
export function readDate(text: string, dateFormat: DateFormat): CalendarDate | null {
  const date = readParts(text, dateFormat);
  return date && exists(date) && writeDate(date, dateFormat).text === text ? date : null;
}

/** Why a text that is written like a date names none; null: it names one, or is not written so. */
export function dateFault(text: string): Unsolved | null {
  for (const dateFormat of DATE_FORMATS) {
    const date = readParts(text, dateFormat);
    if (date && !exists(date)) return "noSuchDay";
    if (date && namesOtherWeekday(text, writeDate(date, dateFormat))) return "otherWeekday";
  }
  return null;
}

/** Whether a text differs from a written date in the weekday alone. */
function namesOtherWeekday(text: string, { text: written, spans }: WrittenDate): boolean {
  const span = spans.find(({ part }) => part === "weekday");
  if (!span || text === written) return false;
  const rest = (one: string): string =>
    one.slice(0, span.start) + one.slice(span.start + span.length);
  return rest(text) === rest(written); // the weekdays of a format are equally long
}

const exists = (date: CalendarDate): boolean => date.day <= daysInMonth(date.year, date.month);

/** The parts that a text of this format names, whether or not the calendar has the day; null: it is not of this format. */
function readParts(text: string, dateFormat: DateFormat): CalendarDate | null {
  const groups = dateFormat.pattern.exec(text)?.slice(1);
  if (!groups) return null;
  const date = { year: FIRST_YEAR, month: 1, day: 1 };
  const fields = dateFormat.pieces.filter((piece) => typeof piece !== "string");
  for (const [i, { part, kind, texts }] of fields.entries()) {
    if (kind === "decoration" || part === "weekday") continue; // checked by writing the date again
    date[part] = texts.indexOf(groups[i] ?? "") + (part === "year" ? FIRST_YEAR : 1);
  }
  return date;
}

/** The possible texts of each piece of a format. */
function textsOf({ pieces }: DateFormat): (readonly string[])[] {
  return pieces.map((piece) => (typeof piece === "string" ? [piece] : piece.texts));
}

/** Every character that a written date can hold, in code point order. */
export function dateCharacters(): string[] {
  const characters = new Set(Array.from(DATE_FORMATS.flatMap(textsOf).flat().join("")));
  return [...characters].toSorted();
}

/** Characters in the longest written date. */
export function longestDate(): number {
  const lengths = DATE_FORMATS.map((dateFormat) =>
    textsOf(dateFormat)
      .map((texts) => Math.max(...texts.map((text) => text.length)))
      .reduce((sum, length) => sum + length, 0),
  );
  return Math.max(...lengths);
}
