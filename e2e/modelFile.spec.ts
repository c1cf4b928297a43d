/** Saving a model to a file and opening one. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { createLab, expect, expectAccessible, test } from "./fixtures";

const OPEN = "Open model…";

/** Presses "Save model" and returns the downloaded file. */
async function save(page: Page): Promise<{ name: string; path: string }> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save model" }).click();
  const file = await download;
  return { name: file.suggestedFilename(), path: await file.path() };
}

test("a saved model opens again with its settings, gives the same answers and continues training", async ({
  lab,
}) => {
  await lab.open("?hidden=16&batch=8&steps=50&cell=lstm&attention=general&timing=luong");
  await lab.openTab("Training");
  await expect(lab.update).toHaveText("0");
  await lab.source.fill("window");
  await lab.source.press("Enter");
  await lab.train.click();
  await expect(lab.training).toContainText("Limit: update 50");
  const answer = await lab.output.innerText();
  const { name, path } = await save(lab.page);
  expect(name).toBe("reverse-general-50-steps.safetensors");
  await test.step("it changes the settings, and one click restores the previous ones", async () => {
    await lab.openTab("Model");
    await lab.attention.selectOption("dot");
    await expect(lab.update).toHaveText("0");
    await lab.timing.selectOption("bahdanau");
    await expect(lab.page).not.toHaveURL(/timing=luong/);
    await lab.openTab("Training");
    await lab.place("training-tab").getByLabel(OPEN).setInputFiles(path);
    await expect(lab.place("training-tab")).toContainText("is open, at update 50.");
    await expectAccessible(lab.page, "training-tab");
    await lab.openTab("Model");
    await expect(lab.attention).toHaveValue("general");
    await expect(lab.timing).toHaveValue("luong");
    await expect(lab.page).toHaveURL(/timing=luong/);
    await expect(lab.undo).toHaveText("Undo: settings before");
    await lab.undo.click();
    await expect(lab.attention).toHaveValue("dot");
    await expect(lab.redo).toHaveAccessibleName("Redo: settings after");
    await lab.redo.click();
    await expect(lab.attention).toHaveValue("general");
  });
  await expect(lab.update).toHaveText("50");
  await expect(lab.output).toHaveText(answer, { useInnerText: true });
  await lab.oneUpdate.click();
  await expect(lab.update).toHaveText("51");
});

test("the page refuses a damaged file with a reason and keeps the model", async ({ lab }) => {
  await lab.open("?hidden=16&batch=8");
  await lab.openTab("Training");
  await expect(lab.update).toHaveText("0");
  await lab.oneUpdate.click();
  await expect(lab.training).toContainText("One update done");
  const answer = await lab.output.innerText();
  const whole = await readFile((await save(lab.page)).path);
  const odd = Buffer.from(whole);
  odd.writeFloatLE(Number.NaN, odd.length - 4);
  const text = whole.toString("latin1");
  const cases: [Buffer, RegExp][] = [
    [
      whole.subarray(0, 5000),
      /“my.safetensors” was not opened. This is not a complete safetensors file/,
    ],
    [odd, /The tensor “decoder.out.bias” holds a value that is not a finite number/],
    [
      Buffer.from(text.replace("gru", "gri"), "latin1"),
      /metadata entry “config.cell” is missing or is not/,
    ],
    [Buffer.from("no model at all"), /This is not a complete safetensors file/],
  ];
  for (const [buffer, sentence] of cases) {
    const file = { name: "my.safetensors", mimeType: "application/octet-stream", buffer };
    await lab.place("training-tab").getByLabel(OPEN).setInputFiles(file);
    await expect(lab.place("training-tab").getByRole("alert")).toContainText(sentence);
    await expect(lab.place("training-tab").getByRole("alert")).toContainText(
      "The model that you see has not changed.",
    );
  }
  await expectAccessible(lab.page, "training-tab");
  await expect(lab.update).toHaveText("1");
  await expect(lab.output).toHaveText(answer, { useInnerText: true });
});

test("a file can be chosen by keyboard", async ({ lab }) => {
  // Chromium intercepts choosers only some time after Playwright begins to wait, so the wait begins first.
  const chooser = lab.page.waitForEvent("filechooser");
  await lab.open();
  await lab.openTab("Training");
  await expect(lab.backend).toContainText("WebAssembly");
  const { path } = await save(lab.page);
  const saving = lab.page.getByRole("button", { name: "Save model" });
  await expect(saving).toBeEnabled();
  await expect(lab.place("training-tab")).toContainText("Saved as"); // the page has rendered the result
  await saving.focus();
  await expect(saving).toBeFocused();
  await lab.page.keyboard.press("Tab");
  await expect(lab.place("training-tab").getByLabel(OPEN)).toBeFocused();
  await lab.page.keyboard.press("Enter");
  await (await chooser).setFiles(path);
  await expect(lab.place("training-tab")).toContainText("is open, at update 1,200.");
});

test("a model of own pairs opens in another browser without them: it decodes, and says why it does not train", async ({
  lab,
  browser,
}) => {
  const words = ["good", "red", "small", "old", "new", "warm"];
  const things = ["house", "tree", "river", "book", "garden", "bread"];
  const lines = words.flatMap((word) =>
    things.map((thing) => `${word} ${thing}\t${thing} ${word}`),
  );
  await lab.open("?hidden=16&batch=8");
  await lab.openTab("Data");
  await lab.ownPairs.click();
  await lab.page.getByRole("textbox", { name: "Pairs" }).fill(lines.join("\n"));
  await lab.page.getByRole("button", { name: "Use these pairs" }).click();
  await expect(lab.update).toHaveText("0");
  await lab.oneUpdate.click();
  await expect(lab.update).toHaveText("1");
  await lab.openTab("Training");
  const { path } = await save(lab.page);
  const page = await browser.newPage();
  await page.goto(lab.page.url().replace(/\?.*/, "?mode=lab"));
  const other = createLab(page);
  await expect(other.backend).toContainText("WebAssembly");
  await other.openTab("Training");
  await page.getByLabel(OPEN).setInputFiles(path);
  await expect(page.getByText("is open, at update 1.")).toBeVisible();
  await other.source.fill("red river");
  await other.decode.click();
  await expect(other.decoding.getByText("river").first()).toBeAttached();
  for (const button of [other.train, other.oneUpdate, other.anotherExample])
    await expect(button).toHaveAttribute("aria-disabled", "true");
  await expect(other.training).toContainText("The pairs of this model are not here");
  await other.training.getByRole("button", { name: "Give the pairs" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.close();
});
