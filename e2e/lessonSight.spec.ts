/** What a lesson asks about is in sight beside its question, and what its answer is about is marked on the picture. */
import type { Locator } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";

const PHONE = { width: 390, height: 844 };

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error("lessonSight: expected a box");
  return box;
}

/** The first wrong prediction, and the answer to it. */
async function showAnswer(lesson: Locator): Promise<void> {
  await lesson.getByRole("spinbutton").fill("1");
  await lesson.getByRole("button", { name: "Show me", exact: true }).click();
  await expect(lesson.getByRole("status").getByText(/as you predicted/i)).toBeVisible();
}

test.describe("on a phone", () => {
  test.use({ viewport: PHONE, contextOptions: { reducedMotion: "reduce" } });

  test("the chart of a name stands over the lesson that asks about it", async ({ page }) => {
    await page.goto("./?lesson=readOrWrite.2");
    const lesson = page.getByRole("region", { name: "Lesson", exact: true });
    await expect(lesson.getByRole("group", { name: "Your prediction" })).toBeVisible();
    const chart = page
      .getByRole("region", { name: "Probability of the classes after every letter" })
      .locator("svg");
    const { y, height } = await boxOf(chart.last());
    expect(y + height).toBeLessThanOrEqual((await boxOf(lesson)).y);
  });

  test("the ends of the number scale stand under the ends of its line", async ({ page }) => {
    await page.goto("./?lesson=lookEverywhere.3");
    const lesson = page.getByRole("region", { name: "Lesson", exact: true });
    await showAnswer(lesson);
    const ends = lesson.getByText("1", { exact: true }).or(lesson.getByText("98", { exact: true }));
    const [min, max] = [await boxOf(ends.first()), await boxOf(ends.last())];
    expect(min.y).toBe(max.y);
    expect(max.x - min.x).toBeGreaterThan(200);
  });

  test("the mark of the first difference covers no token", async ({ page }) => {
    await page.goto("./?lesson=feedingTheTruth.8");
    const figure = page.locator('[data-place="figure"]');
    const mark = await boxOf(figure.getByText("≠", { exact: true }));
    const tokens = await figure.getByText(/^[a-z]$/).all();
    expect(tokens.length).toBeGreaterThan(0);
    const covered = [];
    for (const token of tokens) {
      const { x, y, width, height } = await boxOf(token);
      const isBeside = x >= mark.x + mark.width || x + width <= mark.x;
      const isApart = y >= mark.y + mark.height || y + height <= mark.y;
      if (!isBeside && !isApart) covered.push(await token.textContent());
    }
    expect(covered).toEqual([]);
  });

  test("the goal of a lesson stands in the Lab, where it is reached", async ({ page }) => {
    await page.goto("./?lesson=lookEverywhere.7");
    await expect(page.getByRole("heading", { name: "Now you" })).toBeVisible();
    await page.getByRole("tab", { name: "Lab" }).click();
    const goal = page.getByRole("region", { name: "Lesson", exact: true });
    await expect(goal.getByText(/make a Transformer with four heads/)).toBeInViewport();
    await expectAccessible(page);
    await goal.getByRole("button", { name: "Back to the lesson" }).click();
    await expect(page.getByRole("heading", { name: "Now you" })).toBeVisible();
  });
});

test("a question about a row of self-attention is answered on its map", async ({ page }) => {
  await page.goto("./?lesson=lookEverywhere.5");
  const lesson = page.getByRole("region", { name: "Lesson", exact: true });
  await showAnswer(lesson);
  const map = page.getByRole("table", { name: /^Decoder self-attention, layer 1, head 1/ });
  await expect(map.locator("[data-true]")).toHaveCount(1);
  await expect(map.locator("[data-true]")).toContainText("4");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Decoder looks back" }).click();
  await expect(page.getByRole("grid", { name: "Attention weights" })).toBeVisible();
});
