/** Measures how long each step of the course takes to open: from the click to its question, or its goal, on its own scene. */
import type { Browser, Page } from "@playwright/test";
import { LESSON_IDS, type LessonId, LESSONS } from "../../src/lessons/catalogue";

/** Milliseconds for each step of each lesson, the first one from the list of lessons. */
export type SceneTimes = Readonly<Record<LessonId, readonly number[]>>;

/** Goes through the course with an empty cache. The page has its backend and a drawn stage before the first click. */
export async function measureLessonScenes(browser: Browser, address: string): Promise<SceneTimes> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${address}?lang=en&lesson=readTheMap.1`);
  await page.locator('[data-place="stats"]').getByText("WebAssembly").waitFor();
  const times: Partial<Record<LessonId, readonly number[]>> = {};
  for (const [index, id] of LESSON_IDS.entries()) times[id] = await walk(page, id, index);
  await context.close();
  return times as SceneTimes;
}

async function walk(page: Page, id: LessonId, index: number): Promise<readonly number[]> {
  const region = page.getByRole("region", { name: "Lesson", exact: true });
  await region.getByRole("button", { name: "All lessons", exact: true }).click();
  const start = region.getByRole("listitem").nth(index).getByRole("button");
  const skip = region.getByRole("button", { name: "Skip", exact: true });
  const times: number[] = [];
  for (let step = 1; step <= LESSONS[id].steps; step++) {
    const button = step === 1 ? start : skip;
    await button.waitFor();
    times.push(await button.evaluate(clickAndWait, step));
  }
  return times;
}

/** Runs in the page: clicks, and waits for the frame in which the step stands with its question or its goal. */
async function clickAndWait(button: HTMLElement | SVGElement, step: number): Promise<number> {
  const isThere = (): boolean => {
    const region = document.querySelector('section[data-place="lesson"]');
    if (region?.querySelector("progress")?.value !== step) return false;
    return region.querySelector("fieldset, details") !== null; // a goal has its hint folded away
  };
  const before = performance.now();
  (button as HTMLElement).click();
  do await new Promise(requestAnimationFrame);
  while (!isThere());
  return performance.now() - before;
}
