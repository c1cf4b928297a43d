/** The walk through one update: by keyboard, on several backends, in Korean, narrow and dark. */
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";

const SMALL = "hidden=16&embedding=8&batch=16";

const walkIn = (page: Page) => page.getByRole("region", { name: /^Update \d+, slowly$/ });

/** The mean over the tokens of the batch, and the loss that training reports. */
async function lossesIn(page: Page): Promise<readonly number[]> {
  const text = (await walkIn(page).getByText("Whole batch:").textContent()) ?? "";
  const [, mean, reported] = /= ([\d.]+)\. Training reports ([\d.]+)\./.exec(text) ?? [];
  return [Number(mean), Number(reported)];
}

test("a student walks through an update and back by keyboard", async ({ lab }) => {
  const { page } = lab;
  await lab.open(`?${SMALL}`);
  await expect(lab.backend).toContainText("WebAssembly");
  const slowly = lab.training.getByRole("button", { name: "Slowly" });
  await expect(slowly).toBeEnabled();
  await slowly.focus();
  await page.keyboard.press("Enter");
  const walk = walkIn(page);
  await expect(walk).toBeFocused();
  await expect(walk.getByText("An update learns from one batch of 16 pairs.")).toBeVisible();
  await expect(walk.getByRole("table")).toBeVisible();
  await expectAccessible(page);
  await walk.getByRole("button", { name: "Follow row 3", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(walk.getByRole("combobox", { name: "Follow" })).toHaveValue("2");
  const next = walk.getByRole("button", { name: /^Next: / });
  await next.focus();
  await page.keyboard.press("Enter");
  await expect(lab.stage).toBeVisible();
  await page.keyboard.press("ArrowRight");
  const [mean, reported] = await lossesIn(page);
  expect(mean).toBeCloseTo(reported ?? Number.NaN, 4);
  await expect(lab.loss).toHaveText((reported ?? 0).toFixed(3));
  await page.keyboard.press("PageDown");
  await expect(
    page.getByRole("figure", { name: "Gradients in the unrolled encoder and decoder" }),
  ).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("figure", { name: /^Norm of the gradient before/ })).toBeVisible();
  await expectAccessible(page, "walk");
  await page.keyboard.press("ArrowRight");
  await expect(walk.getByText(/^Before \+ move = after, exactly/)).toBeVisible();
  await expectAccessible(page, "walk");
  await page.keyboard.press("ArrowRight");
  await expect(walk.getByText("The same example with the weights after the update.")).toBeVisible();
  await expectAccessible(page, "walk");
  await page.keyboard.press("ArrowLeft");
  await expect(walk.getByText(/^Before \+ move = after, exactly/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(walk).toBeHidden();
  await expect(slowly).toBeFocused();
  await expect(lab.stage).toBeVisible();
  await expect(lab.update).toHaveText("1");
});

/** Graphics cards: `fused.spec.ts` and `webgpu.spec.ts`, without a page. */
const BACKENDS = [
  ["cpu", "JavaScript"],
  ["threads", "threads"],
] as const;

for (const [backend, name] of BACKENDS)
  test(`the numbers of a walk are those of the update on ${backend}`, async ({ lab }) => {
    const { page } = lab;
    const link = `?${SMALL}&forcing=0.5&backend=${backend}`;
    await lab.open(link);
    await expect(lab.backend).toContainText(name);
    await lab.oneUpdate.click();
    await expect(lab.update).toHaveText("1");
    await lab.oneUpdate.click();
    await expect(lab.update).toHaveText("2");
    const plain = await lab.loss.textContent();
    await lab.reset.click();
    await expect(lab.update).toHaveText("0");
    await lab.training.getByRole("button", { name: "Slowly" }).click();
    await walkIn(page).getByRole("button", { name: "Loss" }).click();
    const [mean, reported] = await lossesIn(page);
    expect(mean).toBeCloseTo(reported ?? Number.NaN, 3);
    await lab.oneUpdate.click(); // the walk gives way to more training
    await expect(lab.update).toHaveText("2");
    await expect(lab.loss).toHaveText(plain ?? "");
    await expect(walkIn(page)).toBeHidden();
  });

test("a walk in Korean fits a phone in the dark, and the next update follows it", async ({
  lab,
}) => {
  const { page } = lab;
  await page.setViewportSize({ width: 390, height: 844 });
  await lab.open(`?${SMALL}&lang=ko&theme=dark`);
  await page.getByRole("navigation").getByRole("button", { name: "학습", exact: true }).click();
  await page.getByRole("button", { name: "천천히" }).click();
  const walk = page.getByRole("region", { name: /천천히 보기$/ });
  const stages = walk.getByRole("navigation").getByRole("button");
  await expect(stages).toHaveCount(7);
  await expect(walk.getByRole("table")).toBeVisible();
  for (const stage of await stages.all()) {
    await stage.click();
    await expect(stage).toHaveAttribute("aria-current", "step");
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  }
  await expectAccessible(page);
  await walk.getByRole("button", { name: "다음 업데이트" }).click();
  await expect(page.getByRole("region", { name: "업데이트 2회째, 천천히 보기" })).toBeVisible();
});
