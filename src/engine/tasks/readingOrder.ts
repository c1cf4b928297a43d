/** The order in which the encoder reads the source: forward or reversed (Sutskever et al. 2014, section 3.3). */
import type { Config } from "../setup/config";
import type { Pair } from "./task";

/** The source tokens in reading order. <eos> is not among them: it stays last. */
export function inReadingOrder(
  order: Config["sourceOrder"],
  source: readonly string[],
): readonly string[] {
  return order === "reversed" ? source.toReversed() : source;
}

/** The pair in reading order; gold links move with their source tokens. */
export function asRead(order: Config["sourceOrder"], pair: Pair): Pair {
  if (order === "forward") return pair;
  const last = pair.source.length - 1;
  return {
    source: inReadingOrder(order, pair.source),
    target: pair.target,
    gold: pair.gold && pair.gold.map((positions) => positions.map((s) => last - s)),
  };
}
