/** A few episodes of the monkey. `npm run fuzz` plays as many as one likes (`fuzz/README.md`). */
import { engineOf } from "../fuzz/chromium";
import type { Ground } from "../fuzz/episode";
import { playSeed } from "../fuzz/monkey";
import { bundlePage } from "../fuzz/probe";
import { expect, test } from "./fixtures";

const SEEDS = [1, 2, 3];
const ACTS = 25; // of an episode

test("nothing breaks in a few episodes of random acts", async ({ browser, baseURL }) => {
  const script = await bundlePage();
  const ground: Ground = { engine: engineOf(browser), address: baseURL ?? "", script };
  for (const seed of SEEDS) {
    const { findings, story } = await playSeed(ground, seed, ACTS);
    expect(findings, `seed ${seed}: ${JSON.stringify(story)}`).toEqual([]);
  }
});
