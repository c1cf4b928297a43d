/** A table to take away: its first rows, and the button that saves it as CSV. */
import { type ReactNode, useMemo, useState } from "react";
import { useLane, useRun } from "../useLane";
import { type CellValue, type Table, toCsv } from "../../vis/export/tables/csv";
import {
  curvesTable,
  examplesTable,
  lengthsTable,
  positionsTable,
} from "../../vis/export/tables/runTables";
import { statesTable, weightsTable } from "../../vis/export/tables/traceTables";
import { Button } from "../primitives/Button";
import { download } from "../timeline/download";
import { useShownStep } from "../useShownStep";
import { useFileName } from "./fileName";
import type { TableId } from "./items";
import styles from "./TakeAway.module.css";
import { useFrozen } from "./useFrozen";
import { useTakeAwayTexts } from "./useTakeAwayTexts";

type CsvId = Exclude<TableId, "trace">;

const SHOWN = { rows: 8, columns: 12 };

/** The table of what the page showed when the pane appeared; null: it has none. */
function useTable(id: CsvId): Table | null {
  const trace = useFrozen(useShownStep())?.trace ?? null;
  const losses = useFrozen(useRun((run) => run.losses));
  const evaluations = useFrozen(useRun((run) => run.evaluations));
  const report = useFrozen(useLane(({ evaluation }) => evaluation.report));
  return useMemo(() => {
    const tables: Readonly<Record<CsvId, () => Table | null>> = {
      weights: () => trace && weightsTable(trace),
      states: () => trace && statesTable(trace),
      losses: () => curvesTable(losses.points.slice(0, losses.count), evaluations),
      byLength: () => report && lengthsTable(report),
      byPosition: () => report && positionsTable(report),
      examples: () => report && examplesTable(report),
    };
    return tables[id]();
  }, [id, trace, losses, evaluations, report]);
}

export function TablePane({ id }: { readonly id: CsvId }): ReactNode {
  const { t } = useTakeAwayTexts();
  const nameOf = useFileName(id);
  const table = useTable(id);
  const [said, say] = useState("");
  if (!table) return null;
  const save = (): void => {
    const name = nameOf("csv");
    download(name, new TextEncoder().encode(toCsv(table)));
    say(t("done.saved", { name }));
  };
  return (
    <>
      <p className={styles.hint}>
        {t("rows", { count: table.rows.length, columns: table.columns.length })} {t("csv")}
      </p>
      <FirstRows table={table} />
      <div className={styles.actions}>
        <Button look="primary" onClick={save}>
          {t("saveCsv", { table: t(`csvNames.${id}`) })}
        </Button>
        <output className={styles.said}>{said}</output>
      </div>
    </>
  );
}

function FirstRows({ table: { columns, rows } }: { readonly table: Table }): ReactNode {
  const { t } = useTakeAwayTexts();
  const isCut = columns.length > SHOWN.columns;
  const shown = columns.slice(0, SHOWN.columns);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <section className={styles.preview} tabIndex={0} aria-label={t("previewTable")}>
      <table className={styles.table}>
        <thead>
          <tr>
            {shown.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            {isCut && <td>{MORE}</td>}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN.rows).map((row, i) => (
            <tr key={i}>
              {shown.map((name, column) => (
                <td key={name}>{shortened(row[column])}</td>
              ))}
              {isCut && <td>{MORE}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const MORE = "…";

/** As the preview shows it; the file has all digits. */
function shortened(value: CellValue | undefined): string {
  if (typeof value === "number") return String(Number(value.toPrecision(4)));
  if (typeof value === "boolean") return value ? "1" : "0";
  return value ?? "";
}
