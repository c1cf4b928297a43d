/**
 * The symbol of a single number: the letter of its vector or matrix with the number's own indices in brackets, as in
 * the equations and in PyTorch: s₂[17], W_ir[17, 3]. Units count from 1; matrices are [out, in].
 */
import { cellBlocks, gateLetter } from "../../engine/cells/layout";
import type { Name } from "../../engine/derivation/quantity";
import type { Subject } from "../../engine/results/subject";
import { GATES, type Trace } from "../../engine/results/trace";
import { type ParameterName, scoreParameters } from "../../engine/setup/learnedParameters";
import { decoderLayersOf } from "../../engine/setup/modelShape";
import { isSpecialToken } from "../../engine/text/tokens";
import { knownToken } from "../facts/knownToken";
import { tokenSymbol } from "./stepSymbols";
import { SYMBOLS, tokenFunction } from "./symbols";
import { tokenTex } from "./terms";

/** A letter in TeX and in running text. */
const LETTERS = {
  alpha: { tex: String.raw`\alpha`, text: "α" },
  ell: { tex: String.raw`\ell`, text: "ℓ" },
  combined: { tex: String.raw`\tilde h`, text: "h̃" },
} as const;

export interface NumberSymbol {
  readonly letter: { readonly tex: string; readonly text: string };
  readonly role: "encoder" | "decoder" | "attention" | null;
  /** Indices of the vector, such as its step. */
  readonly sub: readonly string[];
  /** The decoder's layer, 0-based; null where layers are not numbered. */
  readonly layer: number | null;
  /** Indices of the number. */
  readonly at: readonly string[];
}

const plain = (letter: string) => ({ tex: letter, text: letter });

/**
 * The index of a name, from 1; a letter where the name's sibling has another one, so that both stand for all terms of
 * a sum.
 */
type Index = (value: number, sibling: number | undefined, letter: string) => string;

const indexOf: Index = (value, sibling, letter) =>
  sibling === undefined || sibling === value ? String(value + 1) : letter;

/** @param sibling the name at the same place in another term of the sum; null: the number alone */
export function symbolOf(
  trace: Trace,
  name: Name,
  sibling: Name | null = null,
): NumberSymbol | null {
  switch (name.kind) {
    case "unit":
      return unitSymbol(trace, name, ofKind(sibling, "unit"));
    case "score":
    case "weight":
      return pairSymbol(name, ofKind(sibling, name.kind));
    case "inner": {
      const at = [indexOf(name.unit, ofKind(sibling, "inner")?.unit, "i")];
      return { letter: plain("a"), role: null, sub: [], layer: null, at };
    }
    case "logit":
    case "probability":
      return vocabularySymbol(trace, name, ofKind(sibling, name.kind));
    case "parameter":
      return parameterSymbol(trace, name, ofKind(sibling, "parameter"));
    case "share":
      return null;
    default:
      return name satisfies never;
  }
}

type NamedAs<Kind extends Name["kind"]> = Extract<Name, { readonly kind: Kind }>;

function ofKind<Kind extends Name["kind"]>(name: Name | null, kind: Kind): NamedAs<Kind> | null {
  return name?.kind === kind ? (name as NamedAs<Kind>) : null;
}

function pairSymbol(
  { kind, step, position }: NamedAs<"score" | "weight">,
  sibling: NamedAs<"score" | "weight"> | null,
): NumberSymbol {
  const sub = [String(step + 1), indexOf(position, sibling?.position, "j")];
  return kind === "score"
    ? { letter: plain("e"), role: null, sub, layer: null, at: [] }
    : { letter: LETTERS.alpha, role: "attention", sub, layer: null, at: [] };
}

function vocabularySymbol(
  trace: Trace,
  { kind, step, token }: NamedAs<"logit" | "probability">,
  sibling: NamedAs<"logit" | "probability"> | null,
): NumberSymbol {
  const letter = kind === "logit" ? LETTERS.ell : plain("p");
  const isAny = sibling !== null && sibling.token !== token;
  const at = [isAny ? "v" : tokenIndex(trace, token)];
  return { letter, role: null, sub: [String(step + 1)], layer: null, at };
}

/** A token as an index: its text in quotes, or its id where the page does not know the text. */
function tokenIndex(trace: Trace, id: number): string {
  const token = knownToken(trace, id);
  if (!token) return String(id);
  if (isSpecialToken(token.text)) return token.text;
  return `‘${token.text.trim() === "" ? "␣" : token.text}’`;
}

