import { expect, test } from "vitest";
import { daysInMonth, isoDate, weekday } from "./calendar";

test("every day of the years 1970 to 2069 agrees with Date.UTC", () => {
  const counted: string[] = [];
  for (let year = 1970; year <= 2069; year++)
    for (let month = 1; month <= 12; month++)
      for (let day = 1; day <= daysInMonth(year, month); day++) {
        const date = { year, month, day };
        counted.push(`${isoDate(date)} ${weekday(date)}`);
      }
  const reference = counted.map((_, days) => {
    const date = new Date(Date.UTC(1970, 0, 1 + days));
    return `${date.toISOString().slice(0, 10)} ${date.getUTCDay()}`;
  });
  expect(counted).toEqual(reference);
  expect(counted.at(-1)?.slice(0, 10)).toBe("2069-12-31");
});

test("leap years follow the Gregorian rule", () => {
  expect([1900, 2000, 2023, 2024, 2100].map((year) => daysInMonth(year, 2))).toEqual([
    28, 29, 28, 29, 28,
  ]);
});

test("a month that does not exist has no days", () => {
  expect([0, 13, 99].map((month) => daysInMonth(2026, month))).toEqual([0, 0, 0]);
});
