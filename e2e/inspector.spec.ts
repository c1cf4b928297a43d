/** The inspector: its tabs, the numbers of a clicked tile, the place of the next token, and the glossary. */
import { expect, type Lab, test } from "./fixtures";

test("a click on a tile shows its numbers in the inspector, and the picture stays free", async ({
  lab,
}) => {
  await lab.open("?mode=lab&source=lamp");
  const inspector = lab.page.getByRole("region", { name: "Inspector" });
  await lab.stage.getByRole("button", { name: "Decoder state s₂" }).click();
  await expect(inspector.getByRole("tab", { name: "Numbers" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await expect(inspector.getByRole("heading", { name: "Decoder state s₂" })).toBeVisible();
  await expect(lab.page.getByRole("dialog")).toHaveCount(0);
  await expect(lab.page).toHaveURL(/numbers=state\.2\.1/);
  await inspector.getByRole("tab", { name: "PyTorch" }).click();
  await test.step("a line of PyTorch code selects its operation, and the equation follows", () =>
    selectByCode(lab));
});

async function selectByCode(lab: Lab): Promise<void> {
  const inspector = lab.page.getByRole("region", { name: "Inspector" });
  const code = inspector.getByRole("list", { name: "This step in PyTorch" });
  await code.getByRole("button", { name: /^weights = softmax/ }).click();
  await expect(lab.page).toHaveURL(/op=softmax/);
  await inspector.getByRole("tab", { name: "Equation" }).click();
  await expect(lab.place("operations").getByRole("tab", { selected: true })).toContainText(
    "softmax",
  );
}

test("the next token stays in its place for every tab, operation and step", async ({ lab }) => {
  await lab.page.setViewportSize({ width: 1440, height: 900 });
  await lab.open("?mode=lab&source=lamp");
  const next = lab.page.getByRole("region", { name: "Next token" });
  await expect(next).toBeVisible();
  const place = await next.boundingBox();
  const inspector = lab.page.getByRole("region", { name: "Inspector" });
  for (const tab of ["PyTorch", "Numbers", "Equation"]) {
    await inspector.getByRole("tab", { name: tab }).click();
    expect(await next.boundingBox()).toEqual(place);
  }
  for (const operation of await lab.place("operations").getByRole("tab").all()) {
    await operation.click();
    expect(await next.boundingBox()).toEqual(place);
  }
  await lab.first.click();
  expect(await next.boundingBox()).toEqual(place);
  await lab.place("operations").getByRole("tab", { name: "query" }).click();
  await test.step("a term opens its sentence by pointer and by keyboard, and Escape closes it", () =>
    readATerm(lab));
});

async function readATerm(lab: Lab): Promise<void> {
  const inspector = lab.page.getByRole("region", { name: "Inspector" });
  const term = inspector.getByRole("button", { name: "query", exact: true }).first();
  const sentence = lab.page.getByRole("tooltip");
  await term.hover();
  await expect(sentence).toContainText("compared with every key");
  await sentence.hover();
  await expect(sentence).toBeVisible();
  await lab.page.keyboard.press("Escape");
  await expect(sentence).toBeHidden();
  await term.focus();
  await expect(term).toHaveAccessibleDescription(/compared with every key/);
}
