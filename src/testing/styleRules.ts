/** The rules of every style sheet in `src/components`. */
import { readdirSync, readFileSync } from "node:fs";

export interface StyleRule {
  /** File and selector: "rail/RowLabel .label:hover". */
  readonly name: string;
  readonly body: string;
}

const FOLDER = new URL("../components/", import.meta.url);

function rulesOf(file: string): StyleRule[] {
  const css = readFileSync(new URL(file, FOLDER), "utf8").replaceAll(/\/\*[\s\S]*?\*\//g, "");
  return [...css.matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(([, selector = "", body = ""]) => ({
    name: `${file.replace(/(\.module)?\.css$/, "")} ${selector.trim().replaceAll(/\s+/g, " ")}`,
    body,
  }));
}

export const STYLE_RULES = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".css"))
  .toSorted()
  .flatMap(rulesOf);
