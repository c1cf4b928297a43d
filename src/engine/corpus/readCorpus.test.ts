import { expect, test } from "vitest";
import { createRandom } from "../rng";
import type { Split, Task } from "../tasks/task";
import { EOS, UNK } from "../text/tokens";
import { readProblem, readUsable } from "../../testing/readInput";
import { CORPUS_LIMITS, noneDropped } from "./report";

/** `count` different pairs, then the given lines. */
function corpus(count: number, ...more: string[]): string {
  const lines = Array.from({ length: count }, (_, i) => `I am ${i}.\tJe suis ${i} !\tignored`);
  return [...lines, ...more].join("\n");
}

function draw(task: Task, split: Split, count = 10_000, seed = 1): string[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => task.join(task.sample(random, split).source));
}

test("the numbers of read, kept and dropped lines add up", async () => {
  const { summary } = await readUsable(
    corpus(100, "no tab", "a\t", "I am 1.\tJe suis 1 !", `${"a ".repeat(11)}\tb`),
  );
  expect(summary).toMatchObject({
    read: 104,
    kept: 100,
    dropped: { oneColumn: 1, emptySide: 1, tooLong: 1, duplicate: 1, overLimit: 0 },
    train: 90,
    heldOut: 10,
    source: { vocabulary: 93, rare: 0 }, // i, am, "." and the 90 numbers of the training pairs
    target: { vocabulary: 93, rare: 0 },
  });
  expect(summary.unknownShare).toBeCloseTo(20 / 800); // the numbers that occur only in held-out pairs
});

test("the preview shows the first pairs as the network sees them", async () => {
  const { summary, task } = await readUsable(corpus(100));
  expect(summary.preview).toHaveLength(5);
  for (const [i, { source, target }] of summary.preview.entries()) {
    expect(source.map(({ text }) => text)).toEqual(["i", "am", `${i}`, "."]);
    expect(target.map(({ text }) => text)).toEqual(["je", "suis", `${i}`, "!"]);
    const isKnown = task.sourceVocabulary.has(`${i}`);
    expect(source.map((token) => token.isKnown)).toEqual([true, true, isKnown, true]);
  }
});

test("no source is in both splits", async () => {
  const { task } = await readUsable(corpus(200, "I am 1.\tC'est moi.", "I am 2.\tC'est moi."));
  const train = new Set(draw(task, "train"));
  const heldOut = new Set(draw(task, "heldOut"));
  expect([...heldOut].filter((source) => train.has(source))).toEqual([]);
  expect([train.size, heldOut.size]).toEqual([180, 20]);
});

test("every pair of a split is drawn about equally often; the same seed draws the same pairs", async () => {
  const { task } = await readUsable(corpus(40));
  const counts = new Map<string, number>();
  for (const source of draw(task, "train", 36_000))
    counts.set(source, (counts.get(source) ?? 0) + 1);
  expect(counts.size).toBe(36);
  expect([...counts.values()].every((count) => Math.abs(count - 1000) < 160)).toBe(true);
  expect(draw(task, "train", 30, 4)).toEqual(draw(task, "train", 30, 4));
  expect(draw(task, "train", 30, 4)).not.toEqual(draw(task, "train", 30, 5));
});

test("the held-out pairs are in a fixed order, and the summary has their number", async () => {
  const { summary, task } = await readUsable(corpus(200));
  expect(task.heldOutPairs).toHaveLength(summary.heldOut);
  expect((await readUsable(corpus(200))).task.heldOutPairs).toEqual(task.heldOutPairs);
  const listed = new Set(task.heldOutPairs?.map((pair) => task.join(pair.source)));
  expect(new Set(draw(task, "heldOut", 2000))).toEqual(listed);
});

test("a source typed as in the file has its answer, the first of several", async () => {
  const { task } = await readUsable(corpus(30, "Hello there!\tBonjour !", "Hello there!\tSalut !"));
  const pair = task.solve(task.tokenize("  HELLO   there! "));
  expect(task.join(pair?.target ?? [])).toBe("bonjour !");
  expect(pair?.gold).toBeNull();
  expect(task.solve(task.tokenize("hello"))).toBeNull();
  expect(task.solve([])).toBeNull();
});

test("sources whose joined text is the same stay different", async () => {
  const { task } = await readUsable(corpus(30, "ab c\tx"), { simplify: false });
  expect(task.solve(["ab", "c"])?.target).toEqual(["x"]);
  expect(task.solve(["ab c"])).toBeNull();
});

test("the vocabulary holds the most frequent tokens of the training pairs", async () => {
  const words = Array.from({ length: 200 }, (_, i) => `common w${i}`);
  const text = words.map((word) => `${word}\t${word}`).join("\n");
  const { summary, task } = await readUsable(text, { maxVocabulary: 50 });
  expect(summary.source).toMatchObject({ vocabulary: 50, rare: 131 }); // "common" and 180 training words
  expect(task.sourceVocabulary.tokens[4]).toBe("common");
  expect(task.sourceVocabulary.idOf("w199")).toBe(UNK);
  expect(summary.unknownShare).toBeCloseTo((200 - 49) / 400);
  expect(summary.kept).toBe(200);
});

