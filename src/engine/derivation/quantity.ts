/**
 * How a number of a decoder step follows from others: a tree of sums, products and functions. Its leaves are numbers of
 * the trace and learned parameters.
 */
import type { Subject } from "../results/subject";
import type { ParameterName } from "../setup/learnedParameters";

/** A number that a step computes. Steps, positions, units and tokens are 0-based. */
export type Place =
  | { readonly kind: "unit"; readonly subject: Subject; readonly unit: number }
  | { readonly kind: "score" | "weight"; readonly step: number; readonly position: number }
  /** A unit of the score's inner vector: W q + U k, or W k. */
  | {
      readonly kind: "inner";
      readonly step: number;
      readonly position: number;
      readonly unit: number;
    }
  | { readonly kind: "logit" | "probability"; readonly step: number; readonly token: number };

/** The part of a sum that comes from one vector, or a named part of an equation. */
export type Share =
  | "token"
  | "context"
  | "fed"
  | "below"
  | "state"
  | "query"
  | "key"
  | "forward"
  | "backward"
  | "recurrent";

export type Name =
  | Place
  /** An element of a learned matrix [in, out]; a vector is its row 0. */
  | {
      readonly kind: "parameter";
      readonly name: ParameterName;
      readonly row: number;
      readonly column: number;
    }
  | { readonly kind: "share"; readonly share: Share };

export type FunctionName = "tanh" | "sigmoid" | "exp" | "complement"; // complement: 1 - x

type How =
  | { readonly how: "given" }
  /** Set by the student's hand, so that it follows from nothing. */
  | { readonly how: "hand" }
  | { readonly how: "sum"; readonly terms: readonly Quantity[] }
  | { readonly how: "product"; readonly factors: readonly Quantity[] }
  | { readonly how: "function"; readonly function: FunctionName; readonly of: Quantity }
  | { readonly how: "difference"; readonly from: Quantity; readonly less: Quantity }
  | { readonly how: "quotient"; readonly above: Quantity; readonly below: Quantity }
  | { readonly how: "largest"; readonly among: readonly Quantity[] };

/** A number with its name, if the equations have one, and how it follows from others. */
export type Quantity = { readonly name: Name | null; readonly value: number } & How;

/** The numbers that a number follows from directly, in the order of its equation. */
export function childrenOf(quantity: Quantity): readonly Quantity[] {
  switch (quantity.how) {
    case "given":
    case "hand":
      return [];
    case "sum":
      return quantity.terms;
    case "product":
      return quantity.factors;
    case "function":
      return [quantity.of];
    case "difference":
      return [quantity.from, quantity.less];
    case "quotient":
      return [quantity.above, quantity.below];
    case "largest":
      return quantity.among;
    default:
      return quantity satisfies never;
  }
}

const FUNCTIONS: Readonly<Record<FunctionName, (x: number) => number>> = {
  tanh: Math.tanh,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  exp: Math.exp,
  complement: (x) => 1 - x,
};

export function applied(name: FunctionName, x: number): number {
  return FUNCTIONS[name](x);
}

export const given = (name: Name, value: number): Quantity => ({ name, value, how: "given" });

export function sum(terms: readonly Quantity[], name: Name | null = null): Quantity {
  return { name, value: terms.reduce((total, { value }) => total + value, 0), how: "sum", terms };
}

export function product(factors: readonly Quantity[]): Quantity {
  const value = factors.reduce((total, factor) => total * factor.value, 1);
  return { name: null, value, how: "product", factors };
}

export function apply(name: FunctionName, of: Quantity): Quantity {
  return { name: null, value: applied(name, of.value), how: "function", function: name, of };
}

export function difference(from: Quantity, less: Quantity): Quantity {
  return { name: null, value: from.value - less.value, how: "difference", from, less };
}

export function quotient(above: Quantity, below: Quantity): Quantity {
  return { name: null, value: above.value / below.value, how: "quotient", above, below };
}

export function largest(among: readonly Quantity[]): Quantity {
  const value = among.reduce((best, each) => Math.max(best, each.value), -Infinity);
  return { name: null, value, how: "largest", among };
}

/** A number of the settings. */
export const constant = (value: number): Quantity => ({ name: null, value, how: "given" });

/** A number that a hand has set. */
export const byHand = (name: Name, value: number): Quantity => ({ name, value, how: "hand" });

/** The same number under another name. */
export function named(name: Name, quantity: Quantity): Quantity {
  return { ...quantity, name };
}
