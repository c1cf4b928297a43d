/** What a classifier believes after every letter of a name: each beginning of the name is classified by itself. */
import type { Reading } from "../../alone/belief";
import { folded, lettersOf } from "../../alone/letters";
import { softmax } from "../../reference/linearAlgebra";
import type { AloneTrainer } from "./trainer";

/** @param text at least one letter */
export async function readName(trainer: AloneTrainer, text: string): Promise<Reading> {
  const { task, learner, batchOf } = trainer;
  const letters = lettersOf(text, task.accents).slice(0, task.longest);
  const beginnings = letters.map((_, m) => ({ letters: letters.slice(0, m + 1), label: 0 }));
  const { logits, states } = await learner.say(batchOf(beginnings));
  const rows = (values: Float32Array): number[][] => {
    const width = values.length / letters.length;
    return letters.map((_, m) => [...values.subarray(m * width, (m + 1) * width)]);
  };
  const { classes } = learner.shape;
  const { parameters } = await learner.save();
  const nothingRead = [...parameters.subarray(parameters.length - classes)]; // a state of zeros leaves the bias
  const listed = [...task.train, ...task.heldOut].find(({ name }) => folded(name) === folded(text));
  return {
    name: text,
    letters,
    unknown: letters.map((letter) => !task.vocabulary.has(letter)),
    beliefs: [nothingRead, ...rows(logits)].map((row) => softmax(row)),
    states: rows(states),
    label: listed?.label ?? null,
  };
}
