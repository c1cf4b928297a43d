/** The one way back, which names what it brings back. */
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
  await expectAccessible(lab.page);
  await lab.redo.click();
  await expect(lab.update).toHaveText("1");
  await expect(lab.train).toBeFocused();
});

test("undo goes back two models, the settings with them", async ({ lab }) => {
  await lab.open();
  await expect(lab.backend).toContainText("WebAssembly");
  const trained = await lab.update.innerText();
  await lab.oneUpdate.click();
  await expect(lab.update).toHaveText("1");
  await lab.attention.selectOption("dot");
  await expect(lab.undo).toHaveText("Undo: settings before");
  await lab.undo.click();
  await expect(lab.attention).toHaveValue("additive");
  await expect(lab.update).toHaveText("1");
  await lab.undo.click();
  await expect(lab.update).toHaveText(trained);
  await expect(lab.undo).toHaveAttribute("aria-disabled", "true");
});
