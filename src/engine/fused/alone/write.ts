/** Writes names with a generator, letter by letter. */
import { lettersOf, writeLetters } from "../../alone/letters";
import { noveltyIn } from "../../alone/novelty";
import type { Candidate, LetterChoice, WriteStep, Writing } from "../../alone/written";
import { softmax } from "../../reference/linearAlgebra";
import { createRandom, type Random } from "../../rng";
import { EOS, PAD, SOS, UNK } from "../../text/tokens";
import type { AloneTrainer } from "./trainer";

const MOST_CANDIDATES = 6;
const BEYOND = 2; // letters that a name may be longer than any of the lists

/** What to write: names of these classes, all of which begin so. */
export interface Task {
  readonly labels: readonly number[]; // a name for each
  readonly beginning: string;
  readonly choice: LetterChoice;
}

interface Draft {
  readonly label: number;
  readonly random: Random;
  readonly letters: string[];
  readonly steps: WriteStep[];
  isDone: boolean;
}

/** Writes all names at the same time, one letter of each at a step. The first name of a seed is the same in every call. */
export async function writeNames(
  trainer: AloneTrainer,
  { labels, beginning, choice }: Task,
): Promise<Writing[]> {
  const { task } = trainer;
  const given = lettersOf(beginning, task.accents);
  const seed = choice.kind === "sample" ? choice.seed : 1;
  const drafts = labels.map((label, i): Draft => {
    const random = createRandom(seed, `name ${i}`);
    return { label, random, letters: [], steps: [], isDone: false };
  });
  while (drafts.some(({ isDone }) => !isDone))
    await writeLetter(trainer, drafts, { given, choice });
  const novelty = noveltyIn(task);
  return drafts.map(({ label, letters, steps }) => {
    const name = writeLetters(letters);
    return { label, choice, name, steps, novelty: novelty(name, label) };
  });
}

interface Rules {
  readonly given: readonly string[];
  readonly choice: LetterChoice;
}

async function writeLetter(
  trainer: AloneTrainer,
  drafts: readonly Draft[],
  { given, choice }: Rules,
): Promise<void> {
  const { task, learner, batchOf } = trainer;
  const open = drafts.filter(({ isDone }) => !isDone);
  const batch = batchOf(open);
  const { logits, states } = await learner.say(batch);
  const last = batch.sourceLength - 1; // all drafts are equally long
  const rowOf = (values: Float32Array, b: number): number[] => {
    const width = values.length / (open.length * batch.sourceLength);
    const from = (b * batch.sourceLength + last) * width;
    return [...values.subarray(from, from + width)];
  };
  open.forEach((draft, b) => {
    const p = probabilities(rowOf(logits, b), choice);
    const own = given[draft.letters.length];
    const said = own ?? task.vocabulary.tokens[pick(p, choice, draft.random)] ?? "";
    draft.steps.push({
      fed: draft.letters.at(-1) ?? (task.vocabulary.tokens[SOS] as string),
      said,
      candidates: candidatesOf(p, task.vocabulary.tokens, said),
      state: rowOf(states, b),
      given: own !== undefined,
    });
    draft.isDone = said === task.vocabulary.tokens[EOS];
    if (draft.isDone) return;
    draft.letters.push(said);
    if (draft.letters.length >= task.longest + BEYOND) draft.isDone = true;
  });
}

/** Of every token at the temperature of the choice. A name holds letters and ends; it never says the other tokens. */
function probabilities(logits: readonly number[], choice: LetterChoice): number[] {
  const temperature = choice.kind === "sample" ? choice.temperature : 1;
  const unsayable: readonly number[] = [PAD, SOS, UNK];
  return softmax(
    logits.map((value, id) => (unsayable.includes(id) ? -Infinity : value / temperature)),
  );
}

function pick(p: readonly number[], { kind }: LetterChoice, random: Random): number {
  if (kind === "greedy") return p.indexOf(Math.max(...p));
  let rest = random.next();
  const drawn = p.findIndex((share) => (rest -= share) < 0);
  return drawn === -1 ? p.indexOf(Math.max(...p)) : drawn; // rounding left the last one out
}

function candidatesOf(p: readonly number[], tokens: readonly string[], said: string): Candidate[] {
  return p
    .map((share, id) => ({ text: tokens[id] ?? "", p: share }))
    .toSorted((a, b) => b.p - a.p)
    .filter(({ text }, rank) => rank < MOST_CANDIDATES || text === said);
}
