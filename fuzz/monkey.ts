/** Episodes by seed, and what is left of one that fails. */
import { createRandom } from "../src/engine/rng";
import { chosen, type Ground, type Outcome, playEpisode, replayed, type Story } from "./episode";
import { pick } from "./pick";
import { shrink } from "./shrink";

const REPLAYS = 30; // at most, to shorten a story
const TINY = "hidden=16&embedding=8&batch=8";

const LINKS: readonly string[] = [
  "",
  "?mode=lab",
  `?mode=lab&${TINY}`,
  `?mode=lab&${TINY}&cell=lstm&layers=2&direction=bidirectional&attention=general`,
  `?mode=lab&${TINY}&timing=luong&feeding=on&attention=dot&lang=ko`,
  `?mode=lab&${TINY}&attention=none&centre=results`,
  `?mode=lab&${TINY}&centre=batch&draw=gradients`,
  "?mode=lab&task=dates&source=20+Nov+2026&lang=ko",
  "?mode=lab&task=hangulSounds&decoding=beam&centre=beam",
  "?mode=lab&task=englishFrench&theme=dark&decoding=sampling&temperature=3",
  "?mode=compare",
  `?mode=compare&${TINY}`,
  "?lesson=bottleneck",
  "?lesson=twoRoads.2&lang=ko",
  "?lesson=spotTheMistake",
  "?lesson=holesInABatch",
  "?mode=lab&rail=data",
  `?mode=lab&rail=training&${TINY}`,
  "?mode=lab&present=1",
  "?mode=lab&embed=1",
  "?mode=lab&lock=1&type=large",
  "?mode=lab&read=teacher",
];

/** The episode of a seed: its link and its acts follow from the seed alone, as far as the page does the same. */
export function playSeed(ground: Ground, seed: number, acts: number): Promise<Outcome> {
  const random = createRandom(seed, "fuzz");
  const link = pick(random.fork("link"), LINKS);
  return playEpisode(ground, link, chosen(random.fork("acts"), acts));
}

export const replay = (ground: Ground, { link, acts }: Story): Promise<Outcome> =>
  playEpisode(ground, link, replayed(acts));

/** The kind of a finding: its text without numbers and what React names by chance. */
const kindOf = (finding: string): string =>
  finding
    .replaceAll(/\d+/g, "#")
    .replaceAll(/\b[_:][Rr][\w:]*_?/g, "#")
    .slice(0, 60);

/** The shortest story that ends with a finding of the same kind. */
export async function shorten(ground: Ground, { story, findings }: Outcome): Promise<Outcome> {
  const wanted = kindOf(findings[0] ?? "");
  let shortest: Outcome = { story, findings };
  const fails = async (acts: Story["acts"]): Promise<boolean> => {
    const outcome = await replay(ground, { ...story, acts });
    const isSame = outcome.findings.some((finding) => kindOf(finding) === wanted);
    if (isSame) shortest = outcome;
    return isSame;
  };
  await shrink(story.acts, fails, REPLAYS);
  return shortest;
}
