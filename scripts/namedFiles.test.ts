/** Checks that files named in documents and comments exist. */
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "./npm.mjs";

const FOLDERS = ["src", "scripts", "e2e", "bench", "fuzz", "oracle", "docs"];
const COMMENT = /\/\*[\s\S]*?\*\/|(?<![:\w])\/\/.*$|^\s*#.*$|"""[\s\S]*?"""/gm;
/** A file name with or without a path; not a part of a URL, a glob or a package name. */
const NAMED = /(?<![\w@.:/{}*<>-])(?:[\w-]+\/)*[\w-][\w.-]*\.(?:tsx?|mjs|py|css|md)\b/g;

const files = [
  ...readdirSync(ROOT),
  ...FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) =>
      [folder, ...file.split(sep)].join("/"),
    ),
  ),
];
const exists = (named: string): boolean =>
  files.some((file) => file === named || file.endsWith(`/${named}`));

/** The prose of a file: a document, or the comments of a source file. */
function wordsOf(file: string): string {
  const text = readFileSync(join(ROOT, file), "utf8");
  return file.endsWith(".md") ? text : (text.match(COMMENT) ?? []).join("\n");
}

it("files named in documents and comments exist, by path or by the end of their path", () => {
  const checked = files.filter((file) => /\.(md|tsx?|mjs|js|py|css)$/.test(file));
  const missing = checked.flatMap((file) =>
    [...wordsOf(file).matchAll(NAMED)]
      .map(([named]) => named)
      .filter((named) => !exists(named))
      .map((named) => `${file}: ${named}`),
  );
  expect(missing).toEqual([]);
});
