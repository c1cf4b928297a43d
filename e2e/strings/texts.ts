/**
 * Other texts in the place of the page's own, as PhET tests its simulations: doubled, lengthened, shortened, and replaced
 * by markup. The page's files are as shipped; the texts change on their way into the browser.
 */
import type { Page } from "@playwright/test";

export const CHANGES = ["doubled", "lengthened", "shortened", "markup"] as const;

export type Change = (typeof CHANGES)[number];

/** What runs in the page. */
interface Changing {
  changeTexts?: (texts: object) => void;
  /** Whether a text has been executed. */
  isExecuted?: boolean;
}

const SCRIPTS = "**/assets/texts/*.js"; // vite.config.ts gives texts a folder of their own
const EXPORTS = /export\s*\{([^}]*)\}/;

/** Changes every text of the pages that open from now on. */
export async function changeTexts(page: Page, change: Change): Promise<void> {
  await page.addInitScript(installChange, change);
  await page.route(SCRIPTS, async (route) => {
    const response = await route.fetch();
    const script = await response.text();
    const [, exported = ""] = EXPORTS.exec(script) ?? [];
    const names = exported.split(",").map((each) => each.trim().split(/\s+as\s+/)[0]);
    const calls = names.map((name) => `globalThis.changeTexts(${name});`);
    await route.fulfill({ response, body: `${script}\n${calls.join("\n")}` });
  });
}

/** Whether the page has executed markup in a text. */
export const hasExecuted = (page: Page): Promise<boolean> =>
  page.evaluate(() => (globalThis as Changing).isExecuted === true);

/** Runs in the page before all other scripts. */
function installChange(change: Change): void {
  const MARKUP =
    '<img src=x onerror="globalThis.isExecuted=true"><script>globalThis.isExecuted=true</script><b>x</b>';
  const PARTS = /(\{\{[^}]*\}\}|<[^>]*>|\$t\([^)]*\))/; // values, marked terms and other texts, which stay as they are
  const CHANGED = {
    doubled: (text: string) => `${text} ${text}`,
    // Words twice as long, with no place to break.
    lengthened: (text: string) =>
      text
        .split(PARTS)
        .map((part, i) => (i % 2 === 1 ? part : part.replaceAll(/\p{L}{4,}/gu, "$&$&")))
        .join(""),
    shortened: (text: string) => /\p{L}|\d/u.exec(text)?.[0] ?? text.slice(0, 1),
    markup: () => MARKUP,
  } satisfies Record<Change, (text: string) => string>;
  const visit = (texts: Record<string, unknown>): void => {
    for (const [key, value] of Object.entries(texts)) {
      if (typeof value === "string") texts[key] = CHANGED[change](value);
      else if (typeof value === "object" && value !== null) visit(value as Record<string, unknown>);
    }
  };
  (globalThis as Changing).changeTexts = (texts) => visit(texts as Record<string, unknown>);
}
