/** The columns of the file with their first cells: above each, whether it is the source, the target or not used. */
import { useId } from "react";
import type { Column } from "../../engine/corpus/reading";
import type { CorpusOptions, Sides } from "../../engine/corpus/report";
import { Button } from "../primitives/Button";
import fields from "../primitives/Field.module.css";
import type { ReadingProps } from "./LookStep";
import look from "./Look.module.css";
import styles from "./ColumnTable.module.css";
import { useCorpusTexts } from "./useCorpusTexts";

const MOST = 12; // columns that are shown, beside the ones that are used
const CELLS = [0, 1, 2];
const ROLES = ["source", "target", "ignored"] as const;
type Role = (typeof ROLES)[number];

export function ColumnTable({ reading, options, onChange }: ReadingProps) {
  const { t } = useCorpusTexts();
  const id = useId();
  const { columns, taken } = reading;
  if (columns.length === 0) return null;
  const shown = columns
    .map((column, index) => ({ column, index }))
    .filter(({ index }) => index < MOST || index === taken.source || index === taken.target);
  const use = (next: Sides<number>): void => onChange(withColumns(options, next));
  return (
    <section aria-labelledby={id}>
      <div className={look.row}>
        <h4 id={id} className={look.subtitle}>
          {t("columns.title")}
        </h4>
        <Button look="link" onClick={() => onChange(exchanged(reading, options))}>
          {t("columns.exchange")}
        </Button>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <section className={look.scroller} tabIndex={0} aria-label={t("columns.scroller")}>
        <table className={styles.columns} aria-labelledby={id}>
          <thead>
            <tr>
              {shown.map(({ column, index }) => (
                <Head key={index} {...{ column, index, taken }} onUse={use} />
              ))}
            </tr>
          </thead>
          <tbody>
            {CELLS.map((row) => (
              <tr key={row}>
                {shown.map(({ column, index }) => (
                  <td key={index} dir="auto" data-role={roleOf(index, taken)}>
                    {column.samples[row]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

interface HeadProps {
  readonly column: Column;
  readonly index: number;
  readonly taken: Sides<number>;
  readonly onUse: (columns: Sides<number>) => void;
}

function Head({ column, index, taken, onUse }: HeadProps) {
  const { t } = useCorpusTexts();
  const role = roleOf(index, taken);
  const name = column.name ?? t("columns.column", { number: index + 1 });
  const texts = { source: t("source"), target: t("target"), ignored: t("columns.ignored") };
  return (
    <th scope="col" data-role={role}>
      <span className={styles.columnName} dir="auto">
        {name}
      </span>
      <select
        className={fields.select}
        aria-label={t("columns.role", { column: name })}
        value={role}
        onChange={({ target }) => {
          const next = ROLES.find((each) => each === target.value);
          if (next === "source" || next === "target") onUse(assigned(taken, index, next));
        }}
      >
        {ROLES.map((each) => (
          // One of the two sides moves when another column takes its part.
          <option key={each} value={each} disabled={each === "ignored" && role !== "ignored"}>
            {texts[each]}
          </option>
        ))}
      </select>
      <span className={styles.kind}>{t(`columns.kinds.${column.kind}`)}</span>
    </th>
  );
}

function roleOf(index: number, taken: Sides<number>): Role {
  if (index === taken.source) return "source";
  return index === taken.target ? "target" : "ignored";
}

/** A column becomes a side; the other side, if it was this column, gets the place that becomes free. */
function assigned(taken: Sides<number>, index: number, side: "source" | "target"): Sides<number> {
  const other = side === "source" ? "target" : "source";
  const rest = taken[other] === index ? taken[side] : taken[other];
  return side === "source" ? { source: index, target: rest } : { source: rest, target: index };
}

/** The options with other columns. What was chosen for the columns before is proposed anew. */
function withColumns(options: CorpusOptions, columns: Sides<number>): CorpusOptions {
  return { ...options, columns, swap: false, units: "auto", maxSource: "auto", maxTarget: "auto" };
}

/** The same pairs the other way round, with the units and limits that the student has chosen. */
function exchanged({ taken }: ReadingProps["reading"], options: CorpusOptions): CorpusOptions {
  const { units, maxSource, maxTarget } = options;
  return {
    ...options,
    swap: false,
    columns: { source: taken.target, target: taken.source },
    units: units === "auto" ? units : { source: units.target, target: units.source },
    maxSource: maxTarget,
    maxTarget: maxSource,
  };
}
