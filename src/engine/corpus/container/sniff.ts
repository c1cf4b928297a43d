/** Tells what a file is by its first bytes, whatever its name says. */
import type { NotText } from "../problem";
import { compoundKind } from "./compound";

type FileKind = "gz" | "zip" | "text" | NotText;

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));

/** [kind, the bytes it begins with, where they begin] */
const SIGNATURES: readonly (readonly [FileKind, readonly number[], number?])[] = [
  ["gz", [0x1f, 0x8b]],
  ["zip", [0x50, 0x4b, 3, 4]],
  ["zip", [0x50, 0x4b, 5, 6]], // an empty one
  ["pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["rtf", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["png", [0x89, 0x50, 0x4e, 0x47]],
  ["jpeg", [0xff, 0xd8, 0xff]],
  ["gif", [0x47, 0x49, 0x46, 0x38]],
  ["rar", [0x52, 0x61, 0x72, 0x21, 0x1a, 7]],
  ["7z", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ["bz2", [0x42, 0x5a, 0x68]],
  ["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]],
  ["zstd", [0x28, 0xb5, 0x2f, 0xfd]],
  ["sqlite", ascii("SQLite format 3")],
  ["hwp", ascii("HWP Document File")], // before version 5
  ["tar", [0x75, 0x73, 0x74, 0x61, 0x72], 257],
];

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export function kindOfFile(bytes: Uint8Array): FileKind {
  if (beginsWith(bytes, COMPOUND, 0)) return compoundKind(bytes);
  const found = SIGNATURES.find(([, signature, at = 0]) => beginsWith(bytes, signature, at));
  if (found) return found[0];
  return isModelFile(bytes) ? "model" : "text";
}

function beginsWith(bytes: Uint8Array, signature: readonly number[], at: number): boolean {
  return signature.every((byte, i) => bytes[at + i] === byte);
}

/** Safetensors: the length of a JSON header in eight bytes, then the header. */
function isModelFile(bytes: Uint8Array): boolean {
  if (bytes.length < 10 || bytes[8] !== 0x7b || bytes[9] !== 0x22) return false;
  const length = (bytes[0] ?? 0) + 256 * (bytes[1] ?? 0) + 65_536 * (bytes[2] ?? 0);
  return [3, 4, 5, 6, 7].every((at) => bytes[at] === 0) && length < bytes.length;
}
