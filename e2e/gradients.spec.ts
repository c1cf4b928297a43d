/** The gradient's roads on the stage: by keyboard, in both languages and themes, while the model trains, and narrow. */
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";

const figureIn = (page: Page) =>
  page.getByRole("figure", { name: "Gradients in the unrolled encoder and decoder" });

/** The text above the figure. */
const lossIn = (page: Page) => page.getByRole("group", { name: "Gradients", exact: true });

test("a student follows the gradient of one token, then of all, by keyboard", async ({ lab }) => {
  const { page } = lab;
  await lab.open("?step=5");
  await expect(lab.backend).toContainText("WebAssembly");
  await page.getByRole("radio", { name: "Values", exact: true }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(figureIn(page)).toBeVisible();
  await expect(lossIn(page)).toContainText("Loss of step 5: −ln p(");
  await expect(lossIn(page)).toContainText("Weights after 1,200 updates.");
  await expect(page).toHaveURL(/draw=gradients/);
  // states after the token of the loss have no gradient
  const states = figureIn(page).getByRole("toolbar", { name: "Gradients of the decoder states" });
  await expect(states.getByRole("button", { name: /^s₅: / })).not.toHaveAccessibleName(
    /gradient 0;/,
  );
  await expect(states.getByRole("button", { name: /^s₆: / })).toHaveAccessibleName(/gradient 0;/);
  await lab.previous.click();
  await expect(lossIn(page)).toContainText("Loss of step 4: −ln p(");
  await expect(states.getByRole("button", { name: /^s₅: / })).toHaveAccessibleName(/gradient 0;/);
  await expectAccessible(page, "stage");
  await page.getByRole("radio", { name: "the selected token" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(lossIn(page)).toContainText("Mean loss of 8 tokens:");
  await expect(page).toHaveURL(/loss=all/);
  await page.reload();
  await expect(lossIn(page)).toContainText("Mean loss of 8 tokens:");
});

test("without attention every gradient goes round the corner", async ({ lab }) => {
  const { page } = lab;
  await lab.open("?attention=none&draw=gradients&theme=dark");
  await expect(figureIn(page)).toContainText("Without attention, no gradient passes here.");
  const tiles = figureIn(page).getByRole("toolbar", { name: "Gradients of the encoder states" });
  for (const tile of await tiles.getByRole("button").all())
    await expect(tile).toHaveAccessibleName(
      /as a value 0, as a key 0; through the decoder’s first state (?!0$)/,
    );
  await expectAccessible(page, "stage");
});

test("the gradients follow the training", async ({ lab }) => {
  const { page } = lab;
  await lab.open("?draw=gradients&hidden=8&steps=150&loss=all");
  await expect(lossIn(page)).toContainText("Weights after 0 updates.");
  await lab.train.click();
  await expect(lossIn(page)).toContainText("Weights after 150 updates.");
});

test("on a phone in Korean the figure scrolls in a region of its own", async ({ lab }) => {
  const { page } = lab;
  await page.setViewportSize({ width: 390, height: 844 });
  await lab.open("?lang=ko&draw=gradients&task=englishKorean&theme=dark");
  const region = page.getByRole("region", { name: "펼친 인코더와 디코더의 기울기, 스크롤 가능" });
  await expect(region).toBeVisible();
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
  await page.getByRole("button", { name: "기울기 표" }).click();
  await expect(page.getByRole("table").first()).toBeVisible();
  await expectAccessible(page);
});