function unitSymbol(
  trace: Trace,
  { subject, unit }: NamedAs<"unit">,
  sibling: NamedAs<"unit"> | null,
): NumberSymbol {
  const at = [indexOf(unit, sibling?.unit, "i")];
  if ("column" in subject) {
    const other = sibling && "column" in sibling.subject ? sibling.subject.column : undefined;
    const sub = [indexOf(subject.column, other, "j")];
    return { letter: plain(SYMBOLS.key), role: "encoder", sub, layer: null, at };
  }
  const isDeep = decoderLayersOf(trace.shape) > 1;
  const layer = "layer" in subject && isDeep ? subject.layer : null;
  const role = subject.kind === "context" ? "attention" : "decoder";
  const sub = subject.kind === "input" ? [] : [String(timeOf(subject))];
  return { letter: vectorLetter(trace, subject), role, sub, layer, at };
}

type StepSubject = Exclude<Subject, { column: number }>;

const BEFORE: readonly Subject["kind"][] = ["previous", "previousMemory", "fedCombined"];

/** The time index of a vector: a state before a step has the number of the step before. */
function timeOf({ kind, step }: StepSubject): number {
  return BEFORE.includes(kind) ? step : step + 1;
}

function vectorLetter(trace: Trace, subject: StepSubject): NumberSymbol["letter"] {
  switch (subject.kind) {
    case "state":
    case "previous":
      return plain(SYMBOLS.state);
    case "memory":
    case "previousMemory":
      return plain("C");
    case "context":
      return plain("c");
    case "combined":
    case "fedCombined":
      return LETTERS.combined;
    case "input":
      return { tex: tokenTex(trace, subject.step), text: tokenSymbol(trace, subject.step) };
    case "gate":
      return plain(gateLetter(trace.shape.cell, subject.gate));
    default:
      return subject satisfies never;
  }
}

function parameterSymbol(
  trace: Trace,
  parameter: NamedAs<"parameter">,
  sibling: NamedAs<"parameter"> | null,
): NumberSymbol {
  const { name, row, column } = parameter;
  const { letter, sub, rows } = matrixOf(trace, name, column);
  const layer = /_l(\d)$/.exec(name)?.[1];
  const isNumbered = layer !== undefined && decoderLayersOf(trace.shape) > 1;
  return {
    letter: plain(letter),
    role: null,
    sub,
    layer: isNumbered ? Number(layer) : null,
    at: indicesOf(trace, parameter, sibling, { from: row, to: column % rows }),
  };
}

/** [out, in] as PyTorch stores a matrix; the embedding table is [token, unit]. */
function indicesOf(
  trace: Trace,
  { name, row, column }: NamedAs<"parameter">,
  sibling: NamedAs<"parameter"> | null,
  { from, to }: { readonly from: number; readonly to: number },
): string[] {
  const input = indexOf(from, sibling?.row, "i");
  if (name === "attention.v.weight") return [input]; // a matrix of one column
  if (name === "decoder.embedding.weight") return [tokenIndex(trace, row), String(to + 1)];
  const isOfToken = name.startsWith("decoder.out");
  const isSame = sibling === null || sibling.column === column;
  const output = isOfToken ? tokenIndex(trace, column) : isSame ? String(to + 1) : "i";
  return /bias|diagonal/.test(name) ? [output] : [output, input];
}

interface MatrixName {
  readonly letter: string;
  readonly sub: readonly string[];
  /** H where the matrix stacks a block of H rows for each gate; else more than it has. */
  readonly rows: number;
}

const OTHERS: Readonly<Partial<Record<ParameterName, readonly [letter: string, sub: string]>>> = {
  "decoder.attentional.weight": ["W", "c"],
  "decoder.out.weight": ["W", "out"],
  "decoder.out.bias": ["b", "out"],
  "encoder.bridge.weight": ["W", "bridge"],
  "encoder.bridge.bias": ["b", "bridge"],
};

function matrixOf(trace: Trace, name: ParameterName, column: number): MatrixName {
  const ofCell = /(weight|bias)_(ih|hh)_l/.exec(name);
  if (ofCell) return cellMatrix(trace, ofCell[1] === "weight" ? "W" : "b", ofCell[2] ?? "", column);
  const [letter, sub] = OTHERS[name] ?? [scoreLetter(trace, name), ""];
  const [base = "E", mark = sub] = letter.split("_");
  return { letter: base, sub: mark ? [mark] : [], rows: Infinity };
}

function scoreLetter({ shape }: Trace, name: ParameterName): string {
  return scoreParameters(shape).find((each) => each.name === name)?.symbol ?? tokenFunction(shape);
}

/** W_ir is the block of gate r in W_ih. A tanh RNN has one block, which is W_ih itself. */
function cellMatrix({ shape }: Trace, letter: string, of: string, column: number): MatrixName {
  const { cell, hiddenSize: H } = shape;
  const gate = GATES[cell][Math.floor(column / H)];
  const end = gate && cellBlocks(cell) > 1 ? gateLetter(cell, gate) : "h";
  return { letter, sub: [`${of[0] ?? ""}${end}`], rows: H };
}
