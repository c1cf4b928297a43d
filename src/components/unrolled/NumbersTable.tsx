/** A vector as a table of eight numbers a row, each on the colour of its cell in the tile. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { hasDerivation } from "../../engine/derivation/derive";
import type { Place } from "../../engine/derivation/quantity";
import type { Trace } from "../../engine/results/trace";
import { textOn, type Scales } from "../../vis/color";
import { compactSigned, signed } from "../../vis/format";
import type { Subject } from "../../engine/results/subject";
import { isSplit, rangeOf } from "../../vis/facts/subject";
import { nameText } from "../../vis/tex/quantityText";
import { useRovingGrid } from "../primitives/useRoving";
import { NumberButton, type NumberButtonProps } from "./NumberButton";
import { NumbersFacts } from "./NumbersFacts";
import styles from "./NumbersTable.module.css";
import type { OnDerive } from "./shown";
import { useScales } from "./tile/useScales";

const COLUMNS = 8;
const OFFSETS = Array.from({ length: COLUMNS }, (_, i) => `+${i}`); // from the row's first unit on

export interface NumbersTableProps {
  readonly trace: Trace;
  readonly vector: Float32Array;
  readonly subject: Subject;
  readonly onDerive: OnDerive;
}

/** The value of the end colours: 1, or the largest number of a vector without bounds. */
function limitOf({ trace, vector, subject }: Omit<NumbersTableProps, "onDerive">): number {
  if (rangeOf(trace, subject) !== "open") return 1;
  const largest = Math.max(...vector.map(Math.abs));
  return "layer" in subject ? Math.max(1, largest) : largest;
}

export function NumbersTable(props: NumbersTableProps): ReactNode {
  const { trace, vector, subject, onDerive } = props;
  const placeOf = (unit: number): Place => ({ kind: "unit", subject, unit });
  const unitButton = (unit: number): UnitButton => ({
    symbol: nameText(trace, placeOf(unit)),
    onOpen: () => onDerive(placeOf(unit)),
  });
  const limit = limitOf(props);
  const isToken = subject.kind === "embedding" || subject.kind === "input";
  const isOneHot = isToken && trace.shape.tokenInput === "onehot"; // one sentence describes the whole vector
  return (
    <>
      <NumbersFacts trace={trace} subject={subject} vector={vector} limit={limit} />
      {!isOneHot && (
        <Table
          vector={vector}
          limit={limit}
          split={isSplit(trace, subject)}
          unitButton={hasDerivation(trace, placeOf(0)) ? unitButton : null}
        />
      )}
    </>
  );
}

type UnitButton = Pick<NumberButtonProps, "symbol" | "onOpen">;

interface TableProps {
  readonly vector: Float32Array;
  readonly limit: number;
  /** Whether a line separates the halves. */
  readonly split: boolean;
  /** The button of a number that opens how it is computed; null: the page cannot show that. */
  readonly unitButton: ((unit: number) => UnitButton) | null;
}

function Table({ vector, limit, split, unitButton }: TableProps): ReactNode {
  const { t } = useTranslation("stage");
  const scales = useScales();
  const starts = Array.from({ length: Math.ceil(vector.length / COLUMNS) }, (_, i) => i * COLUMNS);
  const roving = useRovingGrid(vector.length, COLUMNS);
  // A narrow inspector scrolls it sideways, so the keyboard must reach it; buttons in it take the focus themselves.
  const region = { role: "group", "aria-label": t("numbers.table") } as const;
  const reach = unitButton ? roving.container : { tabIndex: 0 };
  return (
    <div className={styles.scroll} {...region} {...reach}>
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
                  {unitButton ? (
                    <NumberButton
                      {...unitButton(start + i)}
                      text={compactSigned(value)}
                      stop={start + i}
                      tabIndex={roving.tabIndexOf(start + i)}
                    />
                  ) : (
                    compactSigned(value)
                  )}
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
