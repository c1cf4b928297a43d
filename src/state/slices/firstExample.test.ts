import { expect, test } from "vitest";
import { FIELDS } from "../../engine/setup/config";
import { generatedTask } from "../../engine/tasks/byId";
import { DIFFICULTIES } from "../../engine/tasks/difficulty";
import { heldOutExamples } from "../../engine/training/evaluation";
import { type Language, LANGUAGE_IDS } from "../../languages";
import { firstExample, isFirstEverywhere } from "./firstExample";

function firstDate(language: Language): string | undefined {
  const example = firstExample("dates", language);
  const dates = heldOutExamples(generatedTask("dates", DIFFICULTIES.dates.initial));
  return dates[example.index]?.source.join("");
}

test("the task of dates starts with an example in the page's language", () => {
  expect(firstDate("en")).toBe("29 December 1989");
  expect(firstDate("ko")).toBe("1993년 3월 28일");
});

test("every other task starts with its first example", () => {
  for (const task of FIELDS.task.options)
    for (const language of LANGUAGE_IDS)
      expect(firstExample(task, language)).toEqual({
        kind: "heldOut",
        index: task === "dates" && language === "ko" ? 3 : 0,
      });
});

test("a link names an example unless the page starts with it in every language", () => {
  expect(isFirstEverywhere("reverse", 0)).toBe(true);
  expect(isFirstEverywhere("reverse", 3)).toBe(false);
  for (const index of [0, 3]) expect(isFirstEverywhere("dates", index)).toBe(false);
});
