/** The PyTorch tab by keyboard alone: the whole program copied and downloaded, and a note of the course notes' way. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";

/** Tabs on until the button or summary with this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const names: string[] = [];
  while (names.length < 30) {
    await page.keyboard.press("Tab");
    const control = page.locator(":is(button, summary):focus");
    const text = (await control.count()) > 0 ? ((await control.textContent()) ?? "") : "";
    if (text.startsWith(name)) return;
    names.push(text);
  }
  throw new Error(`"${name}" has no tab stop; found: ${names.join(" | ")}`);
}

test("the program of the model on show is copied and downloaded by keyboard", async ({
  lab,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await lab.open("?mode=lab&source=lamp&inspect=pytorch&attention=additive");
  const { page } = lab;
  const inspector = page.getByRole("region", { name: "Inspector" });
  await expect(inspector.getByRole("button", { name: "Copy program" })).toBeVisible();
  await inspector.getByRole("tab", { name: "PyTorch" }).focus();
  await tabTo(page, "Copy program");
  await page.keyboard.press("Enter");
  await expect(inspector.getByRole("status")).toHaveText(
    "The program is in the clipboard. Save it as seq2seq-gru-additive.py.",
  );
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('EXAMPLE = ["l", "a", "m", "p"]');
  await tabTo(page, "Download program");
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  const file = await download;
  expect(file.suggestedFilename()).toBe("seq2seq-gru-additive.py");
  expect(await readFile(await file.path(), "utf8")).toBe(copied);
});

test("a line of the encoder opens its notes, and a note opens by keyboard, in Korean too", async ({
  lab,
}) => {
  await lab.open("?mode=lab&source=lamp&inspect=pytorch&step=1&lang=ko");
  const { page } = lab;
  const inspector = page.getByRole("region", { name: "살펴보기" });
  const line = inspector.getByRole("button", { name: /^keys, encoder_hidden/ });
  const note = inspector.getByText("h_n[-2], h_n[-1]과 (4, B, d_h)");
  await expect(inspector.getByRole("region", { name: "강의 노트의 코드와 비교" })).toBeVisible();
  await expect(note).toBeHidden();
  await line.focus();
  await page.keyboard.press("Enter");
  await expect(note).toBeVisible();
  await tabTo(page, "h_n[-2]");
  await page.keyboard.press("Enter");
  await expect(inspector.getByText(/둘 다 마지막 층입니다/)).toBeVisible();
  await expectAccessible(page);
});

test("the encoder's code and its tiles light each other", async ({ lab }) => {
  await lab.open("?mode=lab&source=lamp&inspect=pytorch&step=1");
  const inspector = lab.page.getByRole("region", { name: "Inspector" });
  const tile = lab.stage.getByRole("button", { name: "Encoder state h₁" });
  await expect(tile).not.toHaveAttribute("data-lit");
  await inspector.getByRole("button", { name: /^keys, encoder_hidden/ }).hover();
  await expect(tile).toHaveAttribute("data-lit", "true");
});
