/** That the files which documents and comments name exist. */
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "./npm.mjs";

const FOLDERS = ["src", "scripts", "e2e", "bench", "oracle", "docs"];
const COMMENT = /\/\*[\s\S]*?\*\/|(?<![:\w])\/\/.*$|^\s*#.*$|"""[\s\S]*?"""/gm;
/** A path or a name with an ending of the source's own; no part of an address, a pattern or a package. */
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

/** What a file says beside its code. */
function wordsOf(file: string): string {
  const text = readFileSync(join(ROOT, file), "utf8");
  return file.endsWith(".md") ? text : (text.match(COMMENT) ?? []).join("\n");
}

it("exist, by their path or the end of it", () => {
  const speaking = files.filter((file) => /\.(md|tsx?|mjs|js|py|css)$/.test(file));
  const missing = speaking.flatMap((file) =>
    [...wordsOf(file).matchAll(NAMED)]
      .map(([named]) => named)
      .filter((named) => !exists(named))
      .map((named) => `${file}: ${named}`),
  );
  expect(missing).toEqual([]);
});
