import { describe, expect, it } from "vitest";
import type { Language } from "../../languages";
import { FIRST_LESSON } from "../../lessons/catalogue";
import { type Opening, openingOf } from "./opening";

const first = { id: FIRST_LESSON, step: 0 };
const third = { id: FIRST_LESSON, step: 2 };

function open(link: string, language: Language = "en", resumed?: typeof first): Opening {
  return openingOf(new URLSearchParams(link), language, resumed);
}

describe("an opening page", () => {
  it.each([
    // link                                mode       lesson  task             isPlain
    ["", "learn", first, "englishFrench", true],
    ["?lang=ko&theme=dark", "learn", first, "englishFrench", true],
    ["?utm_source=mail", "learn", first, "englishFrench", true],
    ["?mode=learn", "learn", first, "englishFrench", false],
    ["?lesson=readTheMap.3", "learn", third, "englishFrench", false],
    ["?mode=lab&lesson=readTheMap.3", "lab", third, "englishFrench", false],
    ["?lesson=poetry", "learn", first, "englishFrench", false],
    ["?mode=lab", "lab", null, "reverse", false],
    ["?mode=compare", "compare", null, "reverse", false],
    ["?task=dates", "lab", null, "reverse", false],
    ["?seed=7&lang=ko", "lab", null, "reverse", false],
    ["?step=3", "lab", null, "reverse", false],
    ["?source=abc", "lab", null, "reverse", false],
    ["?backend=wasm", "lab", null, "reverse", false],
    ["?mode=learn&task=dates", "learn", null, "reverse", false],
  ] as const)("%s: %s, lesson %o, %s, plain %s", (link, ...expected) => {
    const { mode, lesson, task, isPlain } = open(link);
    expect([mode, lesson, task, isPlain]).toEqual(expected);
  });

  it("has a scene in the language of the page", () => {
    expect(open("", "ko").task).toBe("englishKorean");
    expect(open("?lesson=readTheMap.2", "ko").task).toBe("englishKorean");
  });

  it("opens where the student left, unless the link names a part", () => {
    expect(open("", "en", third).lesson).toEqual(third);
    expect(open("?lesson=readTheMap.1", "en", third).lesson).toEqual(first);
    expect(open("?task=dates", "en", third).lesson).toBeNull();
  });
});
