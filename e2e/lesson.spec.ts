/** The first lesson: with the mouse to its end, by keyboard, in Korean, and where links lead. */
import type { Locator, Page } from "@playwright/test";
import { readRows, strongestSources } from "./attentionMap";
import { expect, expectAccessible, test } from "./fixtures";

const NAMES = {
  en: { region: "Lesson", show: "Show me", next: "Next", skip: "Skip" },
  ko: { region: "수업", show: "결과 보기", next: "다음", skip: "건너뛰기" },
} as const;

/** The lesson's parts by role and accessible name. */
function createLesson(page: Page, language: keyof typeof NAMES = "en") {
  const names = NAMES[language];
  const region = page.getByRole("region", { name: names.region, exact: true });
  const button = (name: string): Locator => region.getByRole("button", { name, exact: true });
  return {
    region,
    button,
    question: region.getByRole("group"),
    showMe: button(names.show),
    next: button(names.next),
    skip: button(names.skip),
    status: region.getByRole("status"),
    progress: region.getByRole("progressbar"),
    part: (title: string): Locator => region.getByRole("heading", { level: 3, name: title }),
  };
}

/** The part of the lesson's question that the pattern captures. */
async function asked(question: Locator, pattern: RegExp): Promise<string> {
  await expect(question).toContainText(pattern);
  return pattern.exec((await question.textContent()) ?? "")?.[1] ?? "";
}

