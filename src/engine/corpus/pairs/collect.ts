/** Turns rows into pairs, and counts the dropped rows by reason. */
import type { Pair } from "../../tasks/task";
import { REFUSED_ROWS, type RefusedRow } from "../reading";
import {
  CORPUS_LIMITS,
  type CorpusOptions,
  type DropReason,
  noneDropped,
  type Sides,
} from "../report";
import { withoutMarkup } from "../table/anki";
import { quoteOf, type Row } from "../table/rows";
import { cleanText } from "../cleanText";
import type { Tokenize } from "../tokenize";
import { countFolds, fold } from "./fold";
import { LengthCounts } from "./lengths";
import { isInTutorial } from "./tutorialFilter";

export interface CollectOptions extends Pick<CorpusOptions, "fold" | "prefixes" | "maxPairs"> {
  readonly columns: Sides<number>;
  readonly tokenize: Sides<Tokenize>;
  readonly limits: Sides<number>;
  readonly hasMarkup: boolean;
}

/** A pair with its sides as sentences. */
interface Sentences {
  readonly source: string;
  readonly target: string;
}

const LONGEST_SIDE = 2_000; // UTF-16 units; longer sides are not tokenized

/** A unique key of a token list: cleaned tokens have no line breaks. */
export function tokensKey(tokens: readonly string[]): string {
  return tokens.join("\n");
}

/** Rows go in one after the other; all else can be read at any time. */
export class Collected {
  readonly #options: CollectOptions;
  readonly #seen = new Set<string>();
  readonly pairs: Pair[] = [];
  /** Of the pairs, in their order. */
  readonly sentences: Sentences[] = [];
  readonly dropped = noneDropped();
  readonly refused: RefusedRow[] = [];
  readonly lengths = new LengthCounts();
  readonly folds = new Map<string, number>();
  read = 0; // rows
  cleaned = 0; // cells

  constructor(options: CollectOptions) {
    this.#options = options;
  }

  add(row: Row): void {
    this.read++;
    const reason = "reason" in row ? row.reason : this.#admit(row.cells);
    if (reason === null) return;
    this.dropped[reason]++;
    if (this.refused.length >= REFUSED_ROWS || reason === "overLimit") return;
    const quote = "reason" in row ? row.quote : quoteOf(row.cells.join(" | "));
    this.refused.push({ row: this.read, line: row.line, reason, quote });
  }

  /** Takes the pair of a row; the reason where it gives none. */
  #admit(cells: readonly string[]): DropReason | null {
    if (this.read > CORPUS_LIMITS.rows) return "overLimit";
    const sentences = this.#sentencesOf(cells);
    if (typeof sentences === "string") return sentences;
    const { limits, maxPairs, tokenize } = this.#options;
    const source = tokenize.source(sentences.source);
    const target = tokenize.target(sentences.target);
    if (source.length === 0 || target.length === 0) return "emptySide";
    if (!this.#isNew(source, target)) return "duplicate";
    this.lengths.add(source.length, target.length);
    if (source.length > limits.source || target.length > limits.target) return "tooLong";
    if (this.pairs.length >= maxPairs) return "overLimit";
    this.pairs.push({ source, target, gold: null });
    this.sentences.push(sentences);
    return null;
  }

  #sentencesOf(cells: readonly string[]): Sentences | DropReason {
    const { columns, prefixes } = this.#options;
    const [first, second] = [cells[columns.source], cells[columns.target]];
    if (first === undefined || second === undefined)
      return cells.length < 2 ? "oneColumn" : "emptySide";
    if (first.length > LONGEST_SIDE || second.length > LONGEST_SIDE) return "tooLong";
    const source = this.#clean(first);
    const target = this.#clean(second);
    return prefixes && !isInTutorial(source, target) ? "noPrefix" : { source, target };
  }

  #isNew(source: readonly string[], target: readonly string[]): boolean {
    const key = `${tokensKey(source)}\t${tokensKey(target)}`;
    const size = this.#seen.size;
    return this.#seen.add(key).size > size;
  }

  /** The sentence of a cell, without markup and folded where that is asked for. */
  #clean(cell: string): string {
    const text = this.#options.hasMarkup ? withoutMarkup(cell) : cell;
    if (text !== cell) this.cleaned++;
    countFolds(text, this.folds);
    return cleanText(this.#options.fold ? fold(text) : text);
  }
}
