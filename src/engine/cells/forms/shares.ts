/** The two terms of every gate in TeX: from the input, and from the previous state. */
import type { CellTerms } from "../cell";

/** W x + b, the term from the input. */
export function fromInput({ mark, input }: CellTerms, gate: string): string {
  return `W_{i${gate}}${mark} ${input} + b_{i${gate}}${mark}`;
}

/** W h + b, the term from the previous state. */
export function fromState({ mark, before }: CellTerms, gate: string): string {
  return `W_{h${gate}}${mark} ${before} + b_{h${gate}}${mark}`;
}

export const CONTINUED = String.raw`&\qquad\;`;
export const SIGMOID = String.raw`\sigma`;
export const TANH = String.raw`\tanh`;

/** The sum of both terms under an activation; on two lines if the symbols have layer marks and get too long. */
export function sumLines(terms: CellTerms, gate: string, start: string): string[] {
  const [input, state] = [fromInput(terms, gate), fromState(terms, gate)];
  return terms.mark === ""
    ? [`${start}(${input} + ${state})`]
    : [`${start}(${input}`, `${CONTINUED} + ${state})`];
}

/** A gate, or a candidate whose two terms are added. */
export function gateLines(terms: CellTerms, letter: string, activation: string): string[] {
  return sumLines(terms, letter, `${terms.gate(letter)} &= ${activation}`);
}
