import { readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { baselines } from "./baselines";
import { folded, lettersOf, writeLetters } from "./letters";
import type { NameFile } from "./nameFile";
import { nameTask } from "./names";
import { shippedNames } from "./shippedNames";

const FILE = "public/data/names.json";
const file = JSON.parse(readFileSync(FILE, "utf8")) as NameFile;
const SETS = ["latin", "native"] as const;
const taskOf = (id: (typeof SETS)[number], accents: "kept" | "removed" = "kept") =>
  nameTask(shippedNames(file, id), accents);

/** The letters of a set, without the special tokens. */
const ordinary = (id: (typeof SETS)[number]) => taskOf(id).vocabulary.tokens.slice(4);

describe("the shipped lists", () => {
  it("are small and say where they come from, with the licence beside them", () => {
    expect(statSync(FILE).size).toBeLessThanOrEqual(60_000);
    expect(file.source).toMatch(/^@faker-js\/faker \d+\.\d+\.\d+$/);
    expect(readFileSync("public/data/names.LICENSE.txt", "utf8")).toContain("Permission is hereby");
  });

  it.each(SETS)("%s: at least ten languages with at least 90 names each, all different", (id) => {
    expect(file.sets[id].length).toBeGreaterThanOrEqual(10);
    for (const { names } of file.sets[id]) {
      const list = names.split(" ");
      expect(list.length).toBeGreaterThanOrEqual(90);
      expect(new Set(list).size).toBe(list.length);
      expect(list.filter((name) => !/^\p{L}[\p{L}\p{M}'’]+$/u.test(name))).toEqual([]);
    }
  });

  it("are in Latin letters, and in native scripts with Hangul", () => {
    expect(ordinary("latin").filter((letter) => !/[\p{Script=Latin}'’]/u.test(letter))).toEqual([]);
    expect(ordinary("native").filter((letter) => /\p{Script=Latin}/u.test(letter))).toEqual([]);
    expect(ordinary("native")).toContain("ㅎ");
  });
});

describe.each(SETS)("the task of %s", (id) => {
  const task = taskOf(id);

  it("has no name in both splits, whatever its class, accents and capitals", () => {
    const trained = new Set(task.train.map(({ name }) => folded(name)));
    expect(task.heldOut.filter(({ name }) => trained.has(folded(name)))).toEqual([]);
    expect(task.heldOut.length).toBeGreaterThan(0.15 * task.train.length);
  });

  it("has every class in both splits", () => {
    for (const names of [task.train, task.heldOut])
      expect(new Set(names.map(({ label }) => label)).size).toBe(task.classes.length);
  });

  it("counts the names that stand in several lists", () => {
    const lists = file.sets[id].map(({ names }) => names.split(" "));
    const all = lists.flat();
    const several = new Set(all.filter((name, i) => all.indexOf(name) !== i));
    expect(task.ambiguous).toBe(several.size);
    expect(task.train.length + task.heldOut.length).toBe(all.length);
  });

  it("is told better by counted letters than by the largest class", () => {
    const { majority, letters, grams } = baselines(task);
    expect(majority).toBeLessThan(0.15);
    expect(letters).toBeGreaterThan(2 * majority);
    expect(grams).toBeGreaterThan(letters);
  });
});

describe("a list of one's own", () => {
  it("counts a name once in a class, and keeps it in each of its classes", () => {
    const listed = [
      { name: "Ana", label: "x" },
      { name: "ana", label: "x" },
      { name: "Ana", label: "y" },
    ];
    const { train, heldOut, ambiguous } = nameTask(listed, "kept");
    expect([...train, ...heldOut]).toHaveLength(2);
    expect(ambiguous).toBe(1);
  });
});

describe("letters", () => {
  it("are small, composed, and jamo of Hangul", () => {
    expect(lettersOf("Ře\u0301zek", "kept").join("|")).toBe("ř|é|z|e|k");
    expect(lettersOf("김하늘", "kept").join("")).toBe("ㄱㅣㅁㅎㅏㄴㅡㄹ");
    expect(writeLetters(lettersOf("김하늘", "kept"))).toBe("김하늘");
  });

  it("lose their accents where asked", () => {
    expect(lettersOf("Łęcki", "removed").join("")).toBe("lecki");
    expect(lettersOf("Weiß", "removed").join("")).toBe("weiss");
    expect(lettersOf("김", "removed").join("")).toBe("ㄱㅣㅁ");
  });
});
