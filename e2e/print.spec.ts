/** The page on paper: the stage with its source and its answer, in colour, without controls; or the results. */
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

test("printing the results leaves the controls out and shows the whole table", async ({ lab }) => {
  await lab.open("?centre=results");
  await expect(lab.backend).toContainText("WebAssembly");
  const results = lab.place("results");
  const evaluate = results.getByRole("button", { name: "Evaluate", exact: true });
  await evaluate.click();
  const rows = results.getByRole("table", { name: /^Held-out examples/ }).locator("tbody tr");
  await expect(rows).toHaveCount(256);
  await lab.page.emulateMedia({ media: "print" });
  await expect(rows.last()).toBeVisible();
  for (const control of [evaluate, lab.train, lab.language, lab.setup])
    await expect(control).toBeHidden();
  // No scroller around the table cuts off its end.
  const cut = await rows.last().evaluate((row) => {
    const { bottom } = row.getBoundingClientRect();
    const around: Element[] = [];
    for (let at = row.parentElement; at; at = at.parentElement) around.push(at);
    return around.filter((part) => {
      const isClipped = getComputedStyle(part).overflowY !== "visible";
      return isClipped && part.getBoundingClientRect().bottom < bottom - 1;
    }).length;
  });
  expect(cut).toBe(0);
});
