/** The colours of both themes, as `theme.css` writes them. */
import { readFileSync } from "node:fs";

const css = readFileSync(new URL("../components/theme.css", import.meta.url), "utf8");

/** The colours of a theme's block; dark overrides light. */
function coloursOf(selector: string): Map<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split("}")[0] ?? "";
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = "", hex = ""]) => [
      name,
      hex,
    ]),
  );
}

const light = coloursOf(":root");
export const THEMES = {
  light,
  dark: new Map([...light, ...coloursOf(':root[data-theme="dark"]')]),
};