test("with characters as tokens, spaces are tokens, and Hangul, accents, emoji and combining marks survive", async () => {
  const text = corpus(30, "나는 é\t👩‍🚀 y\u0306 ok");
  const { task } = await readUsable(text, {
    units: { source: "characters", target: "characters" },
  });
  const pair = task.solve(task.tokenize("나는 e\u0301"));
  expect(task.sourceUnit).toBe("character");
  expect(pair?.source).toEqual(["나", "는", " ", "é"]);
  expect(pair?.target).toEqual(["👩‍🚀", " ", "y\u0306", " ", "o", "k"]);
  expect(task.join(pair?.target ?? [])).toBe("👩‍🚀 y\u0306 ok");
});

test("Korean words are the same in every Unicode form", async () => {
  const line = "저는 학생입니다.\tI am a student.";
  const { summary } = await readUsable(corpus(30, line.normalize("NFD"), line));
  expect(summary.dropped.duplicate).toBe(1);
});

test.each(["__proto__", "constructor", "hasOwnProperty", "toString"])(
  "%s is an ordinary word",
  async (word) => {
    const lines = Array.from({ length: 30 }, (_, i) => `${word} ${i}\t${word}`);
    const { task } = await readUsable([...lines, `${word}\t${word} ok`].join("\n"), {
      simplify: false,
    });
    expect(task.sourceVocabulary.tokens[4]).toBe(word);
    expect(task.sourceVocabulary.idOf(word)).toBe(4);
    expect(task.join(task.solve([word])?.target ?? [])).toBe(`${word} ok`);
  },
);

test.each(["<pad>", "<sos>", "<eos>", "<unk>"])(
  "%s in the file is an unknown word",
  async (word) => {
    const lines = Array.from({ length: 30 }, (_, i) => `say ${word} ${i}\t${word} ${i}`);
    const { summary, task } = await readUsable(lines.join("\n"));
    expect(task.sourceVocabulary.idOf(word)).toBe(UNK);
    expect(task.targetVocabulary.tokens.indexOf("<eos>")).toBe(EOS);
    expect(new Set(task.targetVocabulary.tokens).size).toBe(task.targetVocabulary.size);
    expect(summary.preview[0]?.source[1]).toEqual({ text: word, isKnown: false });
    expect(summary.source.rare).toBe(0); // it is not dropped by the size limit
  },
);

test.each(["", "\ufeff", "\n \r\n\t\n"])("a text without lines is empty: %j", async (text) => {
  expect(await readProblem(text)).toEqual({ kind: "empty" });
});

test("a text that nothing divides in two is reported with its first line, shortened", async () => {
  expect(await readProblem("\nhello bonjour\nhi salut")).toEqual({
    kind: "noColumns",
    line: 2,
    text: "hello bonjour",
  });
  expect(await readProblem("😀".repeat(5_000_000))).toMatchObject({
    line: 1,
    text: "😀".repeat(80),
  });
});

test("a text with too few pairs is reported with the counts of dropped lines", async () => {
  expect(await readProblem(`${corpus(19)}\nno tab`)).toEqual({
    kind: "tooFew",
    kept: 19,
    least: 20,
    read: 20,
    dropped: { ...noneDropped(), oneColumn: 1 },
  });
  expect((await readUsable(corpus(20))).summary).toMatchObject({ train: 18, heldOut: 2 });
});

test("a hundred answers to one source are too few: they cannot be split", async () => {
  const lines = Array.from({ length: 100 }, (_, i) => `same\tanswer ${i}`);
  expect(await readProblem(lines.join("\n"))).toMatchObject({ kind: "tooFew", kept: 1, read: 100 });
});

test("a text over the size limit is rejected before it is read", async () => {
  const text = " ".repeat(CORPUS_LIMITS.bytes + 1);
  expect(await readProblem(text)).toMatchObject({ kind: "tooLarge", bytes: text.length });
});

test("options are clamped to their limits; NaN becomes the default", async () => {
  const { summary } = await readUsable(corpus(150, `${"a ".repeat(31)}\tb`), {
    maxSource: 1e9,
    maxTarget: 1e9,
    maxPairs: -5,
    maxVocabulary: NaN,
  });
  expect(summary.kept).toBe(CORPUS_LIMITS.maxPairs.min);
  expect(summary.dropped).toMatchObject({ tooLong: 1, overLimit: 50 });
  expect(summary.source.vocabulary).toBe(93);
});

test("20,000 rows are read, split and indexed without loss", async () => {
  const { summary, task } = await readUsable(corpus(20_000), { maxVocabulary: 5_000 });
  expect(summary).toMatchObject({ read: 20_000, kept: 20_000, train: 18_000, heldOut: 2_000 });
  expect(task.sourceVocabulary.size).toBe(5_004);
});
