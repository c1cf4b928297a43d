/** The task Reverse: a string of letters, backwards. "abc" -> "cba"; target position t is linked to source position n-1-t. */
import { letterFamily } from "./letters";

export const reverseFamily = letterFamily({
  id: "reverse",
  answer: (source) => ({
    source,
    target: source.toReversed(),
    gold: source.map((_, t) => [source.length - 1 - t]),
  }),
  contentOf: (source) => source.join(""),
});

export const reverse = reverseFamily.create(reverseFamily.initial);
