import { expect, test } from "vitest";
import { createRandom } from "../rng";
import { TASK_FAMILIES } from "./byId";
import { noGoldReason } from "./noGoldReason";
import type { Difficulty, Pair, Split, Task, TaskFamily } from "./task";

const families = Object.values(TASK_FAMILIES);

/** The initial difficulty and those at the corners of the bounds. */
function corners({ initial, bounds: { lengths, symbols } }: TaskFamily): Difficulty[] {
  const ranges = [
    [lengths.min, lengths.min],
    [lengths.min, lengths.max],
    [lengths.max, lengths.max],
  ] as const;
  const ends = [symbols.min, symbols.max];
  return [
    initial,
    ...ranges.flatMap(([shortest, longest]) =>
      ends.map((count) => ({ shortest, longest, symbols: count })),
    ),
  ];
}

const cases = families.flatMap((family) =>
  corners(family).map((difficulty) => {
    const { shortest, longest, symbols } = difficulty;
    return { name: `${family.id}, ${shortest} to ${longest} of ${symbols}`, family, difficulty };
  }),
);

function draw(task: Task, split: Split, count = 300): Pair[] {
  const random = createRandom(1);
  return Array.from({ length: count }, () => task.sample(random, split));
}

/** A pair's faults: unknown tokens, too many tokens, links out of range, links and reasons that contradict. */
function faults(task: Task, pair: Pair): string[] {
  const unknown = [
    ...pair.source.filter((token) => !task.sourceVocabulary.has(token)),
    ...pair.target.filter((token) => !task.targetVocabulary.has(token)),
  ];
  const isTooLong =
    pair.source.length > task.maxSourceLength || pair.target.length > task.maxTargetLength;
  const wrongLinks = pair.target.filter((_, t) => {
    const links = pair.gold?.[t] ?? [];
    const isInside = links.every((s) => Number.isInteger(s) && s >= 0 && s < pair.source.length);
    return !isInside || (noGoldReason(task.id, pair, t) !== null) !== (links.length === 0);
  });
  return [
    ...unknown.map((token) => `unknown ${token}`),
    ...(isTooLong ? ["too long"] : []),
    ...(pair.gold?.length === pair.target.length ? [] : ["links missing"]),
    ...wrongLinks.map((token) => `links of ${token}`),
  ].map((fault) => `${pair.source.join(" ")}: ${fault}`);
}

test.each(cases)("$name: pairs fit vocabularies and limits, and have links or reasons", (given) => {
  const task = given.family.create(given.difficulty);
  const pairs = [...draw(task, "train"), ...draw(task, "heldOut")];
  expect(pairs.flatMap((pair) => faults(task, pair))).toEqual([]);
  expect(pairs.map((pair) => task.solve(pair.source))).toEqual(pairs);
});

test.each(cases)(
  "$name: the first held-out examples are solved and never drawn for training",
  (given) => {
    const task = given.family.create(given.difficulty);
    const first = task.firstHeldOut ?? [];
    expect(first.flatMap((pair) => faults(task, pair))).toEqual([]);
    const texts = new Set(first.map((pair) => pair.source.join(" ")));
    expect(texts.size).toBe(first.length);
    const trained = draw(task, "train", 500).filter((pair) => texts.has(pair.source.join(" ")));
    expect(trained).toEqual([]);
  },
);

test.each(cases)(
  "$name: no source is in both splits, and the same seed draws the same pairs",
  (given) => {
    const task = given.family.create(given.difficulty);
    const train = draw(task, "train");
    const trained = new Set(train.map((pair) => pair.source.join(" ")));
    const heldOut = draw(task, "heldOut");
    expect(heldOut.filter((pair) => trained.has(pair.source.join(" ")))).toEqual([]);
    expect(draw(given.family.create(given.difficulty), "train")).toEqual(train);
  },
);

test.each(families.map((family) => ({ id: family.id, family })))(
  "$id throws for a difficulty that it does not offer",
  ({ id, family }) => {
    const { initial, bounds } = family;
    const refused: Difficulty[] = [
      { ...initial, shortest: bounds.lengths.min - 1 },
      { ...initial, longest: bounds.lengths.max + 1 },
      { ...initial, symbols: bounds.symbols.min - 1 },
      { ...initial, symbols: bounds.symbols.max + 1 },
      { ...initial, symbols: Number.NaN },
      { ...initial, symbols: initial.symbols + 0.5 },
      { ...initial, shortest: initial.longest + 1 },
    ];
    for (const difficulty of refused) expect(() => family.create(difficulty)).toThrow(id);
    expect(TASK_FAMILIES[id]).toBe(family);
  },
);
