import fc from "fast-check";
import { expect, test } from "vitest";
import { copyFamily } from "./copy";

const copy = copyFamily.create(copyFamily.initial);

test("the target is the source, each letter linked to itself", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,8}$/), (text) => {
      const pair = copy.solve(copy.tokenize(text));
      expect(copy.join(pair?.target ?? [])).toBe(text);
      expect(pair?.gold).toEqual(Array.from(text, (_, t) => [t]));
    }),
  );
});

test.each(["", "abcdefghi", "ab1", "a b", "<eos>"])("there is no answer to '%s'", (text) => {
  expect(copy.solve(copy.tokenize(text))).toBeNull();
});

test("a capital is read as its small letter", () => {
  expect(copy.tokenize("Abc")).toEqual(["a", "b", "c"]);
});
