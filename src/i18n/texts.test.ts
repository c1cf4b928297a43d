import { describe, expect, it } from "vitest";
import { DEFAULT_LANGUAGE, type Language, LANGUAGE_IDS, LANGUAGES } from "../languages";
import { LATE_TEXTS, type LateName } from "./lateTexts";
import { LESSON_TEXTS } from "./lessonTexts";
import { splitTerms } from "./terms";

type Tree = { readonly [key: string]: string | Tree };

/** Path -> text. */
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

async function lessonsIn(language: Language): Promise<Readonly<Record<string, Tree>>> {
  const texts = Object.entries(LESSON_TEXTS[language]).map(
    async ([id, load]) => [id, (await load()) as Tree] as const,
  );
  return Object.fromEntries(await Promise.all(texts));
}

/** All texts of a language: those of the page, and those that load with a part of it. */
async function textsIn(language: Language): Promise<Map<string, string>> {
  const names = Object.keys(LATE_TEXTS[language]) as LateName[];
  const loaded = names.map(async (name) => [name, await LATE_TEXTS[language][name]()] as const);
  const late = Object.fromEntries(await Promise.all(loaded)) as Tree;
  const lessons = await lessonsIn(language);
  return flatten({ ...(await LANGUAGES[language].load()), ...late, ...lessons });
}

const original = await textsIn(DEFAULT_LANGUAGE);

describe.each(LANGUAGE_IDS)("texts in %s", async (language) => {
  const texts = await textsIn(language);

  it("are complete", () => {
    expect([...texts.keys()].toSorted()).toEqual([...original.keys()].toSorted());
  });

  it("have the variables of English", () => {
    const different = [...original].filter(
      ([key, text]) => variables(text).join() !== variables(texts.get(key) ?? "").join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it("mark terms that the glossary has", () => {
    const marked = [...texts.values()].flatMap((text) =>
      splitTerms(text).flatMap(({ id }) => id ?? []),
    );
    const explained = [...texts.keys()]
      .filter((key) => key.startsWith("glossary.") && key.endsWith(".name"))
      .map((key) => key.split(".")[1] ?? "");
    expect(marked.filter((id) => !explained.includes(id))).toEqual([]);
  });

  it("are not empty and have clean spacing", () => {
    const untidy = [...texts].filter(
      ([, text]) => text === "" || text.trim() !== text || text.includes("  "),
    );
    expect(untidy).toEqual([]);
  });
});

it("Korean attaches no particle to a variable, because the particle depends on its last sound", async () => {
  const glued =
    /\}\}’?(?:(?:은|는|이|가|을|를|과|와|으로|로|이나|나)(?![가-힣])|였|이었|이라|라고)/;
  const found = [...(await textsIn("ko"))]
    .filter(([, text]) => glued.test(text))
    .map(([key]) => key);
  expect(found).toEqual([]);
});
