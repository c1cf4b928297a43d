/** The task Copy: a string of letters, unchanged. "abc" -> "abc"; target position t comes from source position t. */
import { letterFamily } from "./letters";

export const copyFamily = letterFamily({
  id: "copy",
  answer: (source) => ({ source, target: source, gold: source.map((_, t) => [t]) }),
  contentOf: (source) => source.join(""),
});
