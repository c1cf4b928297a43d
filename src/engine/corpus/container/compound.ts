/** Older Office files and Hangul's share a container of Microsoft; the names of the streams inside tell them apart. */
import type { NotText } from "../problem";

const STREAMS: readonly (readonly [NotText, string])[] = [
  ["locked", "EncryptedPackage"],
  ["xls", "Workbook"],
  ["xls", "Book"],
  ["doc", "WordDocument"],
  ["ppt", "PowerPoint Document"],
  ["hwp", "HwpSummaryInformation"],
  ["hwp", "BodyText"],
];

export function compoundKind(bytes: Uint8Array): NotText {
  const found = STREAMS.find(([, name]) => includesName(bytes, name));
  return found ? found[0] : "binary";
}

/** Whether the directory has this name: UTF-16, at the start of an entry of 128 bytes. */
function includesName(bytes: Uint8Array, name: string): boolean {
  for (let entry = 0; entry + 128 <= bytes.length; entry += 128) {
    const start = name.startsWith("Hwp") ? entry + 2 : entry; // behind the control character that marks a summary
    const isHere = Array.from(name).every(
      (letter, i) =>
        bytes[start + 2 * i] === letter.charCodeAt(0) && bytes[start + 2 * i + 1] === 0,
    );
    if (isHere && bytes[start + 2 * name.length] === 0) return true;
  }
  return false;
}
