/** Where the time of our update goes. */
import type { Stage } from "./browser";
import { OURS } from "./names";
import type { Profile } from "./systems/watchedOps";
import type { Size } from "./work";

const UPDATES = 200; // that a profile is the mean of

export interface SizeProfile {
  readonly size: Size;
  readonly profile: Profile;
}

/** By size; none where our fastest way is not there. */
export async function profileSizes(stage: Stage, sizes: readonly Size[]): Promise<SizeProfile[]> {
  const profiles: SizeProfile[] = [];
  for (const size of sizes) {
    const entrant = await stage.enter(OURS, size);
    const profile = await entrant?.profile(UPDATES);
    await entrant?.close();
    if (profile) profiles.push({ size, profile });
  }
  return profiles;
}
