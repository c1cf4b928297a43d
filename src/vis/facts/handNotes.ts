/** What the student's edits do to an operation of a step, for the sentences beside its equation. */
import { editsOf, hiddenOf, padsOf } from "../../engine/edits/edit";
import type { Op } from "../../engine/results/operation";
import type { Trace } from "../../engine/results/trace";
import { hasAttentionalState } from "../../engine/setup/modelShape";
import type { TokenView } from "../../engine/text/tokens";
import { isSetByHand } from "./byHand";

export type HandNote =
  | { readonly kind: "look" }
  | { readonly kind: "temperature"; readonly value: number }
  | { readonly kind: "hide"; readonly tokens: readonly TokenView[] }
  | { readonly kind: "padding"; readonly count: number }
  | { readonly kind: "swapStates"; readonly source: string }
  | { readonly kind: "emptyContext" }
  | { readonly kind: "emptyState" }
  | { readonly kind: "say"; readonly own: TokenView };

/** The attention's temperature; 1 is as computed. */
export function attentionTemperature({ show }: Trace): number {
  return editsOf(show.edits, "temperature").at(-1)?.value ?? 1;
}

/** @param index 0-based step */
export function handNotes(trace: Trace, index: number, op: Op): readonly HandNote[] {
  switch (op) {
    case "query":
      return hasAttentionalState(trace.shape) ? [] : ofStep(trace, index, "emptyState");
    case "score":
      return otherStates(trace);
    case "softmax":
      return ofWeights(trace, index);
    case "context":
      return [...otherStates(trace), ...ofStep(trace, index, "emptyContext")];
    case "cell":
    case "upper":
      return ofStep(trace, index, "emptyState");
    case "output":
      return ofAnswer(trace, index);
    case "embed":
    case "combine":
      return [];
    default:
      return op satisfies never;
  }
}

function ofStep(trace: Trace, index: number, kind: "emptyContext" | "emptyState"): HandNote[] {
  return isSetByHand(trace, kind, index) ? [{ kind }] : [];
}

function otherStates({ show }: Trace): HandNote[] {
  return editsOf(show.edits, "swapStates").map(({ source }) => ({ kind: "swapStates", source }));
}

/** A row set by hand replaces whatever the softmax would give. */
function ofWeights(trace: Trace, index: number): HandNote[] {
  if (isSetByHand(trace, "look", index)) return [{ kind: "look" }];
  const { edits } = trace.show;
  const value = attentionTemperature(trace);
  const tokens = [...hiddenOf(edits)].flatMap((position) => trace.source[position] ?? []);
  const count = padsOf(edits);
  return [
    ...(value === 1 ? [] : [{ kind: "temperature", value } as const]),
    ...(tokens.length === 0 ? [] : [{ kind: "hide", tokens } as const]),
    ...(count === 0 ? [] : [{ kind: "padding", count } as const]),
  ];
}

function ofAnswer({ steps }: Trace, index: number): HandNote[] {
  const step = steps[index];
  const own = step?.top[0]?.token;
  return step?.saidByHand && own ? [{ kind: "say", own }] : [];
}
