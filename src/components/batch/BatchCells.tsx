/** The cells of a row of a batch: the source, what training feeds and wants, or the model's own answer. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { BatchRow, Mask, RowPass } from "../../engine/results/batchAccount";
import { EOS, SOS, type TokenView } from "../../engine/text/tokens";
import { glyph, isSpecial } from "../../vis/layout/labels";
import { useFormat } from "../primitives/useFormat";
import { useTokenName } from "../unrolled/useTokenName";
import type { Style } from "../unrolled/styleType";
import styles from "./BatchCells.module.css";

const NOTHING = "–";

interface SourceCellsProps {
  readonly row: BatchRow;
  /** The row's numbers with masks off; null: all are on, or the grid has no numbers. */
  readonly pass: RowPass | null;
  readonly off: readonly Mask[];
}

/** Padding is hatched as long as a mask hides it. */
export function SourceCells({ row, pass, off }: SourceCellsProps): ReactNode {
  const { t } = useTranslation("batch");
  const format = useFormat();
  const name = useTokenName();
  const isRead = off.includes("states");
  const looks = off.includes("attention") ? (pass?.looks ?? null) : null;
  return row.source.map((token, s) => {
    if (s < row.sourceLength) return <Token key={s} token={token} name={name(token)} />;
    const weight = looks?.[s] ?? null;
    const parts = [
      t(isRead ? "cell.padRead" : "cell.padSkipped"),
      weight !== null && t("cell.padWeight", { weight: format.percent(weight) }),
    ].filter((part) => part !== false);
    return (
      <td
        key={s}
        className={styles.pad}
        data-open={isRead || weight !== null || undefined}
        title={parts.join(" ")}
        style={weight === null ? undefined : ({ "--weight": weight } as Style)}
      >
        <span className="visually-hidden">{parts.join(" ")}</span>
        <span aria-hidden="true">{weight === null ? glyph(token) : shareOf(weight)}</span>
      </td>
    );
  });
}

/** A share as a whole number of percent, which fits a cell. */
function shareOf(weight: number): string {
  return `${Math.round(100 * weight)}`;
}

function Token({ token, name }: { readonly token: TokenView; readonly name: string }): ReactNode {
  return (
    <td className={styles.token} data-special={isSpecial(token) || undefined}>
      <span className="visually-hidden">{name}</span>
      <span aria-hidden="true">{glyph(token)}</span>
    </td>
  );
}

interface TargetCellsProps {
  readonly row: BatchRow;
  readonly losses: readonly number[] | null;
  readonly off: readonly Mask[];
}

/** Above what the decoder is fed, below what the loss wants. */
export function TargetCells({ row, losses, off }: TargetCellsProps): ReactNode {
  return row.wanted.map((wanted, step) => {
    const loss = losses?.[step] ?? null;
    if (step >= row.targetLength)
      return <TargetPad key={step} {...{ step, wanted, loss }} isCounted={off.includes("loss")} />;
    return <TargetCell key={step} {...{ row, wanted, loss, step }} />;
  });
}

interface TargetCellProps {
  readonly row: BatchRow;
  readonly step: number;
  readonly wanted: TokenView;
  readonly loss: number | null;
}

function TargetCell({ row, step, wanted, loss }: TargetCellProps): ReactNode {
  const { t } = useTranslation("batch");
  const format = useFormat();
  const name = useTokenName();
  const fed = row.fed[step] ?? wanted;
  const origin = fed.id === SOS ? "sos" : row.truthFed[step] ? "truth" : "model";
  const text = [
    t(`cell.fed.${origin}`, { token: name(fed) }),
    t("cell.wanted", { token: name(wanted) }),
    loss !== null && t("cell.loss", { loss: format.fixed(loss, 3) }),
  ].filter((part) => part !== false);
  return (
    <td className={styles.target} data-first={step === 0 || undefined} title={text.join(" ")}>
      <span className="visually-hidden">{text.join(" ")}</span>
      <span
        className={styles.fed}
        data-origin={origin}
        data-special={isSpecial(fed) || undefined}
        aria-hidden="true"
      >
        {glyph(fed)}
      </span>
      <span
        className={styles.wanted}
        data-special={isSpecial(wanted) || undefined}
        aria-hidden="true"
      >
        {glyph(wanted)}
      </span>
    </td>
  );
}

interface TargetPadProps extends Omit<TargetCellProps, "row"> {
  readonly isCounted: boolean;
}

/** A padded target. Once its loss counts, the loss stands in the cell. */
function TargetPad({ step, wanted, loss, isCounted }: TargetPadProps): ReactNode {
  const { t } = useTranslation("batch");
  const format = useFormat();
  const counted = isCounted && loss !== null;
  const text = counted
    ? t("cell.padCounted", { loss: format.fixed(loss, 3) })
    : t("cell.padNotCounted");
  return (
    <td
      className={styles.pad}
      data-first={step === 0 || undefined}
      data-open={counted || undefined}
      title={text}
    >
      <span className="visually-hidden">{text}</span>
      <span aria-hidden="true">{counted ? format.fixed(loss, 1) : glyph(wanted)}</span>
    </td>
  );
}

interface AnswerCellsProps {
  readonly answer: readonly TokenView[];
  readonly wanted: readonly TokenView[];
  readonly steps: number;
}

/** The model's own answer, up to the row's own <eos>. */
export function AnswerCells({ answer, wanted, steps }: AnswerCellsProps): ReactNode {
  const { t } = useTranslation("batch");
  const name = useTokenName();
  return Array.from({ length: steps }, (_, step) => {
    const token = answer[step];
    const first = step === 0 || undefined;
    if (!token)
      return (
        <td key={step} className={styles.stopped} data-first={first} title={t("cell.stopped")}>
          <span className="visually-hidden">{t("cell.stopped")}</span>
          <span aria-hidden="true">{NOTHING}</span>
        </td>
      );
    const isRight = token.id === wanted[step]?.id;
    const text = t(isRight ? "cell.right" : "cell.wrong", { token: name(token) });
    return (
      <td
        key={step}
        className={styles.said}
        data-first={first}
        data-wrong={!isRight || undefined}
        data-end={token.id === EOS || undefined}
        data-special={isSpecial(token) || undefined}
        title={text}
      >
        <span className="visually-hidden">{text}</span>
        <span aria-hidden="true">{glyph(token)}</span>
      </td>
    );
  });
}
