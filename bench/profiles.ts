/** The time of our update by operation. */
import type { BenchmarkBrowser } from "./browser";
import { OURS } from "./names";
import type { Profile } from "./systems/watchedOps";
import type { Size } from "./work";

const UPDATES = 200; // for the mean of a profile

export interface SizeProfile {
  readonly size: Size;
  readonly profile: Profile;
}

/** One profile a size; none where the browser does not have our fastest system. */
export async function profileSizes(
  browser: BenchmarkBrowser,
  sizes: readonly Size[],
): Promise<SizeProfile[]> {
  const profiles: SizeProfile[] = [];
  for (const size of sizes) {
    const system = await browser.startSystem(OURS, size);
    const profile = await system?.profile(UPDATES);
    await system?.close();
    if (profile) profiles.push({ size, profile });
  }
  return profiles;
}
