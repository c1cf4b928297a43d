/** Names with their classes: what the classifier learns to tell apart and the generator learns to write. */
import { hashText } from "../rng";
import { splitOf } from "../tasks/split";
import { createVocabulary, type Vocabulary } from "../text/tokens";
import { type Accents, folded, lettersOf } from "./letters";

/** A name and the class that a list gives it. */
export interface Listed {
  readonly name: string;
  readonly label: string;
}

/** A name as the networks take it. */
export interface Named {
  readonly name: string;
  readonly letters: readonly string[];
  readonly label: number; // index of its class
}

export interface NameTask {
  readonly classes: readonly string[];
  readonly vocabulary: Vocabulary; // the letters of the training names
  readonly longest: number; //        letters of the longest name
  readonly train: readonly Named[];
  readonly heldOut: readonly Named[];
  readonly accents: Accents;
  /** Names of more than one class: no classifier is right on all of their listings. */
  readonly ambiguous: number;
}

const HELD_OUT_ONE_IN = 5;
const LONGEST = 24; // letters; longer names are cut off

/**
 * The task of a list. A name is in one split whatever its classes, its accents and its capitals are, so no held-out
 * name was seen in training under another class. Names that a class lists twice count once.
 */
export function nameTask(listed: readonly Listed[], accents: Accents): NameTask {
  const classes = [...new Set(listed.map(({ label }) => label))];
  const names = distinct(listed).map(({ name, label }) => ({
    name,
    letters: lettersOf(name, accents).slice(0, LONGEST),
    label: classes.indexOf(label),
  }));
  const usable = names.filter(({ letters }) => letters.length > 0);
  const train = usable.filter((each) => !isHeldOut(each));
  return {
    classes,
    vocabulary: createVocabulary([...new Set(train.flatMap(({ letters }) => letters))].toSorted()),
    longest: usable.reduce((most, { letters }) => Math.max(most, letters.length), 0),
    train,
    heldOut: usable.filter(isHeldOut),
    accents,
    ambiguous: ambiguousNames(usable),
  };
}

function isHeldOut({ name }: Named): boolean {
  return splitOf(folded(name), HELD_OUT_ONE_IN) === "heldOut";
}

function distinct(listed: readonly Listed[]): Listed[] {
  const byKey = new Map(listed.map((each) => [`${each.label}\n${each.name.toLowerCase()}`, each]));
  return [...byKey.values()];
}

/** How many names, as the networks read them, are of more than one class. */
function ambiguousNames(names: readonly Named[]): number {
  const labels = new Map<string, Set<number>>();
  for (const { letters, label } of names) {
    const key = letters.join("");
    labels.set(key, (labels.get(key) ?? new Set()).add(label));
  }
  return [...labels.values()].filter(({ size }) => size > 1).length;
}

/** What distinguishes one list from another for a network: its classes, its letters and its names. */
export function identityOfNames({ classes, vocabulary, train, heldOut }: NameTask): string {
  const names = [...train, ...heldOut].map(({ name, label }) => `${label} ${name}`);
  return [classes, vocabulary.tokens, names]
    .map((texts) => `${texts.length}:${hashText(JSON.stringify(texts))}`)
    .join(" ");
}