test("a first visit opens the lesson, and the mouse leads to its end", async ({ lab }) => {
  const lesson = createLesson(lab.page);
  await lab.page.goto("./");
  await expect(lesson.part("What goes in, what comes out")).toBeVisible();
  await expect(lab.page.getByRole("tab", { name: "Learn" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await expect(lab.backend).toContainText("WebAssembly"); // the worker has its model

  // 1: the row that looks at a word
  const word = await asked(lesson.question, /Find ‘(.+)’ along the top/);
  const map = await readRows(lab.grid);
  const looks = strongestSources(map);
  await expect(lesson.next).toBeHidden();
  await expect(lesson.showMe).toBeDisabled(); // without a prediction
  await lesson.showMe.focus();
  await lab.page.keyboard.press("Enter");
  await expect(lesson.status).toBeEmpty();
  await lab.page.locator('[data-place="figure"] button').last().click(); // a state tile is no row of the map
  await expect(lesson.showMe).toHaveAttribute("aria-disabled", "true");
  await lab.grid
    .getByRole("row")
    .nth(looks.indexOf(word) + 1)
    .getByRole("gridcell")
    .first()
    .click();
  await lesson.showMe.click();
  await expect(lesson.status).toContainText("As you predicted");
  await expect(lesson.status).toContainText(`It looks most at ‘${word}’`);
  await lesson.button("Why").click();
  await expect(lesson.region).toContainText(/It has learned that ‘.+’ and ‘.+’ go together/);
  await lesson.next.click();

  // 2: a cell of a hidden row
  await expect(lesson.part("A row looks back")).toBeFocused();
  const row = Number(await asked(lesson.question, /Row (\d+) writes/));
  const hidden = lab.grid.getByRole("gridcell", { name: /hidden until you predict/ });
  await expect(hidden).toHaveCount(map.slice(row - 1).flat().length);
  const askedRow = lab.grid.getByRole("row").nth(row);
  await expect(askedRow).toHaveAttribute("data-asked", "true");
  await hidden.first().click();
  await expect(lab.grid.getByRole("gridcell", { name: /your prediction/ })).toHaveCount(1);
  await lesson.showMe.click();
  await expect(hidden).toHaveCount(0);
  await expect(lesson.status).toContainText(`Row ${row} looks most at ‘${looks[row - 1]}’`);
  await expect(lab.grid.getByRole("gridcell", { name: /your prediction/ })).toHaveCount(1);
  await lesson.next.click();

  // 3: a number
  await lesson.region.getByLabel("Weight, from 0 to 1").fill("2");
  await expect(lesson.region.getByRole("alert")).toHaveText("Type a number from 0 to 1.");
  await lesson.region.getByLabel("Weight, from 0 to 1").fill("0.01");
  await lesson.showMe.click();
  await expect(lesson.status).toContainText("You said 0.01. The weight is larger.");
  await expect(lesson.status).toContainText("The sum is 1.");
  await lesson.next.click();

  // 4: a direction
  await lesson.region.getByLabel("To the right").check();
  await lesson.showMe.click();
  await expect(lesson.status).toContainText("Not as you predicted");
  await lesson.button("Why").click();
  await expect(lesson.region).toContainText("In French, a colour stands after its noun.");
  await lesson.next.click();

  // 5: a goal
  await lab.source.fill("the cat eats the cake");
  await lab.source.press("Enter");
  await expect(lesson.status).toContainText("This map does not cross");
  await lab.source.fill("the cat eats a zebra");
  await lab.source.press("Enter");
  await lesson.region.getByText("Words that you can use").click(); // also after a refused sentence
  await expect(lesson.region.getByRole("definition").filter({ hasText: "cake" })).toBeVisible();
  await lesson.region.getByText("Hint", { exact: true }).click();
  const example = await asked(lesson.region.getByText(/Try: /), /Try: (.+)$/);
  await lab.source.fill(example);
  await lab.source.press("Enter");
  await expect(lesson.status).toContainText("Goal reached");
  await lesson.button("To the end").click();
  await expect(lesson.part("What to remember")).toBeFocused();
  await expect(lesson.region).toContainText("An open question");
  await lesson.button("All lessons").click();
  await expect(lesson.region).toContainText("5 of 5 parts done");
  await expectAccessible(lab.page);
  await lesson.button("Clear progress").click();
  await expect(lesson.region).toContainText("0 of 5 parts done");
});

test("the keyboard answers a question, and a reload comes back to the same part", async ({
  lab,
}) => {
  const { page } = lab;
  const lesson = createLesson(page);
  await page.goto("./?lesson=readTheMap.2");
  await expect(lab.backend).toContainText("WebAssembly");
  const row = Number(await asked(lesson.question, /Row (\d+) writes/));
  await expectAccessible(page, "lesson");
  await lab.grid.locator("[tabindex='0']").focus();
  await page.keyboard.press("Control+Home");
  for (let i = 1; i < row; i++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(lesson.region.getByLabel("Source token")).toHaveValue("1"); // the second one
  await lesson.showMe.focus();
  await page.keyboard.press("Enter");
  await expect(lesson.status).toContainText(`Row ${row} looks most at`);
  await expect(lesson.showMe).toBeFocused();
  await lesson.next.focus();
  await page.keyboard.press("Enter");
  await expect(lesson.part("The weights of a row sum to 1")).toBeFocused();
  await expect(page).toHaveURL(/mode=learn&lesson=readTheMap\.3/);
  await page.reload();
  await expect(lesson.part("The weights of a row sum to 1")).toBeVisible();
  await page.goto("./");
  await expect(lesson.part("The weights of a row sum to 1")).toBeVisible();
});

test("the next step answers a question, too, and after an update the lesson brings its model back", async ({
  lab,
}) => {
  const lesson = createLesson(lab.page);
  await lab.page.goto("./?lesson=readTheMap.4");
  await expect(lab.backend).toContainText("WebAssembly");
  await lesson.region.getByLabel("To the left").check();
  await lab.next.click();
  await expect(lesson.status).toContainText("Yes, it goes back.");
  await lab.page.getByRole("button", { name: "One update" }).click();
  await expect(lesson.region).toContainText("it has no row for this question");
  await lesson.button("Show the lesson’s example").click();
  await expect(lesson.question).toContainText("Where will its largest weight be");
});

test("another model has no question of the scene, and the lesson brings the scene back", async ({
  lab,
}) => {
  const lesson = createLesson(lab.page);
  await lab.page.goto("./?lesson=readTheMap.4&task=reverse&attention=none");
  await expect(lesson.region).toContainText("This model has no attention, so it has no map.");
  await lesson.button("Show the lesson’s example").click();
  await expect(lesson.question).toContainText("Where will its largest weight be");
  await expect(lab.page).toHaveURL(/task=englishFrench/);
});

for (const language of ["en", "ko"] as const)
  test.describe(`on a low screen in ${language}`, () => {
    test.use({ viewport: { width: 1280, height: 720 } });

    test("the foot is one row in sight, and an answer leaves the title whole", async ({ lab }) => {
      const { region, showMe, skip, next } = createLesson(lab.page, language);
      const title = region.getByRole("heading", { level: 3 });
      await lab.page.goto(`./?lesson=readTheMap.2&lang=${language}`);
      await expect(showMe).toBeInViewport({ ratio: 0.97 });
      await expect(skip).toBeInViewport({ ratio: 0.97 });
      expect((await showMe.boundingBox())?.y).toBe((await skip.boundingBox())?.y);
      await region.getByRole("combobox").selectOption({ index: 1 });
      await showMe.click();
      await expect(region.getByRole("status")).toBeInViewport({ ratio: 0.97 });
      await expect(title).toBeInViewport({ ratio: 0.97 });
      await expect(next).toBeInViewport({ ratio: 0.97 });
      expect((await showMe.boundingBox())?.y).toBe((await next.boundingBox())?.y);
      await region.locator("[aria-expanded]").click(); // "Why"
      await expect(region.locator("[aria-expanded] ~ *").last()).toBeInViewport({ ratio: 0.97 });
    });
  });

test("a Korean page opens the lesson on English to Korean", async ({ lab }) => {
  const lesson = createLesson(lab.page, "ko");
  await lab.page.goto("./?lang=ko");
  await expect(lesson.part("무엇이 들어가고 무엇이 나오는가")).toBeVisible();
  await expect(lab.page.getByRole("grid")).toBeVisible();
  await expectAccessible(lab.page);
  await lesson.skip.click();
  await expect(lesson.part("디코더가 시점마다 원문을 돌아봅니다")).toBeFocused();
  await expect(lab.page).toHaveURL(/task=englishKorean/);
});

test("a link with settings opens the lab", async ({ lab }) => {
  await lab.page.goto("./?task=dates");
  await expect(lab.page.getByRole("tab", { name: "Lab" })).toHaveAttribute("aria-selected", "true");
  await expect(createLesson(lab.page).region).toBeHidden();
});

test.describe("where the inspector is a drawer", () => {
  test.use({ viewport: { width: 1024, height: 768 } });

  test("“Why” answers in the lesson, and its link opens the operation beside it", async ({
    lab,
    page,
  }) => {
    const lesson = createLesson(page);
    const inspector = page.getByRole("region", { name: "Inspector", exact: true });
    await page.goto("./?lesson=readTheMap.4");
    await expect(lab.backend).toContainText("WebAssembly");
    await lesson.region.getByLabel("To the left").check();
    await lesson.showMe.click();
    await lesson.button("Why").click();
    await expect(inspector).toBeHidden();
    await lesson.button("Show the equation").click();
    await expect(inspector.getByRole("tab", { name: "Equation", selected: true })).toBeVisible();
    await expect(lesson.region).toContainText("In French, a colour stands after its noun.");
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("“Why” answers in the lesson, and its link leads on to the operation", async ({ page }) => {
    const lesson = createLesson(page);
    await page.goto("./?lesson=readTheMap.4");
    await expect(page.getByText(/^The model is ready/)).toBeAttached();
    await lesson.region.getByLabel("To the left").check();
    await lesson.showMe.click();
    await lesson.button("Why").click();
    await expect(lesson.region).toContainText("In French, a colour stands after its noun.");
    await lesson.button("Show the equation").click();
    const inspector = page.getByRole("region", { name: "Inspector", exact: true });
    await expect(inspector.getByRole("tab", { name: "Equation", selected: true })).toBeVisible();
  });
});
