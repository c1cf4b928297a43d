/** The order in which the encoder reads: as written, or from the end (Sutskever et al. 2014, section 3.3). */
import type { Config } from "../setup/config";
import type { Pair } from "./task";

/** The tokens of a source as the encoder reads them; <eos> is not among them and stays last. */
export function inReadingOrder(
  order: Config["sourceOrder"],
  source: readonly string[],
): readonly string[] {
  return order === "reversed" ? source.toReversed() : source;
}

/** The pair as the encoder reads it: a reversed source takes its gold links along. */
export function asRead(order: Config["sourceOrder"], pair: Pair): Pair {
  if (order === "forward") return pair;
  const last = pair.source.length - 1;
  return {
    source: inReadingOrder(order, pair.source),
    target: pair.target,
    gold: pair.gold && pair.gold.map((positions) => positions.map((s) => last - s)),
  };
}
