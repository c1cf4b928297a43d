/** The networks that only read or only write: a visit by keyboard, and the same page in Korean on a phone in the dark. */
import { expect, expectAccessible, test } from "./fixtures";
import { keptStep } from "./savedRun";

test("a student trains a classifier of names, reads one, and lets a generator write", async ({
  lab,
  page,
}) => {
  await lab.open("?source=lamp");
  await lab.openTab("Data");
  const open = page.getByRole("button", { name: "Names to languages (reading alone)" });
  await open.focus();
  await open.press("Enter");
  await expect(page.getByRole("heading", { name: "Before sequence to sequence" })).toBeFocused();
  const header = page.getByRole("banner");
  await expect(header.getByRole("button", { name: "GRU" })).toBeHidden(); // the hidden network's size
  const training = page.getByRole("region", { name: "Training" });
  await expect(page.getByText("This trained network came with the page.")).toBeVisible();
  await training.getByRole("button", { name: "Reset model" }).press("Enter");
  await expect(page.getByText("The model is not trained yet.")).toBeVisible();
  for (const count of [1, 2]) {
    await training.getByRole("button", { name: "One update" }).press("Enter");
    await expect(training).toContainText(new RegExp(`Update\\s*${count}`));
  }
  await expect.poll(() => keptStep(page, "classifier")).toBe(2);
  await page.reload();
  await expect(training).toContainText(/Update\s*2/);
  const name = page.getByRole("textbox", { name: "Name" });
  await name.fill("Müller");
  await name.press("Enter");
  await expect(page).toHaveURL(/alone=classifier.*M%C3%BCller/);
  await page.getByText("The numbers as a table").press("Enter");
  // a row of headings, one before the first letter, and one for each letter
  const beliefs = page.getByRole("table").filter({ hasText: "Letter" }).first();
  await expect(beliefs.getByRole("row")).toHaveCount(2 + "Müller".length);
  await expectAccessible(page);
  await page.getByRole("tab", { name: "Writing alone" }).click();
  await expect(
    page.getByRole("heading", { name: "What it writes, letter by letter" }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Back to the whole network" }).press("Enter");
  await expect(lab.output).toBeVisible();
  await expect(header.getByRole("button", { name: "GRU" })).toBeVisible();
});

test.describe("on a phone in the dark, in Korean", () => {
  test.use({ viewport: { width: 390, height: 844 }, colorScheme: "dark" });

  test("the page fits and has no serious problem", async ({ page }) => {
    await page.goto("./?lang=ko&alone=classifier*names_native");
    for (const tab of [null, "쓰기만 하는 신경망"]) {
      if (tab) await page.getByRole("tab", { name: tab }).click();
      await expect(page.getByRole("button", { name: "업데이트 1회" })).toBeEnabled();
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider).toBeLessThanOrEqual(0);
      await expectAccessible(page);
    }
  });
});
