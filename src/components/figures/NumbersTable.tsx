/** A vector as a table of eight numbers a row, each on the colour that its cell in the tile has. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { textOn, type Scales } from "../../vis/color";
import { signed } from "../../vis/format";
import type { Subject } from "../../vis/subject";
import css from "./NumbersPopover.module.css";
import { useScales } from "./useScales";

const COLUMNS = 8;
const OFFSETS = Array.from({ length: COLUMNS }, (_, i) => `+${i}`); // from the row's first unit on

export interface NumbersTableProps {
  readonly vector: Float32Array;
  readonly subject: Subject;
  /** The token's id where the vector is an embedding. */
  readonly id: number | null;
}

export function NumbersTable({ vector, subject, id }: NumbersTableProps): ReactNode {
  const { t } = useTranslation("stage");
  const scales = useScales();
  const unbounded = subject.kind === "embedding" || subject.kind === "input";
  const limit = unbounded ? Math.max(...vector.map(Math.abs)) : 1;
  const gate = subject.kind === "reset" || subject.kind === "update";
  const range = unbounded
    ? t("numbers.scaled", { limit: limit.toFixed(2) })
    : t(gate ? "numbers.gate" : "numbers.bounded");
  const starts = Array.from({ length: Math.ceil(vector.length / COLUMNS) }, (_, i) => i * COLUMNS);
  return (
    <>
      <p className={css.facts}>
        {id !== null && <span>{t("numbers.id", { id })}</span>}
        {unbounded && <span>{t("numbers.embedding", { size: vector.length })}</span>}
        <code>{t("numbers.shape", { size: vector.length })}</code>
        <span>{range}</span>
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by keyboard */}
      <section className={css.scroll} tabIndex={0} aria-label={t("numbers.table")}>
        <table className={css.table}>
          <caption className="visually-hidden">{t("numbers.table")}</caption>
          <thead className={css.heads}>
            <tr>
              {["", ...OFFSETS].map((offset) => (
                <th key={offset} scope="col">
                  <span className="visually-hidden">{offset || t("numbers.unit")}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {starts.map((start) => (
              <tr key={start}>
                <th scope="row">
                  <span className="visually-hidden">{t("numbers.unit")} </span>
                  {start + 1}
                </th>
                {[...vector.subarray(start, start + COLUMNS)].map((value, i) => (
                  <td key={start + i} style={valueStyle(scales, value, limit)}>
                    {signed(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function valueStyle(scales: Scales | null, value: number, limit: number) {
  if (!scales) return {};
  const background = scales.signed(value / (limit || 1));
  return { background: `rgb(${background.join(" ")})`, color: textOn(background) };
}
