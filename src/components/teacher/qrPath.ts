/** A QR code as the path of its dark modules, one unit each. */
import { encode } from "uqr";

export interface QrPath {
  readonly d: string;
  /** Modules along a side, without the quiet zone. */
  readonly size: number;
}

/** A dark run of a row as a rectangle one unit high. */
const rectangle = (x: number, y: number, length: number): string =>
  `M${x} ${y}h${length}v1h-${length}z`;

function runsOf(row: readonly boolean[], y: number): string {
  let d = "";
  for (let x = 0; x < row.length; x++) {
    const from = x;
    while (row[x]) x++;
    if (x > from) d += rectangle(from, y, x - from);
  }
  return d;
}

/** With the medium level of error correction, which survives a crease in the paper. Null: the text is too long. */
export function qrPath(text: string): QrPath | null {
  try {
    const { data, size } = encode(text, { ecc: "M", border: 0 });
    return { d: data.map(runsOf).join(""), size };
  } catch {
    return null;
  }
}
