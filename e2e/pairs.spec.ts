/** A user's own sentence pairs. */
import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, type Lab, test } from "./fixtures";

const NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const 숫자 = ["일", "이", "삼", "사", "오", "육", "칠", "팔", "구"];

/** 81 pairs such as "three four" -> "삼 사", with a third column as in files from Tatoeba. */
const LINES = NUMBERS.flatMap((a, i) =>
  NUMBERS.map((b, j) => `${a} ${b}\t${숫자[i] ?? ""} ${숫자[j] ?? ""}\tCC-BY 2.0`),
);

async function openDialog(lab: Lab): Promise<Locator> {
  await lab.openTab("Data");
  await lab.ownPairs.click();
  const dialog = lab.page.getByRole("dialog", { name: "Use your own pairs" });
  await expect(dialog).toBeVisible();
  return dialog;
}

const upload = (dialog: Locator, name: string, content: Buffer | string) =>
  dialog
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(content) });

test("a pasted list becomes a task that trains and decodes", async ({ lab }) => {
  await lab.open("?hidden=32&batch=16&steps=50");
  await expect(lab.update).toHaveText("0");
  const dialog = await openDialog(lab);
  const use = dialog.getByRole("button", { name: "Use these pairs" });
  await expect(use).toBeDisabled();
  await dialog.getByRole("textbox", { name: "Pairs" }).fill(LINES.join("\n"));
  await expect(dialog).toContainText(/pairs from [\d,]+ rows can be used/);
  await expectAccessible(lab.page, "popup");
  await dialog.getByRole("button", { name: "Keep my settings" }).click();
  await use.click();
  await expect(dialog).toBeHidden();
  await expect(lab.update).toHaveText("0");
  await lab.train.click();
  await expect(lab.training).toContainText("Limit: update 50");
  await lab.source.fill("three four");
  await lab.source.press("Enter");
  await expect(lab.grid.getByRole("columnheader", { name: "three" })).toBeVisible();
  await expect(lab.decoding).toContainText("tokens right");
  await lab.source.fill("three unknownword"); // no known answer, so teacher forcing is not available
  await lab.source.press("Enter");
  await expect(lab.teacherForcing).toBeDisabled();
});

/** The beginning of an older Excel file: the mark of its container, and the name of its only stream. */
function olderExcel(): Buffer {
  const file = Buffer.alloc(1024);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(file);
  file.write("Workbook", 512, "utf16le");
  return file;
}

test("the dialog says why it cannot use a file, and the model stays", async ({ lab }) => {
  await lab.open();
  await expect(lab.backend).toContainText("WebAssembly");
  const step = await lab.update.innerText();
  const dialog = await openDialog(lab);
  const cases: [string, Buffer | string, RegExp][] = [
    ["old.xls", olderExcel(), /older Excel file/],
    ["notabs.txt", "one-two\nthree-four\n", /two columns.*Line 1 reads “one-two”/],
    ["empty.txt", "", /There is no text/],
    ["few.txt", "a\tb\nc\td\n", /At least 20 are needed/],
    ["huge.txt", Buffer.alloc(21_000_000, "a"), /at most 20 MB can be read/i],
  ];
  for (const [name, content, sentence] of cases) {
    await upload(dialog, name, content);
    await expect(dialog).toContainText(sentence);
    await expect(dialog.getByRole("button", { name: "Use these pairs" })).toBeDisabled();
  }
  await lab.page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(lab.ownPairs).toBeFocused();
  await expect(lab.update).toHaveText(step);
});

test("the page shows user text as text, and words such as __proto__ are ordinary tokens", async ({
  lab,
}) => {
  await lab.open("?hidden=16&batch=8");
  await expect(lab.update).toHaveText("0");
  const dialog = await openDialog(lab);
  const strange = [
    "__proto__ constructor\t<img src=x onerror=alert(1)>",
    "<eos> toString\t__proto__ é 한",
  ];
  const lines = [...strange, ...strange, ...LINES.slice(0, 40)];
  await upload(dialog, "strange.txt", lines.join("\r\n"));
  await expect(dialog).toContainText(/pairs from [\d,]+ rows can be used/);
  await expect(dialog.locator("img")).toHaveCount(0);
  await dialog.getByRole("button", { name: "Use these pairs" }).click();
  await lab.oneUpdate.click();
  await expect(lab.update).toHaveText("1");
  await lab.source.fill("__proto__ constructor");
  await lab.source.press("Enter");
  await expect(lab.grid.getByRole("columnheader", { name: "__proto__" })).toBeVisible();
});

