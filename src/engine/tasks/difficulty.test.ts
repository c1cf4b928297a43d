import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG, FIELDS } from "../setup/config";
import { generatedTask, TASK_FAMILIES } from "./byId";
import { DATE_FORMATS } from "./dateFormats";
import { DIFFICULTIES, offeredFor, settleDifficulty, withTask } from "./difficulty";
import type { GeneratedTaskId } from "./task";
import { parseField } from "../setup/field";

const IDS = Object.keys(DIFFICULTIES) as GeneratedTaskId[];

describe("difficulty", () => {
  it("is offered for every task of the set-up except a user's own pairs", () => {
    const options = FIELDS.task.options.filter((task) => task !== "pairs");
    expect(IDS.toSorted()).toEqual(options.toSorted());
    expect(Object.keys(TASK_FAMILIES).toSorted()).toEqual(options.toSorted());
    expect(offeredFor("pairs")).toBeNull();
  });

  it.each(IDS)("%s: every bound can be set in a link", (id) => {
    const { initial, bounds } = DIFFICULTIES[id];
    for (const value of [initial.shortest, initial.longest, bounds.lengths.min, bounds.lengths.max])
      expect(parseField(FIELDS.longest, String(value))).toBe(value);
    for (const value of [initial.symbols, bounds.symbols.min, bounds.symbols.max])
      expect(parseField(FIELDS.symbols, String(value))).toBe(value);
  });

  it("counts the symbols of the task: date formats, number words, jamo, words of each class", () => {
    expect(DIFFICULTIES.dates.initial.symbols).toBe(DATE_FORMATS.length);
    for (const id of ["numberWords", "numberWordsKorean"] as const) {
      const { initial } = TASK_FAMILIES[id];
      expect(TASK_FAMILIES[id].create(initial).sourceVocabulary.size).toBe(initial.symbols + 4); // plus the special tokens
    }
    for (const id of IDS) {
      const { initial, bounds } = TASK_FAMILIES[id];
      const sizes = [bounds.symbols.min, bounds.symbols.max].map(
        (symbols) => TASK_FAMILIES[id].create({ ...initial, symbols }).sourceVocabulary.size,
      );
      const grows = bounds.symbols.min < bounds.symbols.max;
      expect({ id, grows: (sizes[1] ?? 0) > (sizes[0] ?? 0) }).toEqual({ id, grows });
    }
  });

  it("comes with its task, and the settings of the default task are the page's defaults", () => {
    expect(withTask(DEFAULT_CONFIG, DEFAULT_CONFIG.task)).toEqual(DEFAULT_CONFIG);
    expect(withTask(DEFAULT_CONFIG, "hangulLetters")).toMatchObject({ longest: 4, symbols: 52 });
    expect(withTask(DEFAULT_CONFIG, "pairs")).toEqual({ ...DEFAULT_CONFIG, task: "pairs" });
  });

  it("is clamped to what the task offers, and then every task can be created", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...IDS),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 4, max: 40 }),
        (task, shortest, longest, symbols) => {
          const config = settleDifficulty({ ...DEFAULT_CONFIG, task, shortest, longest, symbols });
          expect(config.shortest).toBeLessThanOrEqual(config.longest);
          expect(settleDifficulty(config)).toEqual(config);
          expect(generatedTask(task, config)).toBe(generatedTask(task, config));
        },
      ),
      { seed: 1, numRuns: 60 },
    );
  });
});
