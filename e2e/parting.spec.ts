/** Another decode beside the shown one. */
import { expect, expectAccessible, type Lab, test } from "./fixtures";

/** A fresh model of this size answers wrongly, so free and forced part. */
const FRESH = "?seed=2&hidden=32&source=abcdef";

const noteOf = ({ page }: Lab) => page.getByRole("region", { name: "Two decodes side by side" });

/** What a side of the table says at each step. */
async function tokensOf(lab: Lab, side: RegExp): Promise<string[]> {
  const row = noteOf(lab).getByRole("row", { name: side });
  return (await row.getByRole("cell").allInnerTexts()).map((text) => text.split(/\s/)[0] ?? "");
}

test("a decode fed the truth stands beside the model’s own, by keyboard and in the link", async ({
  lab,
  context,
}) => {
  await lab.open(FRESH);
  await expect(lab.update).toHaveText("0");
  await lab.decoding.getByRole("button", { name: /^How it decodes/ }).press("Enter");
  const beside = lab.page.getByRole("combobox", { name: "Second decode" });
  await expect(beside.getByRole("option", { name: /^Greedy decoding \(/ })).toBeDisabled();
  await beside.selectOption("forced");
  await lab.page.keyboard.press("Escape");
  const sentence = noteOf(lab).getByRole("status");
  await expect(sentence).toContainText("fed the truth");
  await expect(lab.page).toHaveURL(/[?&]beside=forced/);

  await noteOf(lab).getByText("Step by step").click();
  const [own, fed] = [await tokensOf(lab, /^On the stage/), await tokensOf(lab, /^Second/)];
  const says = own.findIndex((token, step) => token !== fed[step]);
  expect(fed).toHaveLength(own.length);
  await expect(sentence).toContainText(
    says < 0 ? "Both say the same tokens." : `They first differ at step ${says + 1}:`,
  );
  await expectAccessible(lab.page, "stage");

  const other = await context.newPage();
  await other.goto(lab.page.url());
  await expect(other.getByRole("region", { name: "Two decodes side by side" })).toContainText(
    await sentence.innerText(),
  );
  await other.close();

  await lab.teacherForcing.press(" "); // the two change places
  await expect(lab.page).toHaveURL(/[?&]beside=free/);
  await expect(
    noteOf(lab).getByRole("row", { name: /^On the stage: fed the truth/ }),
  ).toBeVisible();
  expect(await tokensOf(lab, /^On the stage/)).toEqual(fed);
  expect(await tokensOf(lab, /^Second/)).toEqual(own);

  await noteOf(lab).getByRole("button", { name: "Remove the second decode" }).press("Enter");
  await expect(noteOf(lab)).toHaveCount(0);
  await expect(lab.page).not.toHaveURL(/beside=/);
});
