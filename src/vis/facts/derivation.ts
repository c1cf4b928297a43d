/** What the page needs to know about a number of a step: its operation, its operands' tiles, and its neighbours. */
import { keySubject, querySubject } from "../../engine/derivation/attention";
import { childrenOf, type Place, type Quantity } from "../../engine/derivation/quantity";
import type { Op } from "../../engine/results/operation";
import { type Subject, writeSubject } from "../../engine/results/subject";
import type { DecoderStep, Trace } from "../../engine/results/trace";
import { vectorOf } from "../../engine/results/vectors";
import { nextTokens } from "./probability";

/** The operation that computes the number. */
export function opOfPlace(place: Place): Op {
  switch (place.kind) {
    case "score":
    case "inner":
      return "score";
    case "weight":
      return "softmax";
    case "logit":
    case "probability":
      return "output";
    case "unit":
      return opOfSubject(place.subject);
    default:
      return place satisfies never;
  }
}

function opOfSubject(subject: Subject): Op {
  switch (subject.kind) {
    case "input":
    case "embedding":
      return "embed";
    case "context":
    case "encoder":
      return "context";
    case "combined":
    case "fedCombined":
      return "combine";
    case "gate":
    case "state":
    case "memory":
    case "previous":
    case "previousMemory":
      return subject.layer === 0 ? "cell" : "upper";
    default:
      return subject satisfies never;
  }
}

function partsOf(quantity: Quantity): readonly Quantity[] {
  const isShare = quantity.how === "sum" && quantity.name?.kind === "share";
  // The terms of a share are units of one vector, so its first term names the vector.
  return isShare ? childrenOf(quantity).slice(0, 1) : childrenOf(quantity);
}

/** The vectors whose numbers enter a derivation, as texts of `writeSubject`. */
export function operandsOf(trace: Trace, place: Place, derived: Quantity): string[] {
  const found = new Set<string>();
  const collect = (quantity: Quantity): void => {
    if (quantity.name?.kind === "unit" && quantity !== derived)
      found.add(writeSubject(quantity.name.subject));
    partsOf(quantity).forEach(collect);
  };
  collect(derived);
  if (place.kind === "score" || place.kind === "inner") {
    found.add(writeSubject(madeQuery(trace, place.step)));
    found.add(writeSubject(keySubject(trace, place.position)));
  }
  return [...found];
}

/** The query as the tile that shows it: a state before a later step is the new state of the step before. */
function madeQuery(trace: Trace, step: number): Subject {
  const subject = querySubject(trace, step);
  return subject.kind === "previous" && step > 0
    ? { ...subject, kind: "state", step: step - 1 }
    : subject;
}

/** The numbers beside this one, in their order, itself included. */
export function neighboursOf(trace: Trace, step: DecoderStep, place: Place): readonly Place[] {
  switch (place.kind) {
    case "score":
    case "weight":
      return trace.source.map((_, position) => ({ ...place, position }));
    case "inner":
      return upTo(trace.shape.hiddenSize).map((unit) => ({ ...place, unit }));
    case "unit":
      return upTo(vectorOf(trace, place.subject)?.length ?? 0).map((unit) => ({ ...place, unit }));
    case "logit":
    case "probability": {
      const listed = nextTokens(trace, step).options.map(({ token }) => token.id);
      const ids = listed.includes(place.token) ? listed : [...listed, place.token];
      return ids.map((token) => ({ ...place, token }));
    }
    default:
      return place satisfies never;
  }
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

/** The terms of a sum, the largest first by absolute value; those beyond the first ones are folded. */
export interface FoldedTerms {
  readonly shown: readonly Quantity[];
  readonly folded: readonly Quantity[];
  /** The sum of the folded ones. */
  readonly together: number;
}

export function foldTerms(terms: readonly Quantity[], most: number): FoldedTerms {
  const sorted = terms.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const folds = sorted.length > most + 1; // a single term needs no fold
  const folded = folds ? sorted.slice(most) : [];
  return {
    shown: folds ? sorted.slice(0, most) : sorted,
    folded,
    together: folded.reduce((total, { value }) => total + value, 0),
  };
}

/** The sums and products to show below a number's equation, from the outside in. Numbers with names stop it. */
export function tablesOf(quantity: Quantity): readonly Quantity[] {
  switch (quantity.how) {
    case "sum":
    case "product":
      return [quantity];
    case "function":
      return quantity.of.name ? [] : tablesOf(quantity.of);
    case "quotient":
      return tablesOf(quantity.below);
    case "difference":
    case "given":
    case "hand":
    case "largest":
      return [];
    default:
      return quantity satisfies never;
  }
}
