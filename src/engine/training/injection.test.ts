import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { startNodeBackend } from "../../testing/nodeBackend";
import { copyPair, tinyShape, tinyTask } from "../../testing/tinyTask";
import { runAsyncToEnd } from "../chunks";
import { referenceEncode } from "../reference/encoder";
import { referenceParameters } from "../reference/parameters";
import { referenceInitial, referenceStep } from "../reference/seq2seq";
import type { InjectedExample } from "../results/exposure";
import { createRandom } from "../rng";
import { initialParameters } from "../setup/learnedParameters";
import type { ModelShape } from "../setup/modelShape";
import { inReadingOrder } from "../tasks/readingOrder";
import type { Pair } from "../tasks/task";
import { EOS, SOS } from "../text/tokens";
import { forcedAndFree } from "./exposure";
import { evaluateFully } from "./fullEvaluation";
import { injectWrongToken } from "./injection";
import type { Predictor } from "./learner";
import { textbook } from "./textbookLearner";

const PAIRS = ["a", "bb", "cab", "bbca", "abca", "cc"].map(copyPair);
const held: Predictor[] = [];

function modelOf(shape: ModelShape) {
  const flat = initialParameters(shape, createRandom(3)).map((x) => 3 * x); // far from uniform
  const predictor = textbook.predictor(shape, flat);
  held.push(predictor);
  return { task: tinyTask, shape, predictor, flat };
}

const idOf = (text: string): number => tinyTask.targetVocabulary.idOf(text);

/** What the plain-array reference says after these inputs, `count` tokens of its own, up to its <eos>. */
function referenceAnswer(
  { shape, flat }: ReturnType<typeof modelOf>,
  pair: Pair,
  inputs: readonly number[],
  count: number,
): number[] {
  const p = referenceParameters(shape, Array.from(flat));
  const read = inReadingOrder(shape.sourceOrder, pair.source);
  const source = referenceEncode(p, shape, [...read.map(idOf), EOS]);
  let before = referenceInitial(shape, source);
  let last = SOS;
  const said: number[] = [];
  for (let t = 0; said.length < count && !said.includes(EOS); t++) {
    const { logits, next } = referenceStep(p, shape, source, { id: inputs[t] ?? last, before });
    before = next;
    last = logits.indexOf(Math.max(...logits));
    if (t >= inputs.length - 1) said.push(last);
  }
  return said;
}

const SHAPES: [string, ModelShape][] = [
  ["additive", tinyShape],
  ["no attention, LSTM", { ...tinyShape, attention: "none", cell: "lstm" }],
  ["dot, Luong, reversed source", { ...tinyShape, attention: "dot", timing: "luong", sourceOrder: "reversed" }], // prettier-ignore
];

beforeAll(() => startNodeBackend("cpu"));
afterEach(() => {
  for (const predictor of held.splice(0)) predictor.dispose();
});

const idsOf = (tokens: InjectedExample["said"]): number[] => tokens.map(({ id }) => id);

const inject = (model: ReturnType<typeof modelOf>, position: number) =>
  runAsyncToEnd(injectWrongToken(model, PAIRS, position));

describe.each(SHAPES)("a wrong token in many answers: %s", (_, shape) => {
  it.each([1, 2, 3])(
    "is followed by what the plain-array reference says, position %i",
    async (position) => {
      const model = modelOf(shape);
      const { cases, examples } = await inject(model, position);
      const long = PAIRS.filter(({ target }) => target.length >= position);
      expect(cases.map(({ index }) => PAIRS[index])).toEqual(long);
      expect(examples).toBe(long.length);
      for (const { index, injected, expected, said } of cases) {
        const pair = PAIRS[index] as Pair;
        const truth = pair.target.map(idOf);
        expect(injected.id).not.toBe(truth[position - 1]);
        const inputs = [SOS, ...truth.slice(0, position - 1), injected.id];
        expect(idsOf(expected)).toEqual([...truth.slice(position), EOS]);
        expect(idsOf(said)).toEqual(referenceAnswer(model, pair, inputs, expected.length));
      }
    },
  );

  it("is counted by distance, beside the same answers without it", async () => {
    const model = modelOf(shape);
    const { after, cases } = await inject(model, 2);
    expect(after.map(({ distance, examples }) => [distance, examples])).toEqual(
      [1, 2, 3].map((d) => [d, cases.filter(({ expected }) => expected.length >= d).length]),
    );
    for (const { distance, right, recovered, rightUntouched } of after) {
      const rightHere = cases.filter(({ said, expected }) => said[distance - 1] && said[distance - 1]?.id === expected[distance - 1]?.id); // prettier-ignore
      expect(right).toBe(rightHere.length);
      const back = cases.filter(({ recoveredAt, expected }) => recoveredAt !== null && recoveredAt <= distance && distance <= expected.length); // prettier-ignore
      expect(recovered).toBe(back.length);
      const untouched = PAIRS.filter(({ target }) => target.length >= 2).filter((pair) => {
        const truth = [...pair.target.map(idOf), EOS];
        const said = referenceAnswer(model, pair, [SOS, ...truth.slice(0, 2)], truth.length - 2);
        return truth.length - 2 >= distance && said[distance - 1] === truth[distance + 1];
      });
      expect(rightUntouched).toBe(untouched.length);
    }
  });

  it("is the same one for every model of the task", async () => {
    const other: ModelShape = { ...shape, hiddenSize: 5 };
    const [ours, theirs] = [await inject(modelOf(shape), 1), await inject(modelOf(other), 1)];
    expect(ours.cases.map(({ injected }) => injected)).toEqual(
      theirs.cases.map(({ injected }) => injected),
    );
  });

  it("has no place in answers that are too short", async () => {
    expect(await inject(modelOf(shape), 5)).toMatchObject({ examples: 0, after: [], cases: [] });
  });

  it("forced and free accuracy by position are those of the full evaluation", async () => {
    const model = modelOf(shape);
    const { byPosition } = await runAsyncToEnd(
      evaluateFully(model, { heldOut: PAIRS, longer: [] }),
    );
    expect(await runAsyncToEnd(forcedAndFree(model, PAIRS))).toEqual(byPosition);
  });
});
