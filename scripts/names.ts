/**
 * `npm run names`: writes public/data/names.json, the lists of the tasks on names, from the lists of a package. The
 * page fetches the file only when such a task is opened.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { allLocales } from "@faker-js/faker";
import { contentHash } from "../src/engine/tasks/split";
import type { NameFile, NameKind, NameSetId } from "../src/engine/alone/nameFile";

const FOLDER = "public/data";
const PACKAGE = "node_modules/@faker-js/faker";
const MOST = { latin: 320, native: 120 } as const satisfies Record<NameSetId, number>; // names of a language
const LENGTHS = { least: 2, most: 16 };

/** By language: the package's locales, and which of their lists. */
type Lists = Readonly<Record<string, readonly [kind: NameKind, ...locales: Locale[]]>>;
type Locale = keyof typeof allLocales;

// Family names where the package has at least 98 of them. Languages with a form for women give the form of the lists for
// men, so that "Novák" and "Nováková" are not one name in both splits.
const LATIN: Lists = {
  cs: ["family", "cs_CZ"],
  de: ["family", "de"],
  en: ["family", "en"],
  es: ["family", "es"],
  fr: ["family", "fr"],
  hr: ["family", "hr"],
  hu: ["family", "hu"],
  id: ["family", "id_ID"],
  it: ["family", "it"],
  lv: ["family", "lv"],
  nl: ["family", "nl", "nl_BE"],
  pl: ["family", "pl"],
  pt: ["family", "pt_PT"],
  ro: ["family", "ro"],
  sv: ["family", "sv"],
  tr: ["family", "tr"],
  yo: ["family", "yo_NG"],
};

// Where there are few family names, or they are one syllable long as in Korean: given names.
const NATIVE: Lists = {
  ar: ["given", "ar"],
  el: ["family", "el"],
  fa: ["given", "fa"],
  he: ["family", "he"],
  hy: ["both", "hy"],
  ka: ["given", "ka_GE"],
  ko: ["given", "ko"],
  mk: ["family", "mk"],
  ne: ["both", "ne"],
  ru: ["family", "ru"],
  th: ["given", "th"],
  uk: ["family", "uk"],
};

interface ByGender {
  readonly generic?: readonly unknown[] | null;
  readonly female?: readonly unknown[] | null;
  readonly male?: readonly unknown[] | null;
}

function namesIn(locale: Locale, kind: NameKind): string[] {
  const { first_name: given, last_name: family } = (allLocales[locale].person ?? {}) as {
    readonly first_name?: ByGender;
    readonly last_name?: ByGender;
  };
  const givens = [given?.generic, given?.female, given?.male];
  const families = [family?.generic, family?.male];
  const lists = { given: givens, family: families, both: [...givens, ...families] }[kind];
  return lists
    .flatMap((list) => list ?? [])
    .filter((name): name is string => typeof name === "string");
}

/** Single words of letters, in small letters, without repetitions; a sample that the alphabet does not order. */
function listOf(language: string, [kind, ...locales]: Lists[string], most: number): string[] {
  const words = locales
    .flatMap((locale) => namesIn(locale, kind))
    .map((name) => name.normalize("NFC").toLocaleLowerCase(language))
    .filter((name) => /^\p{L}[\p{L}\p{M}'’]*$/u.test(name))
    .filter((name) => name.length >= LENGTHS.least && name.length <= LENGTHS.most);
  const sample = [...new Set(words)].toSorted((a, b) => contentHash(a) - contentHash(b));
  return sample.slice(0, most).toSorted();
}

function setOf(id: NameSetId, lists: Lists): NameFile["sets"][NameSetId] {
  return Object.entries(lists).map(([language, list]) => ({
    language,
    kind: list[0],
    names: listOf(language, list, MOST[id]).join(" "),
  }));
}

const { version } = JSON.parse(readFileSync(`${PACKAGE}/package.json`, "utf8")) as {
  readonly version: string;
};
const file: NameFile = {
  source: `@faker-js/faker ${version}`,
  sets: { latin: setOf("latin", LATIN), native: setOf("native", NATIVE) },
};
writeFileSync(`${FOLDER}/names.json`, `${JSON.stringify(file, null, 1)}\n`);
writeFileSync(`${FOLDER}/names.LICENSE.txt`, readFileSync(`${PACKAGE}/LICENSE`, "utf8"));
for (const [id, languages] of Object.entries(file.sets))
  console.log(
    id,
    languages.map(({ language, names }) => `${language} ${names.split(" ").length}`).join(", "),
  );
