/** The page on paper: the stage with its source and its answer, in colour, without controls. The results: `evaluation.spec.ts`. */
import { expect, test } from "./fixtures";

test("printing keeps the map's colours and leaves the controls out, in the light theme", async ({
  lab,
}) => {
  await lab.open();
  await expect(lab.backend).toContainText("WebAssembly");
  await lab.theme.click();
  await expect(lab.page.locator("html")).toHaveAttribute("data-theme", "dark");
  await lab.page.emulateMedia({ media: "print" });
  await expect(lab.grid).toBeVisible();
  await expect(lab.source).toBeVisible();
  await expect(lab.output).toBeVisible();
  await expect(lab.cells.first()).toHaveCSS("print-color-adjust", "exact");
  for (const control of [lab.train, lab.play, lab.decode, lab.language, lab.setup])
    await expect(control).toBeHidden();
  await expect(lab.page.locator("body")).toHaveCSS("background-color", "rgb(251, 250, 247)");
  const rows = await lab.grid.getByRole("row").count();
  expect(rows).toBeGreaterThan(1);
  const pdf = await lab.page.pdf({ path: "test-results/print.pdf", landscape: true });
  expect(pdf.subarray(0, 4).toString()).toBe("%PDF");
});
