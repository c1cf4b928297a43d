/** A Transformer in the place of the recurrent network. */
import { readRows } from "./attentionMap";
import { expect, expectAccessible, test } from "./fixtures";

const SMALL = "?network=transformer&heads=2&hidden=16&batch=16&steps=50&target=1&source=lamp";

test("a Transformer trains, its map goes head by head, and an operation is explained", async ({
  lab,
  page,
}) => {
  await lab.open(SMALL);
  await lab.train.click();
  await expect(lab.training).toContainText("Limit: update 50");
  await expect(lab.train).toBeVisible();
  const head = page.getByRole("group", { name: "Head" });
  const shown = async (): Promise<number[]> =>
    (await readRows(lab.grid)).flatMap((row) => row.map(({ weight }) => weight));
  const mean = await shown();
  expect(mean.length).toBeGreaterThan(0);
  await head.getByRole("radio", { name: "1" }).press("Space");
  await expect(page).toHaveURL(/head=1/);
  const first = await shown();
  await head.getByRole("radio", { name: "2" }).press("Space");
  await expect(page).toHaveURL(/head=2/);
  const second = await shown();
  // to two digits, the map of all heads is the mean of theirs
  mean.forEach((weight, i) =>
    expect(Math.abs(weight - ((first[i] ?? 0) + (second[i] ?? 0)) / 2)).toBeLessThanOrEqual(0.011),
  );
  await expectAccessible(page);
});
