/** What the shipped models answer to sources that people type first. */
import { beforeAll, expect, test } from "vitest";
import { type Config, DEFAULT_CONFIG } from "../../engine/setup/config";
import { generatedTask } from "../../engine/tasks/byId";
import { withTask } from "../../engine/tasks/difficulty";
import type { GeneratedTaskId } from "../../engine/tasks/task";
import { answersOf } from "../../engine/training/evaluation";
import type { Arithmetic } from "../../engine/training/learner";
import { frozenModel } from "../../engine/training/trainer";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { shippedModel } from "../../testing/shippedModel";

let arithmetic: Arithmetic;
beforeAll(async () => {
  arithmetic = await startNodeArithmetic();
});

/** The shipped model's greedy answers to texts, as "text answer". */
async function answersTo(
  id: GeneratedTaskId,
  texts: readonly string[],
  change: Partial<Config> = {},
) {
  const config = { ...withTask(DEFAULT_CONFIG, id), ...change };
  const task = generatedTask(id, config);
  const model = frozenModel(task, config, shippedModel(config), arithmetic);
  const pairs = texts.map((text) => ({ source: task.tokenize(text), target: [], gold: null }));
  const answers = await answersOf(model, pairs);
  model.dispose();
  return texts.map((text, i) => {
    const tokens = (answers[i]?.tokens ?? []).map((token) => task.targetVocabulary.tokens[token]);
    return `${text}: ${task.join(tokens.map((token) => token ?? ""))}`;
  });
}

const WORDS = `
  hello jello book letter tomorrow coffee apple summer school yellow happy little green tree street sheep kitten puppy
  rabbit butter pepper dinner mirror hammer bottle button pillow carrot cotton ladder lesson message password balloon
  banana orange window garden winter market planet dragon cookie question answer student teacher science computer
  keyboard language sentence mountain elephant umbrella football birthday music water flower house`
  .trim()
  .split(/\s+/);

function backwards(text: string): string {
  return Array.from(text.toLowerCase()).toReversed().join("");
}

test("the shipped Reverse model reverses sixty common words, in small letters and in capitals", async () => {
  expect(WORDS.length).toBeGreaterThanOrEqual(60);
  for (const texts of [WORDS, WORDS.map((word) => word.toUpperCase())])
    expect(await answersTo("reverse", texts)).toEqual(
      texts.map((text) => `${text}: ${backwards(text)}`),
    );
});

test("without attention the same training reverses clearly fewer of them", async () => {
  const answers = await answersTo("reverse", WORDS, { attention: "none" });
  const right = answers.filter((answer) => {
    const [word = "", said] = answer.split(": ");
    return backwards(word) === said;
  });
  expect(right.length / WORDS.length).toBeLessThan(0.85);
});

test.each(["englishFrench", "englishKorean", "reverse", "copy", "sort", "pigLatin"] as const)(
  "the shipped model of %s answers its first example exactly",
  async (id) => {
    const task = generatedTask(id, withTask(DEFAULT_CONFIG, id));
    const [first] = task.firstHeldOut ?? [];
    const text = first?.source.join(task.sourceUnit === "word" ? " " : "") ?? "";
    expect(await answersTo(id, [text])).toEqual([`${text}: ${task.join(first?.target ?? [])}`]);
  },
);

/** By the Revised Romanization, written by hand. */
const SOUNDS = `
  값: gap, 닭: dak, 흙: heuk, 삶: sam, 읽다: ikda, 없어: eopseo, 밟다: bapda, 넓다: neolda, 앉아: anja, 많이: mani,
  싫다: silta, 독립: dongnip, 신라: silla, 국물: gungmul, 한글: hangeul, 서울: seoul`
  .trim()
  .split(/\s*,\s*/);

test("the shipped model of Hangul sounds reads finals of two consonants", async () => {
  const texts = SOUNDS.map((line) => line.split(": ")[0] ?? "");
  expect(await answersTo("hangulSounds", texts)).toEqual(SOUNDS);
});

const LETTERS =
  `값: gap, 닭: dak, 읽다: ikda, 없어: eopeo, 넓다: neolda, 독립: dokrip, 한글: hangeul`.split(
    ", ",
  );

test("the shipped model of Hangul letters reads finals of two consonants", async () => {
  const texts = LETTERS.map((line) => line.split(": ")[0] ?? "");
  expect(await answersTo("hangulLetters", texts)).toEqual(LETTERS);
});
