/** The two shares of every gate in TeX: what comes from the input, and what from the state before. */
import type { CellTerms } from "../cell";

/** W x + b, the share that comes from the input. */
export function fromInput({ mark, input }: CellTerms, gate: string): string {
  return `W_{i${gate}}${mark} ${input} + b_{i${gate}}${mark}`;
}

/** W h + b, the share that comes from the state before. */
export function fromState({ mark, before }: CellTerms, gate: string): string {
  return `W_{h${gate}}${mark} ${before} + b_{h${gate}}${mark}`;
}

export const CONTINUED = String.raw`&\qquad\;`;
export const SIGMOID = String.raw`\sigma`;
export const TANH = String.raw`\tanh`;

/** The two shares added under an activation; with the marks of two layers on everything, one line cannot hold both. */
export function sumLines(terms: CellTerms, gate: string, start: string): string[] {
  const [input, state] = [fromInput(terms, gate), fromState(terms, gate)];
  return terms.mark === ""
    ? [`${start}(${input} + ${state})`]
    : [`${start}(${input}`, `${CONTINUED} + ${state})`];
}

/** A gate, or a candidate whose two shares are simply added. */
export function gateLines(terms: CellTerms, letter: string, activation: string): string[] {
  return sumLines(terms, letter, `${terms.gate(letter)} &= ${activation}`);
}
