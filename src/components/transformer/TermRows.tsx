/** The terms of a sum as a table, with the sum in its last row. */
import type { ReactNode } from "react";
import styles from "./CellInFull.module.css";

interface Row {
  readonly head: string;
  readonly cells: readonly string[];
}

interface TermRowsProps {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly total: Row;
}

export function TermRows({ caption, columns, rows, total }: TermRowsProps): ReactNode {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <Cells key={i} {...row} />
        ))}
      </tbody>
      <tfoot>
        <Cells {...total} />
      </tfoot>
    </table>
  );
}

function Cells({ head, cells }: Row): ReactNode {
  return (
    <tr>
      <th scope="row">{head}</th>
      {cells.map((cell, i) => (
        <td key={i}>{cell}</td>
      ))}
    </tr>
  );
}
