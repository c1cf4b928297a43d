/** Measures the time to the first map. */
import type { Browser } from "@playwright/test";
import { firstMapOf, openWatched } from "./watch";

/** Milliseconds from navigation to the first painted map, with an empty cache. */
export async function measureFirstMap(browser: Browser, address: string): Promise<number> {
  const page = await openWatched(browser, address);
  const time = await firstMapOf(page);
  await page.context().close();
  return time;
}
