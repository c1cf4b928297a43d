import { expect, expectAccessible, test } from "./fixtures";

test("the page opens with all its parts on WebAssembly; no text becomes markup, and no script of another site starts", async ({
  lab,
  expectedFaults,
}) => {
  expectedFaults.push(/Trusted/);
  await lab.open();
  await expect(lab.page).toHaveTitle(/Seq2Seq Lab/);
  await expect(lab.stage).toBeVisible();
  await expect(lab.grid).toBeVisible();
  await expect(lab.decoding).toBeVisible();
  await expect(lab.training).toBeVisible();
  await expect(lab.setup).toBeVisible();
  await expect(lab.backend).toHaveText("WebAssembly"); // without a word about graphics cards
  const errors = await lab.page.evaluate(() => {
    const attempts = [
      () => (document.createElement("div").innerHTML = "<b>bold</b>"),
      () => new DOMParser().parseFromString("<b>bold</b>", "text/html"),
      () => (document.createElement("script").text = "globalThis.isExecuted = true"),
      () => new Worker("https://elsewhere.example/worker.js"),
    ];
    return attempts.map((attempt) => {
      try {
        attempt();
        return "allowed";
      } catch (error) {
        return (error as Error).name;
      }
    });
  });
  expect(errors).toEqual(Array.from({ length: 4 }, () => "TypeError"));
});

test("axe reports an image without a text, so a clean result is meaningful", async ({ page }) => {
  await page.setContent(
    "<!doctype html><html lang=en><title>Page</title><main><h1>Page</h1></main>",
  );
  await expectAccessible(page);
  await page.evaluate(() => document.body.append(document.createElement("img")));
  await expect(expectAccessible(page)).rejects.toThrow("image-alt");
});
