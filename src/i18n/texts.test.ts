import { describe, expect, it } from "vitest";
import { en } from "./en";
import { ko } from "./ko";

type Tree = { readonly [key: string]: string | Tree };

/** Every text of a language by its path. */
function flatten(tree: Tree, path = ""): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") texts.set(path + key, value);
    else for (const [below, text] of flatten(value, `${path}${key}.`)) texts.set(below, text);
  }
  return texts;
}

function variables(text: string): string[] {
  return [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = ""]) => name).toSorted();
}

const english = flatten(en);
const korean = flatten(ko);

describe("texts", () => {
  it("are there in both languages", () => {
    expect([...korean.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  it("have the same variables in both languages", () => {
    const different = [...english].filter(
      ([key, text]) => variables(text).join() !== variables(korean.get(key) ?? "").join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it("say something, in tidy spacing", () => {
    const untidy = [...english, ...korean].filter(
      ([, text]) => text === "" || text.trim() !== text || text.includes("  "),
    );
    expect(untidy).toEqual([]);
  });

  it("glue no particle of Korean to a variable, whose last sound nobody knows", () => {
    const glued = /\}\}(?:은|는|이|가|을|를|과|와|으로|로|이나|나)(?![가-힣])/;
    const found = [...korean].filter(([, text]) => glued.test(text)).map(([key]) => key);
    expect(found).toEqual([]);
  });
});
