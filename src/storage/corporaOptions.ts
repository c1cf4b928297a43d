/** The options of kept pairs: those of earlier versions become those of today, with which the pairs read as before. */
import {
  type CorpusOptions,
  type CorpusUnit,
  DEFAULT_CORPUS_OPTIONS,
} from "../engine/corpus/report";

/** What earlier versions wrote: one unit and one limit for both sides, and always the first two columns. */
interface EarlierOptions {
  readonly unit: "word" | "character";
  readonly swap: boolean;
  readonly simplify: boolean;
  readonly maxLength: number;
  readonly maxPairs: number;
  readonly maxVocabulary: number;
}

const UNITS: Readonly<Record<EarlierOptions["unit"], CorpusUnit>> = {
  word: "words",
  character: "characters",
};

/** What is missing gets its default, so that options of a later version can be read, too. */
export function readOptions(kept: CorpusOptions | EarlierOptions): CorpusOptions {
  if (!("unit" in kept)) return { ...DEFAULT_CORPUS_OPTIONS, ...kept };
  const { unit, swap, simplify, maxLength, maxPairs, maxVocabulary } = kept;
  return {
    ...DEFAULT_CORPUS_OPTIONS,
    header: false,
    columns: swap ? { source: 1, target: 0 } : { source: 0, target: 1 },
    units: { source: UNITS[unit], target: UNITS[unit] },
    simplify,
    maxSource: maxLength,
    maxTarget: maxLength,
    maxPairs,
    maxVocabulary,
  };
}
