/** A visitor of the page: finds its parts by role and accessible name, and uses pointer and keyboard. */
import { readFileSync } from "node:fs";
import { expect as impatient } from "@playwright/test";
import type { Browser } from "./browser";
import { chooseOption, inPage, look, type Query, type Seen } from "./sight";

export interface Visitor {
  readonly browser: Browser;
  /** What the part shows; null if it is not in sight. */
  readonly see: (part: Query) => Promise<Seen | null>;
  /** Waits until the part shows a text. */
  readonly reads: (part: Query, text: string | RegExp) => Promise<void>;
  /** Waits until the part can be clicked, and clicks it. */
  readonly click: (part: Query) => Promise<void>;
  /** Replaces the text of a field. */
  readonly fill: (field: Query, text: string) => Promise<void>;
  /** Waits until a native select is there, and chooses one of its options: its menu lies outside the page. */
  readonly choose: (list: Query, value: string) => Promise<void>;
  /** Clicks a button that saves a file, and reads the file. */
  readonly save: (button: Query) => Promise<Buffer>;
}

const expect = impatient.configure({ timeout: 600_000 }); // only ends a test that hangs

const asText = ({ role, name }: Query): string => `${role} "${name}"`;

export function createVisitor(browser: Browser): Visitor {
  const see = (part: Query): Promise<Seen | null> => browser.evaluate(inPage(look, part));

  async function reads(part: Query, text: string | RegExp): Promise<void> {
    const shown = expect.poll(async () => (await see(part))?.text ?? "not there", {
      message: asText(part),
    });
    await (typeof text === "string" ? shown.toContain(text) : shown.toMatch(text));
  }

  async function click(part: Query): Promise<void> {
    const isFree = async (): Promise<string> => {
      const seen = await see(part);
      if (!seen) return "not there";
      return seen.isDisabled ? "disabled" : (seen.coveredBy ?? "free");
    };
    await expect.poll(isFree, { message: asText(part) }).toBe("free");
    const seen = await see(part);
    if (seen) await browser.click(seen);
  }

  async function fill(field: Query, text: string): Promise<void> {
    await click(field);
    await browser.press("Control+a");
    await browser.type(text);
    const value = async () => (await see(field))?.value;
    await expect.poll(value, { message: asText(field) }).toBe(text);
  }

  async function choose(list: Query, value: string): Promise<void> {
    const isThere = async (): Promise<boolean> => (await see(list)) !== null;
    await expect.poll(isThere, { message: asText(list) }).toBe(true);
    await browser.evaluate(inPage(chooseOption, list, value));
  }

  async function save(button: Query): Promise<Buffer> {
    await click(button);
    const paths: string[] = [];
    const isSaved = (): boolean => {
      const path = browser.takeDownload();
      if (path !== null) paths.push(path);
      return paths.length > 0;
    };
    await expect.poll(isSaved, { message: "a saved file" }).toBe(true);
    return readFileSync(paths[0] ?? "");
  }

  return {
    browser,
    see,
    reads,
    click,
    fill,
    save,
    choose,
  };
}
