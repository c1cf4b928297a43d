/** A batch as the network sees it: one line a pair, one column a position, with padding, coins and the losses. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { BatchPass, BatchRow, Mask } from "../../engine/results/batchAccount";
import type { TokenView } from "../../engine/text/tokens";
import { Button } from "../primitives/Button";
import { AnswerCells, SourceCells, TargetCells } from "./BatchCells";
import styles from "./BatchGrid.module.css";
import { NumberHeads, RowNumbers } from "./RowNumbers";

/** The numbers of the rows: with all masks, and with some off. */
export interface BatchNumbers {
  readonly masked: BatchPass;
  readonly unmasked: BatchPass | null; // null: no mask is off
}

export interface BatchGridProps {
  readonly rows: readonly BatchRow[];
  /** The model's own answers in place of what training feeds and wants; null: those of training. */
  readonly answers: readonly (readonly TokenView[])[] | null;
  /** Null: the grid shows tokens only. */
  readonly numbers: BatchNumbers | null;
  /** The row that stands on the stage, 0-based; null: none. */
  readonly onStage: number | null;
  /** Puts a row on the stage; null: the rows are no buttons. */
  readonly onOpen: ((row: number) => void) | null;
  /** The name of a row's button, from its number; by default that it puts the row on the stage. */
  readonly openName?: (row: number) => string;
}

const NO_MASK: readonly Mask[] = [];

export function BatchGrid(props: BatchGridProps): ReactNode {
  const { t } = useTranslation("batch");
  const { rows, answers, numbers } = props;
  const off = numbers?.unmasked?.off ?? NO_MASK;
  const [first] = rows;
  if (!first) return null;
  const steps = answers ? longest(answers) : first.wanted.length;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <section className={styles.scroller} tabIndex={0} aria-label={t("grid.scroller")}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t("grid.caption")}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className={styles.rowHead}>
              {t("grid.row")}
            </th>
            {numbers && <NumberHeads numbers={numbers} />}
            <th scope="colgroup" colSpan={first.source.length}>
              {t("grid.source")}
            </th>
            <th scope="colgroup" colSpan={steps} className={styles.apart}>
              {t(answers ? "grid.answers" : "grid.target")}
            </th>
          </tr>
          <tr>
            <Positions count={first.source.length} />
            <Positions count={steps} isApart />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i} aria-current={i === props.onStage || undefined}>
              <RowHead row={i} {...props} />
              {numbers && <RowNumbers row={row} index={i} numbers={numbers} />}
              <SourceCells row={row} pass={numbers?.unmasked?.rows[i] ?? null} off={off} />
              {answers ? (
                <AnswerCells answer={answers[i] ?? []} wanted={row.wanted} steps={steps} />
              ) : (
                <TargetCells row={row} losses={numbers?.masked.rows[i]?.losses ?? null} off={off} />
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function longest(answers: readonly (readonly TokenView[])[]): number {
  return Math.max(...answers.map(({ length }) => length));
}

interface PositionsProps {
  readonly count: number;
  readonly isApart?: boolean;
}

/** The numbers of the columns, which count from 1. */
function Positions({ count, isApart = false }: PositionsProps): ReactNode {
  return Array.from({ length: count }, (_, i) => (
    <th
      key={i}
      scope="col"
      className={isApart && i === 0 ? `${styles.position} ${styles.apart}` : styles.position}
    >
      {i + 1}
    </th>
  ));
}

interface RowHeadProps extends Pick<BatchGridProps, "onOpen" | "openName"> {
  readonly row: number;
}

function RowHead({ row, onOpen, openName }: RowHeadProps) {
  const { t } = useTranslation("batch");
  const name = openName?.(row + 1) ?? t("grid.open", { row: row + 1 });
  return (
    <th scope="row" className={styles.rowHead}>
      {onOpen ? (
        <Button
          look="link"
          className={styles.open}
          title={name}
          aria-label={name}
          onClick={() => onOpen(row)}
        >
          {row + 1}
        </Button>
      ) : (
        row + 1
      )}
    </th>
  );
}
