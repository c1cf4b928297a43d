/** Parses tab-separated text into pairs of token lists, and counts the dropped lines by reason. */
import type { Pair } from "../tasks/task";
import {
  type CorpusOptions,
  type Sides,
  type DroppedPairs,
  type DropReason,
  noneDropped,
} from "./report";
import type { Tokenize } from "./tokenize";

export interface ParsedPairs {
  readonly read: number; // non-blank lines
  readonly pairs: readonly Pair[];
  readonly dropped: DroppedPairs;
  /** The first non-blank line; null if there is none. */
  readonly firstLine: Line | null;
}

interface Line {
  readonly number: number; // from 1, blank lines counted
  readonly text: string;
}

export interface ParseOptions extends Pick<CorpusOptions, "swap" | "maxPairs"> {
  readonly limits: Sides<number>;
}

/** Replaces the tab in a line without one: a tab cannot be typed into a text box. */
const TYPED_SEPARATOR = " | ";

const LONGEST_SIDE = 2_000; // UTF-16 units; longer sides are not tokenized

/** A unique key of a token list: cleaned tokens have no line breaks. */
export function tokensKey(tokens: readonly string[]): string {
  return tokens.join("\n");
}

/** The non-blank lines of a text, one at a time, so that a large text is never split as a whole. */
function* linesOf(text: string): Generator<Line> {
  const lineEnd = /\r\n?|\n/g;
  let number = 0;
  for (let start = text.startsWith("\ufeff") ? 1 : 0; start < text.length;) {
    const end = lineEnd.exec(text);
    const line = text.slice(start, end?.index ?? text.length);
    number++;
    if (line.trim() !== "") yield { number, text: line };
    start = end ? lineEnd.lastIndex : text.length;
  }
}

/** The first two columns of a line. */
function columnsOf(line: string): string[] {
  return line.split(line.includes("\t") ? "\t" : TYPED_SEPARATOR, 2);
}

/** The pair on a line, or the reason to drop it. Columns after the second are ignored. */
function parseLine(
  line: string,
  tokenize: Sides<Tokenize>,
  options: ParseOptions,
): Pair | DropReason {
  const [first, second] = columnsOf(line);
  if (first === undefined || second === undefined) return "oneColumn";
  if (first.length > LONGEST_SIDE || second.length > LONGEST_SIDE) return "tooLong";
  const [source, target] = options.swap
    ? [tokenize.source(second), tokenize.target(first)]
    : [tokenize.source(first), tokenize.target(second)];
  if (!source?.length || !target?.length) return "emptySide";
  if (source.length > options.limits.source || target.length > options.limits.target)
    return "tooLong";
  return { source, target, gold: null };
}

const CHUNK = 200_000; // UTF-16 units: some tens of milliseconds

/**
 * Reads every line; after `maxPairs` pairs, lines are counted but not parsed.
 * Yields after each chunk, so that the caller can stop and the worker can answer messages.
 */
export function* parsePairs(
  text: string,
  tokenize: Sides<Tokenize>,
  options: ParseOptions,
): Generator<void, ParsedPairs> {
  const dropped = noneDropped();
  const pairs: Pair[] = [];
  const seen = new Set<string>();
  let firstLine: Line | null = null;
  let read = 0;
  const admit = (line: string): Pair | DropReason => {
    if (pairs.length >= options.maxPairs) return "overLimit";
    const pair = parseLine(line, tokenize, options);
    if (typeof pair === "string") return pair;
    const key = `${tokensKey(pair.source)}\t${tokensKey(pair.target)}`;
    if (seen.has(key)) return "duplicate";
    seen.add(key);
    return pair;
  };
  let sinceYield = 0;
  for (const line of linesOf(text)) {
    sinceYield += line.text.length;
    if (sinceYield > CHUNK) {
      yield;
      sinceYield = 0;
    }
    firstLine ??= line;
    read++;
    const pair = admit(line.text);
    if (typeof pair === "string") dropped[pair]++;
    else pairs.push(pair);
  }
  return { read, pairs, dropped, firstLine };
}
