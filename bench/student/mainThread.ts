/** Processor time of a page's main thread. Other load on the machine hardly changes it, unlike the frames. */
import type { Page } from "@playwright/test";

/** @returns a function that reads the milliseconds of all tasks since the page was opened */
export async function watchMainThread(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
  };
}
