import { expect, expectAccessible, test } from "./fixtures";

test("the page opens with all its parts", async ({ lab }) => {
  await lab.open();
  await expect(lab.page).toHaveTitle(/Seq2Seq Lab/);
  await expect(lab.stage).toBeVisible();
  await expect(lab.grid).toBeVisible();
  await expect(lab.decoding).toBeVisible();
  await expect(lab.training).toBeVisible();
  await expect(lab.setup).toBeVisible();
});

test("axe reports an image without a text, so a clean result is meaningful", async ({ page }) => {
  await page.setContent(
    "<!doctype html><html lang=en><title>Page</title><main><h1>Page</h1></main>",
  );
  await expectAccessible(page);
  await page.evaluate(() => document.body.append(document.createElement("img")));
  await expect(expectAccessible(page)).rejects.toThrow("image-alt");
});
