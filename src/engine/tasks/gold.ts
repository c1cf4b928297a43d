/** Gold links as the network sees them: with the ends of source and target. */
import type { GoldLinks, Pair } from "./task";

/** Gold links with the link from the target's <eos> to the source's. */
export function withEos(pair: Pair): GoldLinks {
  return [...(pair.gold ?? []), [pair.source.length]];
}
