/** The levels below a step: its operations by keyboard, and the arithmetic of one number. */
import type { Locator } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";

/** The numbers in the last column of a table, the total last. */
async function valuesIn(table: Locator): Promise<number[]> {
  const texts = await table.locator("tbody td, tfoot td").allTextContents();
  return texts.map((text) => Number(text.replace("−", "-")));
}

test("a score opens by keyboard, its terms add up, and a link leads to the same number", async ({
  lab,
}) => {
  const { page } = lab;
  await lab.open("?source=lamp&step=2");
  await expect(lab.backend).toContainText("WebAssembly");
  const inspector = lab.place("inspector");
  await inspector.getByRole("tab", { name: "Equation" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(inspector.getByRole("tab", { name: "Numbers" })).toBeFocused();
  await page.keyboard.press("Tab"); // to the panel
  await page.keyboard.press("ArrowDown"); // does nothing there
  await page.keyboard.press("Tab"); // to the tokens of the table
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab"); // to the score beside the token
  await page.keyboard.press("Enter");

  const score = inspector.getByRole("region", { name: "Score of source token ‘a’" });
  const terms = score.getByRole("table", { name: "Terms of the sum, largest first" });
  await expect(terms).toBeVisible();
  const values = await valuesIn(terms);
  expect(values).toHaveLength(7); // five terms, the others together, the sum
  const [total = NaN, ...others] = values.toReversed();
  expect(Math.abs(others.reduce((a, b) => a + b, 0) - total)).toBeLessThan(0.005); // rounded
  await expectAccessible(page, "inspector");

  await expect(score.getByRole("slider", { name: "Source token" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  const next = inspector.getByRole("region", { name: "Score of source token ‘m’" });
  await expect(next.getByRole("table")).toBeVisible();
  await expect(page).toHaveURL(/step=2&column=3.*&sum=score/);
  const shown = await valuesIn(next.getByRole("table"));
  await page.reload();
  await expect(next.getByRole("table")).toBeVisible();
  expect(await valuesIn(next.getByRole("table"))).toEqual(shown);

  await next.getByRole("slider").focus();
  await page.keyboard.press("Escape"); // up to the operation
  await expect(lab.place("operations").getByRole("tab", { selected: true })).toContainText("score");
  await expect(page).not.toHaveURL(/sum=/);
});

test("up and down walk the operations of a step and on into the next one", async ({ lab }) => {
  const { page } = lab;
  await lab.open("?source=lamp&step=1&op=cell");
  const operation = lab.place("operations").getByRole("tab", { selected: true });
  await expect(operation).toContainText("GRU");
  await expect(lab.play).toBeVisible(); // the keys load with the buttons
  await page.keyboard.press("ArrowDown");
  await expect(operation).toContainText("output");
  await page.keyboard.press("ArrowDown");
  await expect(operation).toContainText("query");
  await expect(page).toHaveURL(/step=2/);
  await expect(page.getByText("Step 2, operation 1 of 7: query", { exact: true })).toBeAttached();
  await expect(lab.stage.getByRole("button", { name: "Decoder state s₁" })).toHaveAttribute(
    "data-lit",
    "true",
  );
  await page.keyboard.press("ArrowUp");
  await expect(page).toHaveURL(/step=1/);
});

test("a gate opens to its parts in Korean on a narrow screen", async ({ lab }) => {
  const { page } = lab;
  await page.setViewportSize({ width: 390, height: 844 });
  await lab.open("?source=lamp&step=2&sum=gate.update.1.17&lang=ko");
  await page.getByRole("navigation").getByRole("button", { name: "살펴보기" }).click();
  const number = page.getByRole("region", { name: /의 유닛 17$/ });
  await expect(number.getByRole("table").first()).toBeVisible();
  await number.getByRole("button", { name: "이전 상태에서 온 값" }).click();
  await expect(
    number.getByRole("table", { name: "이전 상태에서 온 값의 항, 절댓값이 큰 순서" }),
  ).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});
