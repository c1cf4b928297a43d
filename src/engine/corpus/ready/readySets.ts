/**
 * Ready sets of pairs: a few thousand everyday sentences from a grammar of our own, for a class without a file. Each
 * sentence makes sense, and each has one translation, so a small network can learn them.
 */
import { createRandom } from "../../rng";
import { type Clause, drawClause } from "./clause";
import { writeEnglish } from "./english";
import { writeFrench } from "./french";
import { writeKorean } from "./korean";

export const READY_SETS = ["koreanEnglish", "englishKorean", "englishFrench"] as const;
export type ReadySet = (typeof READY_SETS)[number];

export const READY_PAIRS = 3_000; // of each set

type Writer = (clause: Clause) => string;

const SIDES: Readonly<Record<ReadySet, readonly [source: Writer, target: Writer]>> = {
  koreanEnglish: [writeKorean, writeEnglish],
  englishKorean: [writeEnglish, writeKorean],
  englishFrench: [writeEnglish, writeFrench],
};

/** The pairs of a set, a line each: source, tab, target. The same lines on every device. */
export function writeReadySet(set: ReadySet): string {
  const random = createRandom(1, "ready sentences");
  const [source, target] = SIDES[set];
  const lines = new Set<string>();
  while (lines.size < READY_PAIRS) {
    const clause = drawClause(random);
    lines.add(`${source(clause)}\t${target(clause)}`);
  }
  return [...lines].join("\n");
}
