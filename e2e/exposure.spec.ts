/** Exposure bias among the results: measured on a shipped model, and over the updates of one that trains. */
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";

/** The region's parts by role and accessible name. */
function exposureOf(page: Page) {
  const region = page.getByRole("region", { name: "Exposure bias", exact: true });
  const injection = region.getByRole("figure", { name: /^Inject a wrong token/ });
  return {
    region,
    measure: region.getByRole("button", { name: /^Measure/ }),
    gap: region.getByRole("figure", { name: /^Right tokens by position/ }),
    injection,
    position: injection.getByRole("slider", { name: "Position of the wrong token" }),
  };
}

test("forced and free answers and wrong tokens are measured by keyboard, from the glossary on", async ({
  lab,
}) => {
  await lab.open("?attention=none&read=glossary");
  await expect(lab.backend).toContainText("WebAssembly");
  await lab.page.getByRole("button", { name: /^Show where: exposure bias/i }).press("Enter");
  const { region, measure, gap, injection, position } = exposureOf(lab.page);
  await expect(region).toBeFocused();
  await measure.press("Enter");
  await expect(measure).toHaveText("Measure again");
  await expect(gap).toContainText(/fed the truth/);
  await expect(region).toContainText("on 256 held-out examples");
  await expect(injection).toContainText(/at position 2, every later token is right in \d+ of 256/);
  await position.press("ArrowRight");
  await expect(injection).toContainText(/at position 3, every later token is right in \d+ of \d+/);
  await injection.getByText("The numbers as a table").press("Enter");
  await expect(injection.getByRole("row", { name: /^\+1 / })).toBeVisible();
  await expectAccessible(lab.page, "exposure");
});

test("a run that has trained here shows the gap of its earlier updates", async ({ lab }) => {
  await lab.open("?hidden=16&batch=16&steps=100&target=1&centre=results");
  await expect(lab.update).toHaveText("0");
  await lab.train.click();
  await expect(lab.update).toHaveText("100");
  const { measure, gap } = exposureOf(lab.page);
  await measure.click();
  await expect(measure).toHaveText("Measure again");
  await expect(gap).toHaveAccessibleName(/update 100/);
  const updates = gap.getByRole("slider", { name: "After update" });
  await updates.press("Home");
  await expect(gap).toHaveAccessibleName(/update 0/);
});
