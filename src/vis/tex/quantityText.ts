/** A number of a derivation in running text: with its symbols, and with the numbers in their place. */
import type { FunctionName, Name, Quantity } from "../../engine/derivation/quantity";
import type { Trace } from "../../engine/results/trace";
import { signed } from "../format";
import { type NumberSymbol, symbolOf } from "./numberSymbol";
import { layerSuffix } from "./stepSymbols";
import { subscript } from "./symbols";

/** Decimals of every number of a derivation. */
export const DECIMALS = 3;

export function numberText(value: number, decimals = DECIMALS): string {
  return signed(value, decimals);
}

function written({ letter, sub, layer, at }: NumberSymbol, trace: Trace): string {
  const isNumbered = sub.every((each) => /^\d+$/.test(each));
  const below = isNumbered
    ? sub.map((each) => subscript(Number(each))).join(",")
    : `_${sub.join(",")}`;
  const mark = layer === null ? "" : layerSuffix(trace.shape, layer);
  return letter.text + below + mark + (at.length > 0 ? `[${at.join(", ")}]` : "");
}

/** The symbol of a name; "" where it has none. */
export function nameText(trace: Trace, name: Name): string {
  const symbol = symbolOf(trace, name);
  return symbol ? written(symbol, trace) : "";
}

const CALLS: Readonly<Record<FunctionName, (x: string) => string>> = {
  tanh: (x) => `tanh(${x})`,
  sigmoid: (x) => `σ(${x})`,
  exp: (x) => `exp(${x})`,
  complement: (x) => `(1 − ${x})`,
};

/** @param leaf the text of a number with a name */
function compose(quantity: Quantity, leaf: (quantity: Quantity) => string): string {
  const inside = (part: Quantity): string => compose(part, leaf);
  switch (quantity.how) {
    case "given":
    case "hand":
    case "sum":
      return leaf(quantity);
    case "product":
      return quantity.factors.map(inside).join(" · ");
    case "function":
      return CALLS[quantity.function](inside(quantity.of));
    case "difference":
      return `${inside(quantity.from)} − ${inside(quantity.less)}`;
    case "quotient":
      return `${inside(quantity.above)} / ${inside(quantity.below)}`;
    case "largest":
      return leaf(quantity);
    default:
      return quantity satisfies never;
  }
}

/** With numbers for the names; a negative one after another sign has brackets. */
export function quantityNumbers(quantity: Quantity): string {
  const text = compose(quantity, ({ value }) => numberText(value));
  return text.replace(/([·−/] )(−\d+\.\d+)/g, "$1($2)");
}

/** A part of a term's symbols. A number with a derivation of its own can be opened. */
export interface TermPart {
  readonly text: string;
  readonly name: Name | null;
  readonly value: number; // of the name
}

/** The symbols of a term, cut at the numbers with names. */
export function termParts(trace: Trace, term: Quantity): TermPart[] {
  const leaves: TermPart[] = [];
  const text = compose(term, (leaf) => {
    if (leaf.how === "largest") return `max ${largestText(trace, leaf)}`;
    const { name, value } = leaf;
    if (!name) return numberText(value);
    leaves.push({ text: nameText(trace, name), name, value });
    return MARK;
  });
  return text
    .split(MARK)
    .flatMap((between, i) => [{ text: between, name: null, value: 0 }, leaves[i]])
    .filter((part) => part !== undefined)
    .filter((part) => part.text !== "");
}

const MARK = "\u0000"; // stands for a name in the text of a term

function largestText(trace: Trace, { among }: Extract<Quantity, { how: "largest" }>): string {
  const name = among[0]?.name;
  const symbol = name ? symbolOf(trace, name) : null;
  return symbol ? symbol.letter.text + subscript(Number(symbol.sub[0])) : "";
}
