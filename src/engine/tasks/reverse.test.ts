import fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "../../testing/anyText";
import { createRandom } from "../rng";
import { reverse, reverseFamily } from "./reverse";
import { splitOf } from "./split";

const letters = fc.array(fc.constantFrom(...Array.from("abcdefghijklmnopqrstuvwxyz")), {
  minLength: 1,
  maxLength: 8,
});

function draw(count: number, split: "train" | "heldOut", seed = 1): string[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => reverse.sample(random, split).source.join(""));
}

test("the target is the source read from its end", () => {
  fc.assert(
    fc.property(letters, (source) => {
      const target: string[] = [];
      for (const letter of source) target.unshift(letter);
      expect(reverse.solve(source)?.target).toEqual(target);
    }),
  );
});

test("every target letter has one gold link, to the source letter that it copies, and every source letter is linked", () => {
  fc.assert(
    fc.property(letters, (source) => {
      const pair = reverse.solve(source);
      const links = pair?.gold?.map((positions) => {
        expect(positions).toHaveLength(1);
        return positions[0] ?? -1;
      });
      expect(links?.map((s) => source[s])).toEqual(pair?.target);
      expect(new Set(links).size).toBe(source.length);
    }),
  );
  expect(reverse.solve(["a", "a", "b"])?.gold).toEqual([[2], [1], [0]]);
});

test.each([
  ["nothing", []],
  ["nine letters", Array.from("abcdefghi")],
  ["a capital", ["A", "b", "c"]],
  ["a Hangul syllable", ["a", "한"]],
  ["a special token's name", ["a", "<eos>"]],
  ["a name from Object.prototype", ["__proto__"]],
])("there is no answer to %s", (_, source) => {
  expect(reverse.solve(source)).toBeNull();
});

test("samples have 3 to 8 letters, each length about equally often", () => {
  const counts: number[] = [];
  for (const text of draw(6000, "train")) counts[text.length] = (counts[text.length] ?? 0) + 1;
  expect(Object.keys(counts)).toEqual(["3", "4", "5", "6", "7", "8"]);
  for (const length of [3, 4, 5, 6, 7, 8])
    expect(Math.abs((counts[length] ?? 0) - 1000)).toBeLessThan(150);
});

test("a sample is what solve returns for its source", () => {
  const random = createRandom(3);
  const pairs = Array.from({ length: 500 }, () => reverse.sample(random, "heldOut"));
  expect(pairs.map((pair) => reverse.solve(pair.source))).toEqual(pairs);
});

test("no string is in both splits", () => {
  const train = new Set(draw(10_000, "train"));
  expect(draw(10_000, "heldOut").filter((content) => train.has(content))).toEqual([]);
});

test("the same seed gives the same pairs, another seed others", () => {
  expect(draw(50, "heldOut", 5)).toEqual(draw(50, "heldOut", 5));
  expect(draw(50, "train", 5)).not.toEqual(draw(50, "train", 6));
});

test("a seed's pairs never change: shipped models were trained on them", () => {
  expect(draw(6, "train", 1).join(" ")).toBe("kgqczbj iivahbrs ssdqk vsl rlj uxkbcblv");
});

test("one letter in eight repeats the letter before it", () => {
  const places = draw(4000, "train").flatMap((word) =>
    Array.from(word.slice(1), (letter, i) => (letter === word[i] ? 1 : 0)),
  );
  const repeated = places.filter((one) => one === 1).length / places.length;
  expect(repeated).toBeCloseTo(1 / 8 + (7 / 8) * (1 / 26), 1.7); // independent draws repeat one in 26
});

test("the held-out examples begin with everyday words that are never trained on", () => {
  const first = reverse.firstHeldOut?.map((pair) => reverse.join(pair.source)) ?? [];
  expect(first.slice(0, 3)).toEqual(["rainbow", "student", "friend"]);
  expect(first.every((word) => splitOf(word, 8) === "heldOut")).toBe(true);
  const short = reverseFamily.create({ shortest: 2, longest: 5, symbols: 26 });
  const words = short.firstHeldOut?.map((pair) => pair.source.length) ?? [];
  expect(Math.max(...words)).toBe(5);
});

test("typed text becomes one token for each character, known or not, without the spaces around it", () => {
  expect(reverse.tokenize("  abc\n")).toEqual(["a", "b", "c"]);
  expect(reverse.tokenize("a b")).toEqual(["a", " ", "b"]);
  expect(reverse.tokenize("")).toEqual([]);
  expect(reverse.tokenize("z한é😀👩‍🚀")).toEqual(["z", "한", "é", "😀", "👩‍🚀"]);
});

test("capitals are read as small letters", () => {
  expect(reverse.tokenize("Hello")).toEqual(Array.from("hello"));
});

test("a letter and its accent are one token, composed or decomposed", () => {
  expect(reverse.tokenize("e\u0301")).toEqual(["\u00e9"]);
  expect(reverse.tokenize("\u1112\u1161\u11ab")).toEqual(["한"]);
});

test("joining a text's tokens gives the text in small letters", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(reverse.join(reverse.tokenize(text))).toBe(text.trim().toLowerCase().normalize("NFC"));
    }),
  );
});
