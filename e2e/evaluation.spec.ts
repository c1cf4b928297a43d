/** The full evaluation: metrics, exact match by length, and the held-out examples. */
import type { Page } from "@playwright/test";
import { expect, expectAccessible, type Lab, test } from "./fixtures";

/** The region's parts by role and accessible name. */
function evaluationOf(page: Page) {
  const region = page.getByRole("region", { name: "Evaluation", exact: true });
  const table = region.getByRole("table", { name: "Held-out examples with the model’s answers" });
  return {
    region,
    evaluate: region.getByRole("button", { name: "Evaluate", exact: true }),
    stop: region.getByRole("button", { name: "Stop evaluating" }),
    /** A metric by its name. */
    figure: (name: string) => region.locator("dl > div", { hasText: name }).first(),
    lengths: region.getByRole("figure", { name: /^Exact match by source length/ }),
    table,
    rows: table.locator("tbody tr"),
    heading: (name: string) => table.getByRole("columnheader", { name: new RegExp(`^${name}`) }),
  };
}

test("a trained model is evaluated in full, and an example opens on the stage", async ({ lab }) => {
  await lab.open();
  await expect(lab.backend).toContainText("WebAssembly");
  const evaluation = evaluationOf(lab.page);
  await lab.centreTab("Results").click();
  await evaluation.evaluate.click();
  await expect(evaluation.rows).toHaveCount(256);
  await expect(evaluation.region).toContainText("on 256 held-out examples");
  await expect(evaluation.figure("Exact match")).toContainText(await lab.exactMatch.innerText());
  await expect(evaluation.figure("Perplexity")).toContainText(/^\D*1\.\d\d/);
  await expect(evaluation.figure("Attention entropy")).toContainText("in nats; at most");
  await expect(evaluation.region).not.toContainText("BLEU-4");
  await evaluation.region.getByText("What these mean").click();
  await expect(evaluation.region).toContainText("exp of the mean cross-entropy per token");

  await expect(evaluation.lengths).toContainText("lengths not seen in training");
  await expect(evaluation.lengths).toContainText("does not make a model work on longer sources");
  await evaluation.lengths.getByText("The numbers as a table").click();
  await expect(evaluation.lengths.getByRole("row", { name: /^20 .* no$/ })).toBeVisible();

  const row = evaluation.rows.nth(7);
  const source = await row.getByRole("button").innerText();
  await row.getByRole("button").click();
  await expect(lab.source).toHaveValue(source);
  await expect(lab.grid).toBeVisible();
  await expect(lab.decoding).toBeFocused();
  await lab.centreTab("Results").click(); // the report is kept
  await expect(row).toContainText("shown in the picture");
});

test("the results are printed whole, sorted and filtered by keyboard, and agree with the accuracy by position", async ({
  lab,
}) => {
  await lab.open("?attention=none&centre=results");
  await expect(lab.backend).toContainText("WebAssembly");
  const evaluation = evaluationOf(lab.page);
  await expect(evaluation.evaluate).toBeEnabled();
  await evaluation.evaluate.press("Enter");
  await expect(evaluation.rows).toHaveCount(256);
  await expect(evaluation.region).not.toContainText("Attention entropy");
  await test.step("print", () => expectWholeOnPaper(lab));
  const loss = evaluation.heading("Loss");
  await loss.getByRole("button").press("Enter");
  await expect(loss).toHaveAttribute("aria-sort", "ascending");
  await loss.getByRole("button").press("Enter");
  await expect(loss).toHaveAttribute("aria-sort", "descending");
  const losses = (await evaluation.rows.locator("td:last-child").allInnerTexts()).map(Number);
  expect(losses).toEqual(losses.toSorted((a, b) => b - a));
  await evaluation.region.getByRole("checkbox", { name: "Wrong ones only" }).press("Space");
  await expect(evaluation.rows.first()).toContainText("wrong");
  await expect(evaluation.rows.filter({ hasText: "right" })).toHaveCount(0);
  await test.step("accuracy by position", () => expectSameErrors(lab.page));
  await expectAccessible(lab.page, "results");
});

/** On paper the results have no controls, and no scroller around the table cuts off its end. */
async function expectWholeOnPaper(lab: Lab): Promise<void> {
  const { rows, evaluate } = evaluationOf(lab.page);
  await lab.page.emulateMedia({ media: "print" });
  await expect(rows.last()).toBeVisible();
  for (const control of [evaluate, lab.train, lab.language, lab.setup])
    await expect(control).toBeHidden();
  const cut = await rows.last().evaluate((row) => {
    const { bottom } = row.getBoundingClientRect();
    const around: Element[] = [];
    for (let at = row.parentElement; at; at = at.parentElement) around.push(at);
    return around.filter((part) => {
      const isClipped = getComputedStyle(part).overflowY !== "visible";
      return isClipped && part.getBoundingClientRect().bottom < bottom - 1;
    }).length;
  });
  expect(cut).toBe(0);
  await lab.page.emulateMedia({ media: "screen" });
}

/** The chart by position counts as many errors as the table has wrong examples, which alone are shown. */
async function expectSameErrors(page: Page): Promise<void> {
  const { region, rows } = evaluationOf(page);
  const chart = region.getByRole("figure", { name: /^Accuracy by position/ });
  await chart.getByText("The numbers as a table").click();
  await expect(chart.getByRole("row").nth(1)).toBeVisible();
  const cells = (await chart.getByRole("row").allInnerTexts())
    .slice(1)
    .map((row) => row.split(/\s+/));
  expect(cells[0]?.slice(0, 2)).toEqual(["1", "256"]);
  const errors = cells.reduce((sum, row) => sum + Number(row[4]), 0);
  await expect(rows).toHaveCount(errors);
  await expect(chart).toContainText(`Wrong answers: ${errors}.`);
}

test("training continues during an evaluation, which uses the weights at its start", async ({
  lab,
}) => {
  await lab.open("?hidden=32&batch=64&steps=20000&target=1&centre=results");
  await expect(lab.update).toHaveText("0");
  const evaluation = evaluationOf(lab.page);
  await evaluation.evaluate.click();
  await lab.train.click();
  await expect(evaluation.rows).toHaveCount(256);
  await expect(evaluation.region).toContainText("The model of update 0");
  await expect(evaluation.region).toContainText("The model is now at update");
  await expect(lab.pause).toBeVisible(); // still training
  await lab.reset.click();
  await expect(evaluation.table).toBeHidden(); // the report was about another model
});

test("the region fits a narrow page in Korean in the dark theme", async ({ lab }) => {
  await lab.page.setViewportSize({ width: 320, height: 720 });
  await lab.page.emulateMedia({ colorScheme: "dark" });
  await lab.open("?lang=ko&attention=none&centre=results");
  const region = lab.page.getByRole("region", { name: "평가", exact: true });
  const evaluate = region.getByRole("button", { name: "평가하기" });
  await expect(evaluate).toBeEnabled();
  await evaluate.click();
  await expect(region.getByRole("table", { name: "검증 예제와 모델의 답" })).toBeVisible();
  await expect(region).toContainText("학습에 나오지 않는 길이");
  await region.getByRole("checkbox", { name: "틀린 예제만" }).check();
  const isWider = await lab.page.evaluate(
    () => document.documentElement.scrollWidth > window.innerWidth,
  );
  expect(isWider).toBe(false);
  await expectAccessible(lab.page);
});
