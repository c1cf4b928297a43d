/** From rows to pairs: units, folding, the tutorial's filter, limits, and the export. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../../testing/anyText";
import { readInput, readUsable, sidesOf, WORDS } from "../../../testing/readInput";
import {
  ENGLISH_FRENCH,
  ENGLISH_JAPANESE,
  ENGLISH_KOREAN,
  linesOf,
} from "../../../testing/smallPairs";
import { pairsWithin } from "../reading";
import { CORPUS_LIMITS, DEFAULT_CORPUS_OPTIONS } from "../report";
import { cleanText } from "../cleanText";
import { fold } from "./fold";
import { isInTutorial } from "./tutorialFilter";

describe("the unit of each side", () => {
  it("is characters for a script without spaces, and words for the other side", async () => {
    const { reading, task } = await readUsable(linesOf(ENGLISH_JAPANESE, "\t"));
    expect(reading.units).toEqual({ source: "words", target: "characters" });
    expect(reading.notes).toEqual({
      source: null,
      target: { kind: "noSpaces", unit: "characters" },
    });
    expect([task.sourceUnit, task.targetUnit]).toEqual(["word", "character"]);
    expect(reading.limits).toEqual({ source: 10, target: 30 });
  });

  it("is characters for words alone", async () => {
    const { reading } = await readUsable(
      ENGLISH_KOREAN.map(([, ko], i) => `${ko.replaceAll(" ", "")}\tword${i}`).join("\n"),
    );
    expect(reading.units).toEqual({ source: "characters", target: "characters" });
    expect(reading.notes.target?.kind).toBe("oneWord");
  });

  it("is the one that is chosen, and typed text is read like the source", async () => {
    const units = { source: "jamo", target: "segmented" } as const;
    const text = ENGLISH_JAPANESE.map(([, ja], i) => `${ENGLISH_KOREAN[i]?.[1]}\t${ja}`).join("\n");
    const { task, reading } = await readUsable(text, { units, maxTarget: 20 });
    expect(reading.proposedUnits.target).toBe("characters");
    expect(task.tokenize("나는")).toEqual(["ㄴ", "ㅏ", "ㄴ", "ㅡ", "ㄴ"]);
    const [pair] = task.heldOutPairs ?? [];
    expect(pair?.target.join("")).toMatch(/。$/);
    expect(pair?.target.length).toBeLessThan(pair?.target.join("").length ?? 0); // words, not characters
  });

  it("joins jamo into syllables", async () => {
    const { task } = await readUsable(linesOf(ENGLISH_KOREAN, "\t"), {
      swap: true,
      units: { source: "jamo", target: "jamo" },
    });
    expect(task.join(task.tokenize("한글은 새로"))).toBe("한글은 새로");
  });
});

describe("folding", () => {
  it("makes full-width forms, ligatures and curly quotes plain, and nothing else", () => {
    expect(fold("Ｈｅｌｌｏ！　“ﬁne” ‘ok’ ﾊﾟﾝ")).toBe("Hello! \"fine\" 'ok' パン");
    fc.assert(
      fc.property(anyText, (text) => {
        const plain = text.replace(/[\u3000\uff01-\uffdc\ufb00-\ufb06‘’‚‛“”„‟′″«»]/g, "");
        expect(fold(plain)).toBe(plain);
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it("is off unless it is chosen; the report says what it would change", async () => {
    const rows = ENGLISH_FRENCH.map(([en, fr]) => [`“${en}”`, `${fr}！`]);
    const text = linesOf(rows, "\t");
    const asIs = await readUsable(text);
    expect(asIs.sentences).toEqual(rows);
    expect(asIs.reading.folds).toEqual([
      { from: "“", to: '"', count: 30 },
      { from: "”", to: '"', count: 30 },
      { from: "！", to: "!", count: 30 },
    ]);
    const folded = await readUsable(text, { fold: true });
    expect(folded.sentences[0]).toEqual([
      `"${ENGLISH_FRENCH[0]?.[0]}"`,
      `${ENGLISH_FRENCH[0]?.[1]}!`,
    ]);
  });
});

describe("the tutorial's filter", () => {
  // What the tutorial's own filterPair says of each, in Python, MAX_LENGTH 10.
  it.each([
    ["I'm cold.", "J'ai froid.", true],
    ["I am a student.", "Je suis étudiant.", true],
    ["He's happy!", "Il est heureux !", true],
    ["He isn't happy.", "Il n'est pas heureux.", true], // begins with "he is"
    ["Iamb is a foot.", "L'iambe est un pied.", false],
    ["I'm.", "Moi.", false], // "i m" without the space
    ["You are late.", "Vous êtes en retard.", true],
    ["They're here.", "Elles sont ici.", true],
    ["We are one two three four five six seven eight.", "Oui.", false], // 10 words
    ["We are one two three four five six seven.", "Oui.", true], // 9 words
    ["I am here.", "un deux trois quatre cinq six sept huit neuf dix", false],
    ["Was I here?", "Étais-je ici ?", false],
  ])("keeps “%s”: %s, %s", (english, french, isKept) => {
    expect(isInTutorial(english, french)).toBe(isKept);
    expect(isInTutorial(french, english)).toBe(isKept);
  });

  it("is off unless it is chosen, and counts what it drops", async () => {
    const more = Array.from({ length: 25 }, (_, i) => [
      `I am ${"abcdefghijklmnopqrstuvwxyz"[i]} here.`,
      `Je suis ici ${i}.`,
    ]);
    const text = linesOf([...ENGLISH_FRENCH, ...more], "\t");
    expect((await readUsable(text)).summary.kept).toBe(55);
    const { summary } = await readUsable(text, { prefixes: true });
    expect(summary).toMatchObject({ kept: 25, dropped: { noPrefix: 30 } });
  });
});

describe("the lengths of a report", () => {
  const rows = Array.from({ length: 400 }, (_, i) => [
    Array.from({ length: 1 + (i % 37) }, (__, j) => `s${i}x${j}`).join(" "),
    Array.from({ length: 1 + (i % 11) }, (__, j) => `t${i}x${j}`).join(" "),
  ]);
  const text = linesOf(rows, "\t");

  it("tell how many pairs any limits keep, as reading with them does", async () => {
    const { reading } = await readUsable(text, WORDS);
    expect(reading.lengths.pairs).toBe(400);
    for (const limits of [
      { source: 2, target: 30 },
      { source: 30, target: 3 },
      { source: 8, target: 9 },
      { source: 30, target: 30 },
    ]) {
      const { summary, reading: other } = await readUsable(text, {
        ...WORDS,
        maxSource: limits.source,
        maxTarget: limits.target,
      });
      expect(summary.kept).toBe(pairsWithin(reading.lengths, limits));
      expect(other.lengths).toEqual(reading.lengths);
    }
  });
});

describe("the limit on rows", () => {
  it("stops taking pairs after 200,000 rows, and counts the others", async () => {
    const many = Array.from(
      { length: CORPUS_LIMITS.rows + 5 },
      (_, i) => `a\t${i < CORPUS_LIMITS.rows ? i % 500 : `b${i}`}\n`,
    );
    const { report } = await readInput(many.join(""), WORDS);
    const dropped =
      report.status === "unusable" && report.problem.kind === "tooFew"
        ? report.problem.dropped
        : null;
    expect(dropped).toMatchObject({ overLimit: 5, duplicate: CORPUS_LIMITS.rows - 500 });
  });
});

describe("the export", () => {
  it("reads back as the same pairs, by this reader, whatever the sentences hold", async () => {
    const side = anyText.map((text) => cleanText(text)).filter((text) => text.length > 0);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(side, side), { minLength: 40, maxLength: 60 }),
        async (rows) => {
          const options = {
            ...WORDS,
            delimiter: "\t",
            header: false,
            simplify: false,
            columns: { source: 0, target: 1 },
          } as const;
          const first = await readInput(linesOf(rows, "\t"), options);
          fc.pre(first.task !== null);
          const again = await readInput(first.write(), options);
          expect(again.write()).toBe(first.write());
          expect(sidesOf(again.task?.heldOutPairs ?? [])).toEqual(
            sidesOf(first.task.heldOutPairs ?? []),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it("is empty of unusable pairs", async () => {
    const { write } = await readInput("a\tb");
    expect(write()).toBe("");
  });
});

describe("options of an earlier version", () => {
  it("get defaults for what is new", async () => {
    const kept = {
      unit: "word",
      swap: true,
      simplify: true,
      maxLength: 10,
      maxPairs: 20_000,
      maxVocabulary: 3000,
    };
    const { sentences } = await readUsable(linesOf(ENGLISH_FRENCH, "\t"), kept);
    expect(sentences[0]).toEqual(ENGLISH_FRENCH[0]?.toReversed());
    const { reading } = await readUsable(linesOf(ENGLISH_FRENCH, "\t"), DEFAULT_CORPUS_OPTIONS);
    expect(reading.units).toEqual({ source: "words", target: "words" });
  });
});
