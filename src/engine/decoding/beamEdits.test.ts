/** Beam search with edits finds the best of all answers that say what the hand says. */
import { tensor1d } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { EDITED_PAIR, randomEdit, randomWeights } from "../../testing/randomEdits";
import { memberName } from "../../testing/family";
import { startNodeBackend } from "../../testing/nodeBackend";
import { tinyShape, tinyTask } from "../../testing/tinyTask";
import { makeBatch } from "../batch";
import { type Edit, type EditKind, editsOf, withEdit } from "../edits/edit";
import { sourceTensors } from "../model/batchTensors";
import { plainResult } from "../model/scope";
import { handOver } from "../model/seq2seq";
import { viewWeights } from "../model/weights";
import { referenceDecode } from "../reference/editedDecode";
import { at, softmax } from "../reference/linearAlgebra";
import { referenceParameters } from "../reference/parameters";
import { createRandom } from "../rng";
import type { ModelShape } from "../setup/modelShape";
import { EOS } from "../text/tokens";
import { beamSearch } from "./beam";
import { editedCourse, plainCourse, searchAlong } from "./course";
import { editedMemory } from "./editedMemory";
import { planEdits } from "./editPlan";

const LIMIT = 4;
const { targetVocabulary } = tinyTask;
const V = targetVocabulary.size;
const EVERY_PATH = V ** LIMIT; // a beam this wide prunes nothing

const MEMBERS: readonly ModelShape[] = [
  { ...tinyShape, cell: "rnn", attention: "none" },
  { ...tinyShape, cell: "lstm" },
  { ...tinyShape, layers: 2, attention: "general", timing: "luong", inputFeeding: "on" },
];
const KINDS: readonly EditKind[] = ["say", "say", "feed", "look", "hide", "emptyState"];

function search(shape: ModelShape, parameters: Float32Array, edits: readonly Edit[]) {
  return plainResult(() => {
    const weights = viewWeights(shape, tensor1d(parameters));
    const handover = handOver(weights, shape, sourceTensors(makeBatch(tinyTask, [EDITED_PAIR])));
    const plan = planEdits(edits, targetVocabulary);
    const memory = editedMemory(handover, plan, handover);
    const course = editedCourse(plainCourse(handover), plan, memory);
    const settings = { width: EVERY_PATH, limit: LIMIT };
    return searchAlong(course, beamSearch(plan, targetVocabulary, settings));
  });
}

interface Answer {
  readonly path: readonly number[];
  readonly total: number;
}

/** Every answer with what the hand says, and its log-probability. */
function everyAnswer(
  shape: ModelShape,
  parameters: Float32Array,
  edits: readonly Edit[],
): readonly Answer[] {
  const p = referenceParameters(shape, Array.from(parameters));
  const source = [...EDITED_PAIR.source.map((x) => tinyTask.sourceVocabulary.idOf(x)), EOS];
  const answers: Answer[] = [];
  const explore = (path: readonly number[]): void => {
    const { steps } = referenceDecode(p, shape, {
      source,
      other: null,
      edits,
      idOf: (text) => targetVocabulary.tokens.indexOf(text),
      truth: null,
      limit: path.length,
      choose: (_logits, step) => at(path, step),
    });
    const said = steps.map((step) => step.said);
    if (said.some((id, t) => id !== path[t])) return; // the hand says another token
    if (path.at(-1) === EOS || path.length === LIMIT) {
      const logs = steps.map(({ logits }, t) => Math.log(at(softmax(logits), at(said, t))));
      answers.push({ path, total: logs.reduce((a, b) => a + b, 0) });
    } else for (let id = 0; id < V; id++) explore([...path, id]);
  };
  for (let id = 0; id < V; id++) explore([id]);
  return answers;
}

/** The last step that says by hand, up to a first <eos> by hand; -1: none. */
function due(edits: readonly Edit[]): number {
  const said = editsOf(edits, "say").toSorted((a, b) => a.step - b.step);
  const end = said.findIndex(({ token }) => token === "<eos>");
  return said.at(end < 0 ? -1 : end)?.step ?? -1;
}

/** Answers that reach the last said token come first, then those that end, then the more probable ones. */
function best(answers: readonly Answer[], edits: readonly Edit[]): Answer | undefined {
  const ends = ({ path }: Answer): number => Number(path.at(-1) === EOS);
  const reaches = ({ path }: Answer): number => Number(path.length > due(edits));
  return answers.toSorted(
    (a, b) => reaches(b) - reaches(a) || ends(b) - ends(a) || b.total - a.total,
  )[0];
}

describe("beam search with edits", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it.each(MEMBERS)("finds the best answer with the said tokens: $cell, $attention", (shape) => {
    const found = new Set<number>();
    for (let seed = 1; seed <= 8; seed++) {
      const random = createRandom(seed);
      const kinds = KINDS.filter(
        (kind) => shape.attention !== "none" || !["look", "hide"].includes(kind),
      );
      const edits = kinds
        .map((kind) => randomEdit(kind, () => random.next()))
        .reduce<readonly Edit[]>(withEdit, []);
      const parameters = randomWeights(shape, seed);
      const wanted = best(everyAnswer(shape, parameters, edits), edits);
      const { path } = search(shape, parameters, edits);
      expect({ member: memberName(shape), seed, path }).toEqual({
        member: memberName(shape),
        seed,
        path: wanted?.path,
      });
      found.add(path.length);
    }
    expect(found.size).toBeGreaterThan(1);
  });

  it("prefers an answer that a hand ends to one that the model ended before", () => {
    const edits: readonly Edit[] = [
      { kind: "say", step: 2, token: "<eos>" },
      { kind: "say", step: 3, token: "a" }, // no path reaches it
    ];
    const free = new Set<number>();
    for (let seed = 1; seed <= 6; seed++) {
      const parameters = randomWeights(tinyShape, seed);
      const wanted = best(everyAnswer(tinyShape, parameters, edits), edits);
      const { path } = search(tinyShape, parameters, edits);
      expect(path).toEqual(wanted?.path);
      expect(path).toHaveLength(3);
      free.add(search(tinyShape, parameters, []).path.length);
    }
    expect(Math.min(...free)).toBeLessThan(3); // without the hand, a shorter answer is the best
  });

  it("lists the tokens that the hand did not say as pruned", () => {
    const edits: readonly Edit[] = [{ kind: "say", step: 0, token: "b" }];
    const { nodes } = search(tinyShape, randomWeights(tinyShape, 1), edits);
    const first = nodes.filter(({ step }) => step === 0);
    expect(first.map(({ token, fate }) => [token.text === "b", fate])).toEqual([
      [true, "kept"],
      [false, "pruned"],
      [false, "pruned"],
      [false, "pruned"],
    ]);
  });
});
