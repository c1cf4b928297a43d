/** Scores, weights and context of a step, written out. */
import { editsOf, hiddenOf } from "../edits/edit";
import { SCORE_DERIVATIONS } from "../scores/derivation";
import type { ScoreOperands } from "../scores/score";
import { decoderTop, hasAttentionalState } from "../setup/modelShape";
import type { AttentionTrace, Trace } from "../results/trace";
import type { Subject } from "../results/subject";
import { type Given, operand, parameter, products, shareOf, unitOf } from "./operands";
import { given, product, type Quantity, sum } from "./quantity";
import { softmaxOf } from "./softmax";

/** @throws if the model has no attention */
function attentionOf({ steps }: Trace, step: number): AttentionTrace {
  const attention = steps[step]?.attention;
  if (!attention) throw new Error(`derivation: expected attention in step ${step}, got none`);
  return attention;
}

/** The state of the decoder's top layer: before the step in Bahdanau timing, after it in Luong timing. */
export function querySubject({ shape }: Trace, step: number): Subject {
  const kind = hasAttentionalState(shape) ? "state" : "previous";
  return { kind, step, layer: decoderTop(shape) };
}

export function keySubject({ shape }: Trace, position: number): Subject {
  return { kind: "encoder", column: position, layer: shape.layers - 1 };
}

/** The query and a key, as the score functions read them. */
function scoreOperands(g: Given, step: number, position: number): ScoreOperands {
  const query = querySubject(g.trace, step);
  const key = keySubject(g.trace, position);
  const subjects = { query, key };
  const operands: ScoreOperands = {
    size: g.trace.shape.hiddenSize,
    q: (unit) => unitOf(g, query, unit),
    k: (unit) => unitOf(g, key, unit),
    parameter: (name, row, column) => parameter(g, name, row, column),
    share: (of, name, column, from = 0) =>
      shareOf(g, of, { name, column, from }, operand(g, subjects[of])),
    products: (of, name, column) => products(g, { name, column }, operand(g, subjects[of])),
    inner: (unit) => {
      const name = { kind: "inner", step, position, unit } as const;
      return given(name, innerOf(g, step, position, unit).value);
    },
  };
  return operands;
}

function derivationOf({ trace }: Given) {
  const { attention } = trace.shape;
  return attention === "none" ? null : SCORE_DERIVATIONS[attention];
}

export function scoreOf(g: Given, step: number, position: number): Quantity {
  const derivation = derivationOf(g);
  if (!derivation) throw new Error("derivation: expected a model with attention");
  return derivation.score(scoreOperands(g, step, position));
}

/** @throws if the score has no inner vector */
export function innerOf(g: Given, step: number, position: number, unit: number): Quantity {
  const inner = derivationOf(g)?.inner;
  if (!inner) throw new Error("derivation: expected a score with an inner vector");
  return inner(scoreOperands(g, step, position), unit);
}

/** Whether the model's score has an inner vector. */
export function hasInner(trace: Trace): boolean {
  const { attention } = trace.shape;
  return attention !== "none" && SCORE_DERIVATIONS[attention].inner !== null;
}

/** The softmax over the tokens that are not hidden. */
export function weightOf({ trace }: Given, step: number, position: number): Quantity {
  const { edits } = trace.show;
  const hidden = hiddenOf(edits);
  const scores = [...attentionOf(trace, step).scores].map((value, s) =>
    given({ kind: "score", step, position: s }, value),
  );
  const shown = scores.filter((_, s) => !hidden.has(s));
  const temperature = editsOf(edits, "temperature").at(-1)?.value;
  return softmaxOf(scores[position] as Quantity, shown, temperature);
}

/** sum_s a_s h_s, one unit. */
export function contextOf(g: Given, step: number, unit: number): Quantity {
  const weights = [...attentionOf(g.trace, step).weights];
  return sum(
    weights.map((value, position) =>
      product([
        given({ kind: "weight", step, position }, value),
        unitOf(g, keySubject(g.trace, position), unit),
      ]),
    ),
  );
}
