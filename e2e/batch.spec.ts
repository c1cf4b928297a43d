/** The batch of the next update: its masks by keyboard, a row on the stage, the link, and a phone in Korean. */
import { expect, expectAccessible, test } from "./fixtures";

test("a student switches the masks off by keyboard and puts a padded row on the stage", async ({
  lab,
}) => {
  const { page } = lab;
  await lab.open();
  await expect(lab.backend).toContainText("WebAssembly");
  await lab.centreTab("Results").focus();
  await page.keyboard.press("ArrowRight");
  const batch = lab.place("batch");
  await expect(batch).toContainText("Its first update will learn from these 64 pairs.");
  await expect(batch.getByRole("row")).toHaveCount(2 + 8);
  await expect(batch).toContainText("Only real tokens count.");
  await page.getByRole("switch", { name: "Attention mask" }).focus();
  await page.keyboard.press("Space");
  await expect(batch).toContainText(
    /[1-9][\d.]*% of the attention of the padded rows falls on <pad>/,
  );
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(batch).toContainText(/of 72 tokens that count are <pad>/);
  await expect(page).toHaveURL(/centre=batch.*nomask=attention\.loss/);
  await expectAccessible(page, "batch");
  await page.reload();
  await expect(batch).toContainText(/of 72 tokens that count are <pad>/);
  const row = batch.getByRole("row").nth(2 + 3);
  const source = await row.getByRole("cell").allTextContents();
  await row.getByRole("button").press("Enter");
  // after loss and weight
  const letters = source.slice(2, 11).map((text) => text[0]).join(""); // prettier-ignore
  await expect(lab.source).toHaveValue(letters.slice(0, letters.search(/<|\d/)));
  await expect(lab.stage).toBeVisible();
});

test("the batch follows the training, and shows where each answer stops", async ({ lab }) => {
  const { page } = lab;
  await lab.open("?centre=batch&hidden=8&forcing=0.5");
  const batch = lab.place("batch");
  await expect(batch).toContainText("Update 1 will learn from these 64 pairs.");
  await expect(batch.getByText(/^Fed the model’s own answer: /).first()).toBeAttached();
  await lab.oneUpdate.click();
  await expect(batch).toContainText("Update 2 will learn from these 64 pairs.");
  await page.getByRole("radio", { name: "Own answers" }).check();
  await page.getByRole("radio", { name: "All 64" }).check();
  await expect(batch.getByRole("row")).toHaveCount(2 + 64);
  await expect(batch).toContainText("Each row ends at its own <eos>.");
});

test("on a phone in Korean the grid scrolls in a region of its own", async ({ lab }) => {
  const { page } = lab;
  await page.setViewportSize({ width: 390, height: 844 });
  await lab.open("?lang=ko&centre=batch&theme=dark&nomask=states.attention");
  const region = page.getByRole("region", { name: "배치, 스크롤 가능" });
  await expect(region).toBeVisible();
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
  await expectAccessible(page);
});
