/** A table of numbers: each row has a head, and the last row may be the total. */
import type { ReactNode } from "react";

interface Row {
  readonly head: string;
  readonly cells: readonly string[];
}

interface NumberTableProps {
  readonly caption: string; // for a screen reader
  readonly columns: readonly string[]; // that of the heads first
  readonly rows: readonly Row[];
  readonly total?: Row;
  readonly className: string | undefined;
}

export function NumberTable(props: NumberTableProps): ReactNode {
  const { caption, columns, rows, total, className } = props;
  return (
    <table className={className}>
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
      {total && (
        <tfoot>
          <Cells {...total} />
        </tfoot>
      )}
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
