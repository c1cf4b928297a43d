/** The numbers at the head of a row: its loss, and what padding does to it where a mask is off. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import {
  type BatchRow,
  countedLosses,
  meanOf,
  relativeChange,
  weightOnPadding,
} from "../../engine/results/batchAccount";
import { useFormat } from "../primitives/useFormat";
import { TilePicture } from "../unrolled/tile/TilePicture";
import type { BatchNumbers } from "./BatchGrid";
import styles from "./RowNumbers.module.css";

const ARROW = "→";

/** Which numbers a grid has. */
function columnsOf({ masked, unmasked }: BatchNumbers) {
  const off = unmasked?.off ?? [];
  const attends = masked.rows[0]?.looks !== null;
  return { weight: attends && off.includes("attention"), start: off.includes("states") };
}

export function NumberHeads({ numbers }: { readonly numbers: BatchNumbers }): ReactNode {
  const { t } = useTranslation("batch");
  const has = columnsOf(numbers);
  return (
    <>
      <th scope="col" rowSpan={2} className={styles.head}>
        {t("grid.loss")}
      </th>
      {has.weight && (
        <th scope="col" rowSpan={2} className={styles.head}>
          {t("grid.weight")}
        </th>
      )}
      {has.start && (
        <th scope="col" rowSpan={2} className={styles.head}>
          {t("grid.start")}
        </th>
      )}
    </>
  );
}

interface RowNumbersProps {
  readonly row: BatchRow;
  readonly index: number;
  readonly numbers: BatchNumbers;
}

export function RowNumbers({ row, index, numbers }: RowNumbersProps): ReactNode {
  const { t } = useTranslation("batch");
  const format = useFormat();
  const has = columnsOf(numbers);
  const { masked, unmasked } = numbers;
  const [on, off] = [masked.rows[index], unmasked?.rows[index]];
  if (!on) return null;
  const loss = (pass: typeof on, masks: typeof masked.off): string =>
    format.fixed(meanOf(countedLosses(row, pass, masks)), 3);
  const weight = off ? weightOnPadding(row, off) : null;
  return (
    <>
      <td className={styles.number}>
        {off
          ? t("grid.change", { before: loss(on, []), after: loss(off, unmasked?.off ?? []) })
          : loss(on, [])}
      </td>
      {has.weight && weight !== null && <td className={styles.number}>{format.percent(weight)}</td>}
      {has.start && off && (
        <td className={styles.number}>
          <span className={styles.tiles}>
            <Tile vector={on.start} />
            <span aria-hidden="true">{ARROW}</span>
            <Tile vector={off.start} />
            {format.percent(relativeChange(on.start, off.start))}
          </span>
        </td>
      )}
    </>
  );
}

/** The picture says nothing that the number after it does not. */
function Tile({ vector }: { readonly vector: Float32Array }): ReactNode {
  return (
    <span className={styles.tile} aria-hidden="true">
      <TilePicture vector={vector} />
    </span>
  );
}
