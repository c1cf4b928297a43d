/** A vector as a table of eight numbers a row, each on the colour of its cell in the tile. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Trace } from "../../engine/results/trace";
import { textOn, type Scales } from "../../vis/color";
import { compactSigned, signed } from "../../vis/format";
import type { Subject } from "../../engine/results/subject";
import { isSplit, rangeOf } from "../../vis/facts/subject";
import { NumbersFacts } from "./NumbersFacts";
import styles from "./NumbersTable.module.css";
import { useScales } from "./tile/useScales";

const COLUMNS = 8;
const OFFSETS = Array.from({ length: COLUMNS }, (_, i) => `+${i}`); // from the row's first unit on

export interface NumbersTableProps {
  readonly trace: Trace;
  readonly vector: Float32Array;
  readonly subject: Subject;
}

/** The value of the end colours: 1, or the largest number of a vector without bounds. */
function limitOf({ trace, vector, subject }: NumbersTableProps): number {
  if (rangeOf(trace, subject) !== "open") return 1;
  const largest = Math.max(...vector.map(Math.abs));
  return "layer" in subject ? Math.max(1, largest) : largest;
}

export function NumbersTable(props: NumbersTableProps): ReactNode {
  const { trace, vector, subject } = props;
  const limit = limitOf(props);
  const isToken = subject.kind === "embedding" || subject.kind === "input";
  const isOneHot = isToken && trace.shape.tokenInput === "onehot"; // one sentence describes the whole vector
  return (
    <>
      <NumbersFacts trace={trace} subject={subject} vector={vector} limit={limit} />
      {!isOneHot && <Table vector={vector} limit={limit} split={isSplit(trace, subject)} />}
    </>
  );
}

interface TableProps {
  readonly vector: Float32Array;
  readonly limit: number;
  /** Whether a line separates the halves. */
  readonly split: boolean;
}

function Table({ vector, limit, split }: TableProps): ReactNode {
  const { t } = useTranslation("stage");
  const scales = useScales();
  const starts = Array.from({ length: Math.ceil(vector.length / COLUMNS) }, (_, i) => i * COLUMNS);
  // A narrow inspector scrolls it sideways, so the keyboard must reach it.
  const region = { role: "group", tabIndex: 0, "aria-label": t("numbers.table") } as const;
  return (
    <div className={styles.scroll} {...region}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t("numbers.table")}</caption>
        <thead className={styles.heads}>
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
            <tr key={start} data-half={(split && start === vector.length / 2) || undefined}>
              <th scope="row">
                <span className="visually-hidden">{t("numbers.unit")} </span>
                {start + 1}
              </th>
              {[...vector.subarray(start, start + COLUMNS)].map((value, i) => (
                <td
                  key={start + i}
                  title={signed(value, 5)}
                  style={valueStyle(scales, value, limit)}
                >
                  {compactSigned(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function valueStyle(scales: Scales | null, value: number, limit: number) {
  if (!scales) return {};
  const background = scales.signed(value / (limit || 1));
  return { background: `rgb(${background.join(" ")})`, color: textOn(background) };
}
