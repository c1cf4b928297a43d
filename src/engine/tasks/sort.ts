/** The task Sort: the letters of a string in alphabetical order. "cab" -> "abc"; equal letters share their gold links. */
import { letterFamily } from "./letters";
import type { Pair } from "./task";

function sorted(source: readonly string[]): Pair {
  const target = source.toSorted();
  return {
    source,
    target,
    gold: target.map((letter) => source.flatMap((token, s) => (token === letter ? [s] : []))),
  };
}

export const sortFamily = letterFamily({
  id: "sort",
  answer: sorted,
  contentOf: (source) => source.toSorted().join(""), // else a held-out answer would often occur in training
});
