/** Gold links as the network sees them: with the <eos> of source and target. */
import type { GoldLinks, Pair } from "./task";

/** The pair's gold links, and the link from the target's <eos> to the source's. */
export function withEos(pair: Pair): GoldLinks {
  return [...(pair.gold ?? []), [pair.source.length]];
}
