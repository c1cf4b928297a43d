/**
 * Every step of every lesson by its link on a phone, with axe. One step of each lesson runs with every test; all of
 * them, in both languages and themes, by hand: `npm run e2e -- --project=byHand`. That takes about ten minutes, and
 * leaves a picture of each step in test-results.
 */
import type { Page } from "@playwright/test";
import { LESSON_IDS, type LessonId, LESSONS } from "../src/lessons/catalogue";
import { expect, expectAccessible, test } from "./fixtures";

const PHONE = { width: 390, height: 844 };
const REGION = { en: "Lesson", ko: "수업" } as const;
const HINT = { en: "Hint", ko: "힌트" } as const;
const SKIP = { en: "Skip", ko: "건너뛰기" } as const;
const END = { en: "What to remember", ko: "기억할 것" } as const;

type Language = keyof typeof REGION;

interface Step {
  readonly id: LessonId;
  readonly step: number; // from 1
  readonly language: Language;
  readonly theme: "light" | "dark";
}

async function openStep(page: Page, { id, step, language, theme }: Step): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.goto(`./?lesson=${id}.${step}&lang=${language}`);
  const region = page.getByRole("region", { name: REGION[language], exact: true });
  const hint = region.getByText(HINT[language], { exact: true });
  await expect(region.locator("fieldset").or(hint)).toBeVisible(); // a question or a goal
}

/** From the last step, which must be open, to the lesson's end. */
async function skipToEnd(page: Page, language: Language): Promise<void> {
  await page.getByRole("button", { name: SKIP[language], exact: true }).click();
  await expect(page.getByRole("heading", { name: END[language], exact: true })).toBeVisible();
}

/** Nothing of the page stands beside the screen. */
async function expectNoSideways(page: Page): Promise<void> {
  const { width } = await page.evaluate(() => ({ width: document.documentElement.scrollWidth }));
  expect(width).toBeLessThanOrEqual(PHONE.width);
}

test.use({ viewport: PHONE, contextOptions: { reducedMotion: "reduce" } });

test("a step of every lesson on a phone", async ({ page }) => {
  for (const [index, id] of LESSON_IDS.entries())
    await test.step(id, async () => {
      const language = index % 2 === 0 ? "en" : "ko";
      const theme = index % 4 < 2 ? "light" : "dark";
      await openStep(page, { id, step: 1 + (index % LESSONS[id].steps), language, theme });
      await expectAccessible(page, [0, 3].includes(index % 8) ? null : "lesson"); // all around it is alike
      await expectNoSideways(page);
    });
});

for (const language of ["en", "ko"] as const)
  for (const theme of ["light", "dark"] as const)
    for (const id of LESSON_IDS)
      test(`all steps of ${id}, ${language}, ${theme} @byHand`, async ({ page }, info) => {
        const look = async (place: string): Promise<void> => {
          await expectAccessible(page);
          await expectNoSideways(page);
          await page.screenshot({ path: info.outputPath(`${place}.${language}.${theme}.png`) });
        };
        for (let step = 1; step <= LESSONS[id].steps; step++) {
          await openStep(page, { id, step, language, theme });
          await look(`${id}.${step}`);
        }
        await skipToEnd(page, language);
        await look(`${id}.end`);
      });
