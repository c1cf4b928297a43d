/** What the masks of a batch prevent, as means over its padded rows. */
import {
  type BatchAccount,
  meanOf,
  relativeChange,
  weightOnPadding,
} from "../../engine/results/batchAccount";

export interface MaskDamage {
  /** The relative change of the first decoder state. */
  readonly change: number;
  /** The share of the attention that falls on padding; 0 without attention. */
  readonly weight: number;
  /** Of all tokens that count without the mask of the loss, those that are padding. */
  readonly pads: number;
  readonly counted: number;
}

/** Null: all masks are on. Without padded sources, change and weight are 0. */
export function maskDamage({ rows, masked, unmasked }: BatchAccount): MaskDamage | null {
  if (!unmasked) return null;
  const padded = rows.flatMap((row, i) => {
    const [on, off] = [masked.rows[i], unmasked.rows[i]];
    return on && off && row.sourceLength < row.source.length ? [{ row, on, off }] : [];
  });
  const counted = rows.reduce((sum, { wanted }) => sum + wanted.length, 0);
  return {
    change: meanOrZero(padded.map(({ on, off }) => relativeChange(on.start, off.start))),
    weight: meanOrZero(padded.map(({ row, off }) => weightOnPadding(row, off) ?? 0)),
    pads: counted - rows.reduce((sum, { targetLength }) => sum + targetLength, 0),
    counted,
  };
}

function meanOrZero(values: readonly number[]): number {
  return values.length === 0 ? 0 : meanOf(values);
}
