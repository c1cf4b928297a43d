/** The glossary and the map of the sources are whole: every term has a place, every point its texts. */
import { describe, expect, it } from "vitest";
import { reading } from "../../i18n/en/reading";
import { glossary } from "../../i18n/en/glossary";
import { SOURCES, type SourceItem } from "./sourceItems";
import { TERM_GROUPS } from "./termPlaces";

interface ItemText {
  readonly what: string;
  readonly right?: string;
}

const texts: Readonly<Record<string, Readonly<Record<string, ItemText>>>> = reading.sources.items;

describe("the glossary", () => {
  it("lists every term once", () => {
    const listed = TERM_GROUPS.flatMap(({ terms }) => Object.keys(terms));
    expect(listed.toSorted()).toEqual(Object.keys(glossary).toSorted());
  });

  it("has about sixty terms", () => {
    expect(Object.keys(glossary).length).toBeGreaterThanOrEqual(60);
  });
});

it("every mistake is exhibited in a lesson or beside the code, but for two that concern no network", () => {
  const told = Object.entries<Readonly<Record<string, SourceItem>>>(SOURCES).flatMap(
    ([source, items]) =>
      Object.entries(items)
        .filter(
          ([, { kind, lessons = [], note }]) =>
            kind === "mistake" && lessons.length === 0 && note === undefined,
        ) // prettier-ignore
        .map(([name]) => `${source}.${name}`),
  );
  expect(told).toEqual(["lineByLine.underscores", "tutorial.letters"]);
});

describe.each(Object.entries<Readonly<Record<string, SourceItem>>>(SOURCES))(
  "the points of %s",
  (source, items) => {
    it("have texts, and each text has a point", () => {
      expect(Object.keys(texts[source] ?? {})).toEqual(Object.keys(items));
    });

    it("say what is right where the source is wrong", () => {
      const wrong = Object.entries(items).filter(([, { kind }]) => kind === "mistake");
      const corrected = Object.entries(texts[source] ?? {}).filter(([, { right }]) => right);
      expect(corrected.map(([name]) => name)).toEqual(wrong.map(([name]) => name));
    });

    it("each lead to a lesson, to a place of the page, or to a note beside the code", () => {
      const lost = Object.entries(items).filter(
        ([, { lessons = [], wheres = [], note }]) =>
          lessons.length + wheres.length === 0 && note === undefined,
      );
      expect(lost).toEqual([]);
    });
  },
);
