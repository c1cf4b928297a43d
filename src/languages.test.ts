import { describe, expect, it } from "vitest";
import { isLanguage, LANGUAGE_IDS, LANGUAGES, languageFor } from "./languages";

describe("languages", () => {
  it.each(LANGUAGE_IDS)("%s is what a browser gets that asks for it, in any region", (id) => {
    for (const tag of [id, `${id}-XX`, id.toUpperCase()]) expect(languageFor(tag)).toBe(id);
  });

  it("a browser whose language the page does not speak gets English", () => {
    for (const tag of ["fr", "kok", "enm", ""]) expect(languageFor(tag)).toBe("en"); // Konkani, Middle English
  });

  it("are told from any other text, such as the name of a method", () => {
    expect(LANGUAGE_IDS.every(isLanguage)).toBe(true);
    for (const text of [null, "", "fr", "EN", "toString"]) expect(isLanguage(text)).toBe(false);
  });

  it("each have a name of their own", () => {
    const names = LANGUAGE_IDS.map((id) => LANGUAGES[id].name);
    expect(new Set(names).size).toBe(names.length);
  });
});
