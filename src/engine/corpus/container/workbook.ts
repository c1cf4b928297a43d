/** Reads a workbook of Excel (.xlsx). It loads when one is given. */
import readXlsxFile from "read-excel-file/universal";

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** The sheets of a workbook, each cell as text; null where the file is damaged. */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[] | null> {
  try {
    const sheets = await readXlsxFile(Uint8Array.from(bytes).buffer);
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: data.map((row) => row.map((cell) => textOf(cell))),
    }));
  } catch {
    return null;
  }
}

function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean"
    ? String(cell)
    : "";
}
