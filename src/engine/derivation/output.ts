/** The combined state of Luong timing, the logits and the probabilities, written out. */
import type { Subject } from "../results/subject";
import { decoderTop, hasAttentionalState, keySize } from "../setup/modelShape";
import { type Given, operand, parameter, products, shareOf } from "./operands";
import { apply, given, type Quantity, sum } from "./quantity";
import { softmaxOf } from "./softmax";

/** h~ = tanh(Wc [c; h]), one unit. */
export function combinedOf(g: Given, step: number, unit: number): Quantity {
  const { shape } = g.trace;
  const name = "decoder.attentional.weight";
  const state: Subject = { kind: "state", step, layer: decoderTop(shape) };
  const ofContext = { name, column: unit } as const;
  const ofState = { ...ofContext, from: keySize(shape) };
  return apply(
    "tanh",
    sum([
      shareOf(g, "context", ofContext, operand(g, { kind: "context", step })),
      shareOf(g, "state", ofState, operand(g, state)),
    ]),
  );
}

/** The vector that the logits come from: h~ in Luong timing, else the top layer's state. */
function readoutSubject({ trace: { shape } }: Given, step: number): Subject {
  return hasAttentionalState(shape)
    ? { kind: "combined", step }
    : { kind: "state", step, layer: decoderTop(shape) };
}

export function logitOf(g: Given, step: number, token: number): Quantity {
  const column = { name: "decoder.out.weight", column: token } as const;
  return sum([
    ...products(g, column, operand(g, readoutSubject(g, step))),
    parameter(g, "decoder.out.bias", 0, token),
  ]);
}

export function probabilityOf({ trace }: Given, step: number, token: number): Quantity {
  const logits = [...(trace.steps[step]?.logits ?? [])].map((value, id) =>
    given({ kind: "logit", step, token: id }, value),
  );
  return softmaxOf(logits[token] as Quantity, logits);
}
