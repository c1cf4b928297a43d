/** The Gregorian calendar as far as the task Dates needs it, in plain arithmetic: no clock, no time zone. */

export interface CalendarDate {
  readonly year: number;
  readonly month: number; // 1-12
  readonly day: number; // 1-31
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MONTH_SHIFTS = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]; // weekday of the month's day 0 in Sakamoto's formula

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** How many days the month has; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** The weekday of a date that exists, 0 = Sunday (Sakamoto's formula: January and February count to the year before). */
export function weekday({ year, month, day }: CalendarDate): number {
  const y = month < 3 ? year - 1 : year;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return (y + leapDays + (MONTH_SHIFTS[month - 1] ?? 0) + day) % 7;
}

/** The date in ISO 8601, "2026-11-20", for years of four digits. */
export function isoDate({ year, month, day }: CalendarDate): string {
  return [year, month, day].map((part) => String(part).padStart(2, "0")).join("-");
}
