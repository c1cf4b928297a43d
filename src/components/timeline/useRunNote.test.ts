/** The short notes fit their line beside the speed of training. */
import { expect, it } from "vitest";
import { en } from "../../i18n/en";
import { ko } from "../../i18n/ko";

const VALUES = { step: "1,200", cap: "1,200", match: "100.0%", target: "100%", time: "12 min" };

function filled(text: string): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: keyof typeof VALUES) => VALUES[name]);
}

it.each([
  ["English", en.training.brief, 24],
  ["Korean", ko.training.brief, 16],
] as const)("in %s", (_, brief, most) => {
  const long = Object.values(brief)
    .map(filled)
    .filter((text) => text.length > most);
  expect(long).toEqual([]);
});
