/** The one way back, which names what it brings back. */
import type { Locator } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";

test("an update on the trained model is announced, and undo and redo name both models", async ({
  lab,
}) => {
  await lab.open();
  await expect(lab.backend).toContainText("WebAssembly");
  const trained = await lab.update.innerText();
  for (const button of [lab.oneUpdate, lab.train])
    await expect(button).toHaveAccessibleDescription(
      /Training starts a new model .* Undo then brings the trained one back\./,
    );
  await lab.oneUpdate.click();
  await expect(lab.update).toHaveText("1");
  await expect(lab.training).toContainText(
    "This is a new model. Undo brings the trained one back.",
  );
  await expect(lab.undo).toHaveText("Undo: trained model");
  await lab.undo.click();
  await expect(lab.update).toHaveText(trained);
  await expect(lab.redo).toHaveAccessibleName("Redo: update 1");
  await expectAccessible(lab.page, "training");
  await lab.redo.click();
  await expect(lab.update).toHaveText("1");
  await expect(lab.train).toBeFocused();
  await test.step("undo goes back two models, the settings with them", async () => {
    await lab.attention.selectOption("dot");
    await expect(lab.undo).toHaveText("Undo: settings before");
    await lab.undo.click();
    await expect(lab.attention).toHaveValue("additive");
    await expect(lab.update).toHaveText("1");
    await lab.undo.click();
    await expect(lab.update).toHaveText(trained);
    await expect(lab.undo).toHaveAttribute("aria-disabled", "true");
  });
});

test("the buttons stay in their column, and the names of undo and redo are not cut", async ({
  lab,
}) => {
  for (const language of ["en", "ko"] as const) {
    await lab.page.setViewportSize({ width: 1280, height: 800 });
    await lab.open(`?lang=${language}`);
    const training = lab.page.getByRole("region", { name: /^(Training|학습)$/ }).first();
    const undo = training.getByRole("button", { name: /^(Undo|되돌리기)/ });
    const redo = training.getByRole("button", { name: /^(Redo|되살리기)/ });
    const oneUpdate = training.getByRole("button", { name: /^(One update|업데이트 1회)$/ });
    await expect(oneUpdate).toHaveAttribute("aria-disabled", "false");
    await oneUpdate.click();
    await expect(undo).toHaveAccessibleName(/trained model|학습된 모델/);
    expect(await isCut(undo)).toBe(false);
    await undo.click();
    await expect(redo).toBeVisible();
    for (const width of [1280, 1440]) {
      await lab.page.setViewportSize({ width, height: 800 });
      for (const button of [undo, redo]) expect(await isCut(button)).toBe(false);
      const curves = await left(lab.place("curves"));
      for (const part of [undo, redo, training.getByRole("combobox")])
        expect(await right(part)).toBeLessThan(curves);
      expect(await widthOf(undo)).toBeCloseTo(await widthOf(redo), 0);
    }
  }
});

const boxOf = async (part: Locator) => {
  const box = await part.boundingBox();
  if (!box) throw new Error("the part is not on the page");
  return box;
};
const left = async (part: Locator): Promise<number> => (await boxOf(part)).x;
const widthOf = async (part: Locator): Promise<number> => (await boxOf(part)).width;
const right = async (part: Locator): Promise<number> => (await left(part)) + (await widthOf(part));
const isCut = (part: Locator): Promise<boolean> =>
  part.evaluate((element) => element.scrollWidth > element.clientWidth);
