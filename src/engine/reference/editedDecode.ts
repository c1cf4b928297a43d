/**
 * A decode with edits in plain arrays, one step after the other: it looks every edit up in the list where it matters.
 * Tests compare the decode on tensors with it.
 */
import type { Edit, EditKind, EditOf } from "../edits/edit";
import { REFERENCE_SCORES } from "../scores/reference";
import { keySize, type ModelShape } from "../setup/modelShape";
import { EOS, SOS } from "../text/tokens";
import type { ReferenceAttention } from "./attention";
import { referenceStart } from "./cells";
import { referenceEncode } from "./encoder";
import { at, type Vector, zeros } from "./linearAlgebra";
import type { Reference } from "./parameters";
import {
  type ReferenceDecoderState,
  referenceInitial,
  type ReferenceStep,
  referenceStep,
} from "./seq2seq";

export interface EditedDecode {
  readonly source: Vector; // ids with <eos>
  /** Ids of the source that the edit "swapStates" names; null: there is no such edit. */
  readonly other: Vector | null;
  readonly edits: readonly Edit[];
  /** The id of a target token. */
  readonly idOf: (text: string) => number;
  readonly truth: Vector | null; // ids with <eos>; null: no teacher forcing
  readonly limit: number; // most steps
  /** The token that the model would say. */
  readonly choose: (logits: Vector, step: number) => number;
}

export interface EditedStep extends ReferenceStep {
  readonly input: number;
  readonly before: ReferenceDecoderState;
  readonly said: number;
}

/** All steps, up to <eos>, the limit, or the end of the truth. */
export function referenceDecode(
  p: Reference,
  shape: ModelShape,
  decode: EditedDecode,
): { readonly states: readonly Vector[]; readonly steps: readonly EditedStep[] } {
  const { edits, idOf, truth, choose } = decode;
  const own = referenceEncode(p, shape, decode.source);
  const states = attendedStates(p, shape, decode);
  const steps: EditedStep[] = [];
  let before = referenceInitial(shape, own);
  let input = SOS;
  for (let t = 0; t < (truth?.length ?? decode.limit); t++) {
    const fed = atStep(edits, "feed", t);
    if (fed) input = idOf(fed.token);
    if (atStep(edits, "emptyState", t)) before = emptied(shape, before);
    const attend = (query: Vector) => attendByHand(p, shape, query, { states, edits, step: t });
    const step = referenceStep(p, shape, { states }, { id: input, before, attend });
    const hand = atStep(edits, "say", t);
    const said = hand ? idOf(hand.token) : choose(step.logits, t);
    steps.push({ ...step, input, before, said });
    if (!truth && said === EOS) break;
    before = step.next;
    input = truth && !hand ? at(truth, t) : said;
  }
  return { states, steps };
}

function atStep<Kind extends EditKind>(
  edits: readonly Edit[],
  kind: Kind,
  step: number,
): EditOf<Kind> | undefined {
  return edits.find(
    (edit): edit is EditOf<Kind> => edit.kind === kind && "step" in edit && edit.step === step,
  );
}

/** The encoder states that the decoder attends to: of the example or of another source, and 0 at every pad. */
function attendedStates(
  p: Reference,
  shape: ModelShape,
  { source, other, edits }: EditedDecode,
): Vector[] {
  const { states } = referenceEncode(p, shape, other ?? source);
  const pads = edits.find((edit) => edit.kind === "padding")?.count ?? 0;
  return [...states, ...Array.from({ length: pads }, () => zeros(keySize(shape)))];
}

function emptied(
  { cell, hiddenSize }: ModelShape,
  { layers, attentional }: ReferenceDecoderState,
): ReferenceDecoderState {
  return { layers: layers.map(() => referenceStart(cell, hiddenSize)), attentional };
}

function attendByHand(
  p: Reference,
  { attention }: ModelShape,
  query: Vector,
  { states, edits, step }: { states: readonly Vector[]; edits: readonly Edit[]; step: number },
): ReferenceAttention {
  if (attention === "none") throw new Error("reference: expected a model with attention");
  const score = REFERENCE_SCORES[attention];
  const scores = states.map((key) => score(p, query, key));
  const row = atStep(edits, "look", step)?.weights;
  const weights = row ? states.map((_, s) => row[s] ?? 0) : heated(scores, edits);
  const isEmpty = atStep(edits, "emptyContext", step) !== undefined;
  const context = zeros(states[0]?.length ?? 0).map((zero, k) =>
    isEmpty ? zero : states.reduce((sum, h, s) => sum + at(weights, s) * at(h, k), 0),
  );
  return { query, scores, weights, context };
}

/** exp(e / T) over its sum, without the hidden positions. */
function heated(scores: Vector, edits: readonly Edit[]): number[] {
  const temperature = edits.find((edit) => edit.kind === "temperature")?.value ?? 1;
  const powers = scores.map((e, s) => {
    const isHidden = edits.some((edit) => edit.kind === "hide" && edit.position === s);
    return isHidden ? 0 : Math.exp(e / temperature);
  });
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}