test("proposed settings apply unless the student keeps the present ones", async ({ lab }) => {
  await lab.open("?hidden=32");
  await expect(lab.update).toHaveText("0");
  const dialog = await openDialog(lab);
  await dialog.getByRole("textbox", { name: "Pairs" }).fill(LINES.join("\n"));
  const proposal = dialog.getByRole("region", { name: "Settings proposed for these pairs" });
  const changes = proposal.getByRole("listitem");
  await expect(changes.filter({ hasText: "Hidden size" })).toContainText("now 32, proposed 64");
  await expect(changes.filter({ hasText: "Batch size" })).toContainText(
    "There are only 73 training pairs",
  );
  const use = dialog.getByRole("button", { name: "Use these pairs" });
  await expect(use).toHaveAccessibleDescription(/with the proposed settings/);
  await proposal.getByRole("button", { name: "Keep my settings" }).focus();
  await lab.page.keyboard.press("Enter");
  await expect(use).toHaveAccessibleDescription(/with your own settings/);
  await expect(proposal.getByRole("button", { name: "Use the proposed settings" })).toBeFocused();
  await lab.page.keyboard.press("Enter");
  await expectAccessible(lab.page, "popup");
  expect(new URL(lab.page.url()).searchParams.get("hidden")).toBe("32"); // not applied yet

  await use.click();
  await expect
    .poll(() => Object.fromEntries(new URL(lab.page.url()).searchParams))
    .toMatchObject({ task: "pairs", batch: "16", dropout: "0.2", steps: "500" });
  await lab.oneUpdate.click();
  await expect(lab.update).toHaveText("1");
  await lab.ownPairs.click();
  await expect(dialog).toContainText("Your settings already are the proposed ones");
});

test("a file dropped on the page opens the dialog, and its columns are chosen there", async ({
  lab,
}) => {
  await lab.open("?hidden=16&batch=8");
  await expect(lab.update).toHaveText("0");
  const rows = LINES.map((line, i) => `${i},${line.split("\t").slice(0, 2).join(",")}`).join("\n");
  await lab.page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], "numbers.csv"));
    const options = { dataTransfer, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new DragEvent("drop", options));
  }, rows);
  const dialog = lab.page.getByRole("dialog", { name: "Use your own pairs" });
  await expect(dialog).toContainText("81 pairs from 81 rows can be used.");
  const target = dialog.getByRole("combobox", { name: "Use of Column 3" });
  await expect(target).toHaveValue("target");
  await expectAccessible(lab.page, "popup");
  await target.selectOption("source");
  await expect(dialog.getByRole("combobox", { name: "Use of Column 2" })).toHaveValue("target");
  await lab.page.setViewportSize({ width: 320, height: 256 });
  await expect(dialog.getByRole("button", { name: "Close" })).toBeInViewport();
});

const inUse = (page: Page) => page.getByText(/^Pairs in use: /);

/** Pastes the pairs, reads them and uses them. */
async function pasteAndUse(dialog: Locator): Promise<void> {
  await dialog.getByRole("textbox", { name: "Pairs" }).fill(LINES.join("\n"));
  await expect(dialog).toContainText(/pairs from [\d,]+ rows can be used/);
  await dialog.getByRole("button", { name: "Use these pairs" }).click();
  await expect(dialog).toBeHidden();
}

test("saved pairs survive a reload under their name until the student deletes them", async ({
  lab,
}) => {
  await lab.open("?hidden=16&batch=8");
  await expect(lab.update).toHaveText("0");
  await pasteAndUse(await openDialog(lab));
  await expect(inUse(lab.page)).toHaveText(
    "Pairs in use: “one one – 일 일”. Saved on this device.",
  );
  await expect.poll(() => new URL(lab.page.url()).searchParams.get("task")).toBe("pairs");

  await lab.page.reload();
  await expect(inUse(lab.page)).toContainText("“one one – 일 일”");
  await expect(lab.task).toHaveValue("pairs");
  await lab.oneUpdate.click();
  await expect(lab.update).toHaveText("1");

  const dialog = await openDialog(lab);
  await dialog.getByRole("button", { name: "Rename “one one – 일 일”" }).click();
  await dialog.getByRole("textbox", { name: /^New name/ }).fill("Numbers");
  await lab.page.keyboard.press("Enter");
  await expect(inUse(lab.page)).toContainText("“Numbers”");
  await dialog.getByRole("button", { name: "Choose “Numbers”" }).click();
  await expect(dialog).toContainText(/pairs from [\d,]+ rows can be used/);
  await expect(dialog.getByRole("textbox", { name: "Pairs" })).toHaveValue(LINES.join("\n"));
  await expectAccessible(lab.page, "popup");

  await dialog.getByRole("button", { name: "Delete “Numbers”" }).click();
  await lab.page.keyboard.press("Escape"); // closes the question, not the dialog
  await dialog.getByRole("button", { name: "Delete “Numbers”" }).click();
  await dialog.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(dialog).toContainText("Deleted.");
  await lab.page.reload();
  await expect(lab.page.getByRole("alert").filter({ hasText: "sentence pairs" })).toBeVisible();
  await expect(inUse(lab.page)).toBeHidden();
});

test("without storage the dialog says so, and the pairs still work", async ({ lab }) => {
  await lab.page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("not in this window", "SecurityError");
    };
  });
  await lab.open("?hidden=16&batch=8");
  await expect(lab.update).toHaveText("0");
  const dialog = await openDialog(lab);
  await expect(dialog).toContainText("This browser cannot save anything for this page");
  await expect(dialog.getByRole("checkbox", { name: /^Save these pairs/ })).toHaveCount(0);
  await pasteAndUse(dialog);
  await expect(inUse(lab.page)).toContainText("“one one – 일 일”");
  await lab.oneUpdate.click();
  await expect(lab.update).toHaveText("1");
});
