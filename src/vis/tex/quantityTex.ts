/** The equation of one number in TeX: with symbols, with numbers, and its value. */
import { SCORE_TEX } from "../../engine/scores/tex";
import type { FunctionName, Name, Place, Quantity } from "../../engine/derivation/quantity";
import type { Trace } from "../../engine/results/trace";
import { aligned, colour } from "./markup";
import { type NumberSymbol, symbolOf } from "./numberSymbol";
import { DECIMALS } from "./quantityText";
import { keyAtTex, layerMark, queryStateTex, queryTex } from "./terms";

/** Longer sums are written with a sign of summation, and without their numbers. */
const LONGEST = 3;

function numberTex(value: number): string {
  const text = value.toFixed(DECIMALS);
  return /^-0\.?0*$/.test(text) ? text.slice(1) : text;
}

function bracketed(value: number): string {
  return value < 0 ? `(${numberTex(value)})` : numberTex(value);
}

const SPECIAL = /[\\{}$%&#_^~]/;

/** An index: a digit or a letter as it is, any other text upright. */
function indexTex(text: string): string {
  if (/^(\d+|[a-z])$/.test(text)) return text;
  return SPECIAL.test(text) ? String.raw`\cdot` : String.raw`\text{${text}}`;
}

function subTex(text: string): string {
  return text.length > 2 ? String.raw`\mathrm{${text}}` : indexTex(text).replace(/^\\text/, "");
}

function symbolTex(trace: Trace, { letter, role, sub, layer, at }: NumberSymbol): string {
  const below = sub.length > 0 ? `_{${sub.map(subTex).join(",")}}` : "";
  const base = letter.tex + below + (layer === null ? "" : layerMark(trace, layer));
  const vector = role ? colour(role, base) : base;
  return at.length > 0 ? `${vector}[${at.map(indexTex).join(",")}]` : vector;
}

function nameTex(trace: Trace, name: Name, sibling: Name | null): string {
  const symbol = symbolOf(trace, name, sibling);
  return symbol ? symbolTex(trace, symbol) : "";
}

const CALLS: Readonly<Record<FunctionName, (x: string) => string>> = {
  tanh: (x) => String.raw`\tanh(${x})`,
  sigmoid: (x) => String.raw`\sigma(${x})`,
  exp: (x) => String.raw`\exp(${x})`,
  complement: (x) => `(1 - ${x})`,
};

/** @param sibling the same part of another term of the sum around it; null: there is no such sum */
function symbols(trace: Trace, quantity: Quantity, sibling: Quantity | null = null): string {
  const { name } = quantity;
  if (name && name.kind !== "share") return nameTex(trace, name, sibling?.name ?? null);
  return inner(trace, quantity, sibling);
}

function inner(trace: Trace, quantity: Quantity, sibling: Quantity | null): string {
  const of = (part: Quantity, other: Quantity | null = null): string => symbols(trace, part, other);
  switch (quantity.how) {
    case "given":
    case "hand":
      return numberTex(quantity.value);
    case "sum":
      return sumTex(trace, quantity.terms);
    case "product": {
      const others = sibling?.how === "product" ? sibling.factors : [];
      return quantity.factors.map((each, i) => of(each, others[i])).join(String.raw`\, `);
    }
    case "function":
      return CALLS[quantity.function](
        of(quantity.of, sibling?.how === "function" ? sibling.of : null),
      );
    case "difference": {
      const other = sibling?.how === "difference" ? sibling : null;
      return `${of(quantity.from, other?.from)} - ${of(quantity.less)}`;
    }
    case "quotient":
      return String.raw`\frac{${of(quantity.above)}}{${of(quantity.below)}}`;
    case "largest":
      return String.raw`\max e`.replace("e", maxLetter(trace, quantity.among));
    default:
      return quantity satisfies never;
  }
}

function maxLetter(trace: Trace, among: readonly Quantity[]): string {
  const name = among[0]?.name;
  const symbol = name ? symbolOf(trace, name) : null;
  return symbol ? `${symbol.letter.tex}_{${symbol.sub[0] ?? ""}}` : "";
}

/** A sum of shares has no symbols of its own but numbers; a long sum has a sign of summation before its first term. */
function sumTex(trace: Trace, terms: readonly Quantity[]): string {
  if (terms.some(isShare)) return signedSum(terms);
  if (terms.length <= LONGEST) return terms.map((term) => symbols(trace, term)).join(" + ");
  const [first, second] = terms;
  const alike = terms.filter(({ how }) => how === first?.how);
  const rest = terms.filter(({ how }) => how !== first?.how);
  if (!first || !second) return "";
  const letter = /\[v\]/.test(symbols(trace, first, second)) ? "v" : letterOf(trace, first, second);
  const all = String.raw`\sum_{${letter}=1}^{${alike.length}} ${symbols(trace, first, second)}`;
  return [all, ...rest.map((term) => symbols(trace, term))].join(" + ");
}

/** The index that runs in a sum: i over units, j over source positions. */
function letterOf(trace: Trace, first: Quantity, second: Quantity): string {
  return /[,{]j[,}]/.test(symbols(trace, first, second)) ? "j" : "i";
}

/** The numbers of a sum, each with its sign; a long sum is one number. */
function signedSum(terms: readonly Quantity[]): string {
  const values = terms.map(({ value }) => value);
  const shown = terms.length > LONGEST ? [values.reduce((a, b) => a + b, 0)] : values;
  return shown.map(numberTex).join(" + ").replaceAll("+ -", "- ");
}

function isShare(quantity: Quantity): boolean {
  return (
    quantity.name?.kind === "share" ||
    (quantity.how === "product" && quantity.factors.some(isShare))
  );
}

/** With numbers in place of the names; null: too long. */
function numbers(quantity: Quantity): string | null {
  switch (quantity.how) {
    case "sum": {
      const { terms } = quantity;
      if (terms.length > LONGEST || terms.length === 1 || terms.some(isShare)) return null;
      return terms.map((term) => numbers(term) ?? bracketed(term.value)).join(" + ");
    }
    case "product":
      return quantity.factors.map((each) => factorNumbers(each)).join(String.raw` \cdot `);
    case "function":
      return CALLS[quantity.function](numberTex(quantity.of.value));
    case "quotient":
      return String.raw`\frac{${numberTex(quantity.above.value)}}{${numberTex(quantity.below.value)}}`;
    case "difference":
      return `${numberTex(quantity.from.value)} - ${bracketed(quantity.less.value)}`;
    case "given":
    case "hand":
    case "largest":
      return null;
    default:
      return quantity satisfies never;
  }
}

function factorNumbers(factor: Quantity): string {
  return factor.how === "function"
    ? CALLS[factor.function](numberTex(factor.of.value))
    : bracketed(factor.value);
}

/** What the letters in the sum of a score stand for: the inner vector, and the query. */
function scoreLines(trace: Trace, place: Place): string[] {
  const { attention } = trace.shape;
  if ((place.kind !== "score" && place.kind !== "inner") || attention === "none") return [];
  const q = queryTex(place.step);
  const query = `${q} &= ${queryStateTex(trace, place.step)}`;
  const vector = SCORE_TEX[attention].inner?.({ q, k: keyAtTex(trace, place.position) });
  return vector ? [`a &= ${vector}`, query] : [query];
}

/** The equation of a place: symbols, numbers, value. */
export function derivationTex(trace: Trace, place: Place, quantity: Quantity): string {
  const written = inner(trace, quantity, null);
  const filled = numbers(quantity);
  const lines = [
    `${nameTex(trace, place, null)} &= ${written}`,
    ...(filled === null || filled === written ? [] : [`&= ${filled}`]),
    `&= ${numberTex(quantity.value)}`,
  ];
  return aligned([...lines, ...scoreLines(trace, place)]);
}
