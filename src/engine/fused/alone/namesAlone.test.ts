import { beforeAll, describe, expect, it } from "vitest";
import { type AloneConfig, DEFAULT_ALONE } from "../../alone/aloneConfig";
import { changes, decidingLetter, ranked } from "../../alone/belief";
import { nameTask } from "../../alone/names";
import { noveltyIn } from "../../alone/novelty";
import { referenceClassify, referenceGenerate } from "../../reference/alone";
import { softmax } from "../../reference/linearAlgebra";
import { referenceParameters } from "../../reference/parameters";
import { SOS } from "../../text/tokens";
import { createPlainOps } from "../plain/plainOps";
import { evaluateAlone } from "./evaluate";
import { readName } from "./read";
import { type AloneTrainer, createAloneTrainer } from "./trainer";
import { writeNames } from "./write";

// Names of "a" are made of a and b, those of "x" of x and y, so that a letter tells the class.
const words = (letters: string): string[] => {
  const [p = "", q = ""] = letters;
  return [p, q].flatMap((a) => [p, q].flatMap((b) => [p, q, ""].map((c) => `${a}${b}${c}`)));
};
const task = nameTask(
  ["ab", "xy"].flatMap((letters) =>
    words(letters).map((name) => ({ name, label: letters.charAt(0) })),
  ),
  "kept",
);
const SMALL: AloneConfig = {
  ...DEFAULT_ALONE,
  hiddenSize: 8,
  embeddingSize: 4,
  batchSize: 8,
  learningRate: 0.05,
  dropout: 0,
};
const ops = createPlainOps();

async function trained(config: AloneConfig, updates = 40): Promise<AloneTrainer> {
  const trainer = createAloneTrainer(ops, task, config);
  while (trainer.steps < updates) await trainer.step(config);
  return trainer;
}

async function referenceOf({ learner }: AloneTrainer) {
  const { parameters } = await learner.save();
  return referenceParameters(learner.shape, [...parameters]);
}

describe("a trainer", () => {
  it("repeats its run, and a saved one goes on with identical results", async () => {
    const config = { ...SMALL, dropout: 0.3 };
    const [first, second] = [await trained(config, 4), await trained(config, 2)];
    const { moments, ...saved } = await second.save();
    const third = createAloneTrainer(ops, task, config, { moments, ...saved });
    for (let i = 0; i < 2; i++) await third.step(config);
    expect(third.steps).toBe(4);
    expect((await third.learner.save()).parameters).toEqual(
      (await first.learner.save()).parameters,
    );
    expect(await first.learner.takeLosses()).toHaveLength(4);
  });
});

describe.each(["unidirectional", "bidirectional"] as const)("a %s classifier", (direction) => {
  let trainer: AloneTrainer;
  beforeAll(async () => {
    trainer = await trained({ ...SMALL, direction });
  });

  it("learns the classes, and counts its answers in the confusion matrix", async () => {
    const { heldOut, confusion, step } = await evaluateAlone(trainer);
    expect(step).toBe(40);
    expect(heldOut.right).toBe(1);
    const total = confusion?.flat().reduce((a, b) => a + b, 0);
    expect(total).toBe(task.heldOut.length);
    expect((confusion?.[0]?.[0] ?? 0) + (confusion?.[1]?.[1] ?? 0)).toBe(total);
  });

  it("believes after each letter what it would say of a name that ends there", async () => {
    const reading = await readName(trainer, "abx");
    const p = await referenceOf(trainer);
    const ids = reading.letters.map((letter) => task.vocabulary.idOf(letter));
    ids.forEach((_, m) => {
      const expected = softmax(referenceClassify(p, trainer.learner.shape, ids.slice(0, m + 1)));
      const found = reading.beliefs[m + 1] ?? [];
      expected.forEach((share, c) => expect(found[c]).toBeCloseTo(share, 4));
    });
    expect(reading.beliefs).toHaveLength(4);
    expect(decidingLetter(reading)).toBe(changes(reading).indexOf(Math.max(...changes(reading))));
  });

  it("knows letters that no training name has, and names of the lists", async () => {
    const reading = await readName(trainer, "aq");
    expect(reading.unknown).toEqual([false, true]);
    expect(reading.label).toBeNull();
    expect((await readName(trainer, "AB")).label).toBe(0);
    expect(ranked([0.2, 0.8])[0]).toEqual({ label: 1, p: 0.8 });
  });
});

describe("a generator", () => {
  const config: AloneConfig = { ...SMALL, alone: "generator" };
  const sample = { kind: "sample", temperature: 1, seed: 7 } as const;
  let trainer: AloneTrainer;
  beforeAll(async () => {
    trainer = await trained(config, 60);
  });

  it("writes names of the class that it is told", async () => {
    const written = await writeNames(trainer, {
      labels: [0, 1, 0, 1],
      beginning: "",
      choice: sample,
    });
    for (const { label, name } of written)
      expect(name).toMatch(label === 0 ? /^[ab]*$/ : /^[xy]*$/);
  });

  it("takes the likeliest letter, or draws by seed", async () => {
    const [greedy] = await writeNames(trainer, {
      labels: [0],
      beginning: "",
      choice: { kind: "greedy" },
    });
    for (const { said, candidates } of greedy?.steps ?? []) expect(said).toBe(candidates[0]?.text);
    const draw = (seed: number) =>
      writeNames(trainer, { labels: [0, 0, 0], beginning: "", choice: { ...sample, seed } });
    const names = async (seed: number) => (await draw(seed)).map(({ name }) => name).join(" ");
    expect(await names(3)).toBe(await names(3));
    expect(await names(3)).not.toBe(await names(4));
  });

  it("shows the probabilities of the reference at every step", async () => {
    const [writing] = await writeNames(trainer, { labels: [1], beginning: "xy", choice: sample });
    const p = await referenceOf(trainer);
    const said = (writing?.steps ?? []).map((step) => step.said);
    const ids = [SOS, ...said.slice(0, -1).map((letter) => task.vocabulary.idOf(letter))];
    const logits = referenceGenerate(p, trainer.learner.shape, { ids, label: 1 });
    writing?.steps.forEach(({ candidates }, t) => {
      const sayable = (logits[t] ?? []).map((value, id) =>
        [0, 1, 3].includes(id) ? -Infinity : value,
      );
      const shares = softmax(sayable).toSorted((a, b) => b - a);
      candidates.forEach((candidate, i) => expect(candidate.p).toBeCloseTo(shares[i] ?? 0, 4));
    });
    expect(writing?.name.startsWith("xy")).toBe(true);
    expect(writing?.steps.slice(0, 3).map(({ given }) => given)).toEqual([true, true, false]);
  });

  it("is judged by the letters that it would have said", async () => {
    const { heldOut, confusion } = await evaluateAlone(trainer);
    expect(confusion).toBeNull();
    expect(heldOut.loss).toBeGreaterThan(0);
    expect(heldOut.right).toBeGreaterThan(0.3);
  });
});

describe("novelty", () => {
  it("compares without accents and capitals, class by class", () => {
    const novelty = noveltyIn(task);
    const { train, heldOut } = task;
    expect(novelty((train[0]?.name ?? "").toUpperCase(), train[0]?.label ?? 0)).toBe("trained");
    expect(novelty(heldOut[0]?.name ?? "", heldOut[0]?.label ?? 0)).toBe("heldOut");
    expect(novelty("ab", 1)).toBe("otherClass");
    expect(novelty("abab", 0)).toBe("new");
  });
});
