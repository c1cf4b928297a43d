/** What a student does in one visit, in Firefox and in WebKit. Chromium does it in the other end-to-end tests. */
import { writeFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { keptStep } from "../savedRun";
import { PARTS, part, testInEngines } from "./engines";
import type { Visitor } from "./visitor";

const { training, train, reset, update, backend, source, output } = PARTS;

/** A small model, and a target that it reaches soon. */
const SMALL = "mode=lab&hidden=32&rate=0.01&target=0.5";

const PAIRS = Array.from({ length: 30 }, (_, i) => {
  const [a, b] = [i % 6, Math.floor(i / 6)];
  return `${"abcdef"[a]} ${"uvwxy"[b]}\t${"uvwxy"[b]} ${"abcdef"[a]}`;
});

/** Opens a link and waits for the worker's model. */
async function open({ browser, reads }: Visitor, link: string): Promise<void> {
  await browser.open(link);
  await reads(backend, "WebAssembly");
}

const attributeOf = ({ browser }: Visitor, name: string): Promise<string | null> =>
  browser.evaluate(`document.documentElement.getAttribute(${JSON.stringify(name)})`);

async function stepThroughAndType(visitor: Visitor, page: string): Promise<void> {
  await open(visitor, `${page}?mode=lab`);
  await visitor.click(PARTS.first);
  const [one] = (await visitor.see(output))?.text ?? "";
  await visitor.click(PARTS.next);
  await visitor.reads(output, new RegExp(`^${one}.`));
  await visitor.fill(source, "window");
  await visitor.browser.press("Enter");
  await visitor.reads(output, "wodniw");
}

async function followTheLink(visitor: Visitor, page: string): Promise<void> {
  const link = () => visitor.browser.evaluate<string>("location.search");
  await expect.poll(link).toContain("source=window"); // the address follows the page
  await open(visitor, page + (await link()));
  await visitor.reads(output, "wodniw");
}

async function trainAndResume(visitor: Visitor, page: string): Promise<void> {
  const { browser, click, reads, see } = visitor;
  await open(visitor, `${page}?${SMALL}`);
  await click(train);
  await reads(training, "Done: ");
  const trained = (await see(update))?.text ?? "";
  const kept = () => keptStep({ evaluate: (read) => browser.evaluate(`(${read.toString()})()`) });
  await expect.poll(kept).toBe(Number(trained));
  await browser.reload();
  await reads(training, `Saved run: update ${trained}`);
  await reads(update, new RegExp(`^${trained}$`));
}

async function takeAway(visitor: Visitor): Promise<void> {
  const { browser, click, save, reads, see } = visitor;
  await click(part("button", "Take away"));
  const dialog = part("dialog", "Take away");
  const figure = await save(part("button", "Figure as SVG", dialog));
  expect(figure.toString()).toMatch(/^<svg[^>]*>[\s\S]*<\/svg>\s*$/);
  await browser.press("Escape");

  const trained = (await see(update))?.text ?? "";
  await click(part("tab", "Training"));
  const model = await save(part("button", "Save model"));
  const path = test.info().outputPath("model.safetensors");
  writeFileSync(path, model);
  await click(reset);
  await reads(update, /^0$/);
  await browser.chooseFiles('[data-place="training-tab"] input[type="file"]', [path]);
  await reads(update, new RegExp(`^${trained}$`));
}

async function useOwnPairs({ browser, click, reads, fill }: Visitor): Promise<void> {
  await click(part("tab", "Data"));
  await click(part("button", "Use your own pairs"));
  const dialog = part("dialog", "Use your own pairs");
  await reads(dialog, "Use these pairs");
  const path = test.info().outputPath("pairs.txt");
  writeFileSync(path, PAIRS.join("\n"));
  await browser.chooseFiles('[role="dialog"] input[type="file"]', [path]);
  await reads(dialog, /pairs from [\d,]+ rows can be used/);
  await click(part("button", "Use these pairs", dialog));
  await click(PARTS.oneUpdate);
  await reads(update, /^1$/);
  await fill(source, "b w");
  await browser.press("Enter");
  await reads(part("region", "Decoding"), /tokens right/);
}

async function readKorean(visitor: Visitor, page: string): Promise<void> {
  const { browser, choose, fill, reads } = visitor;
  await open(visitor, `${page}?mode=lab&task=hangulSounds`);
  await choose(part("combobox", "Language"), "ko");
  const decoding = part("region", "디코딩");
  await reads(decoding, "원문");
  await fill(part("textbox", "원문", decoding), "맑은 물");
  await browser.press("Enter");
  await reads(part("status", "출력", decoding), "malgeun mul");
  expect(await attributeOf(visitor, "lang")).toBe("ko");
}

async function changeTheme(visitor: Visitor): Promise<void> {
  for (const theme of ["dark", "light"]) {
    await visitor.click(part("button", "테마"));
    await expect.poll(() => attributeOf(visitor, "data-theme")).toBe(theme);
  }
}

async function answerTheLesson(visitor: Visitor, page: string): Promise<void> {
  await open(visitor, `${page}?lang=en&mode=learn`);
  const lesson = part("region", "Lesson");
  await visitor.click(part("gridcell", "step 1, *"));
  await visitor.click(part("button", "Show me", lesson));
  await visitor.reads(lesson, /s you predicted/);
  await visitor.click(part("button", "Next", lesson));
  await visitor.reads(lesson, "A row looks back");
}

testInEngines("the main job of a visit", async (visitor, page) => {
  await test.step("step and type", () => stepThroughAndType(visitor, page));
  await test.step("the link", () => followTheLink(visitor, page));
  await test.step("train, reload, resume", () => trainAndResume(visitor, page));
  await test.step("take away", () => takeAway(visitor));
  await test.step("own pairs", () => useOwnPairs(visitor));
  await test.step("Korean", () => readKorean(visitor, page));
  await test.step("themes", () => changeTheme(visitor));
  await test.step("a lesson", () => answerTheLesson(visitor, page));
});
