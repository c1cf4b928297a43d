/** Names as padded arrays of ids: what a network alone reads. */
import { padded, type SourceRows } from "../batch";
import { EOS, SOS, type Vocabulary } from "../text/tokens";
import type { AloneKind } from "./aloneConfig";
import type { Named } from "./names";

/**
 * B names of at most N letters. A classifier reads `x1..xm` without <eos>, so that every beginning of a name is an
 * input, too. A generator reads `<sos> x1..xm`.
 */
export interface NameBatch extends SourceRows {
  readonly labels: Int32Array; // [B]
  /** What a generator is to say at each position, `x1..xm <eos>`. [B, N] */
  readonly targets: Int32Array;
}

/** @param least padded at least to this length */
export function nameBatch(
  names: readonly Pick<Named, "letters" | "label">[],
  { kind, vocabulary, least = 0 }: Reading,
): NameBatch {
  const rows = names.map(({ letters }) => letters.map((letter) => vocabulary.idOf(letter)));
  const inputs = kind === "classifier" ? rows : rows.map((row) => [SOS, ...row]);
  const sourceLength = Math.max(least, ...inputs.map((row) => row.length));
  const targets = kind === "classifier" ? [] : rows.map((row) => [...row, EOS]);
  return {
    size: names.length,
    sourceLength,
    source: padded(inputs, sourceLength),
    sourceLengths: inputs.map((row) => row.length),
    labels: Int32Array.from(names, ({ label }) => label),
    targets: padded(targets, sourceLength),
  };
}

export interface Reading {
  readonly kind: AloneKind;
  readonly vocabulary: Vocabulary;
  readonly least?: number;
}
