/** The content of kept pairs as the database holds it: a text, or the bytes of one or two files with their names. */
import type { CorpusInput } from "../engine/corpus/report";

interface KeptFile {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

/** Earlier versions kept one file as its bytes alone. */
export type Content = string | ArrayBuffer | readonly KeptFile[];

export async function contentOf(input: CorpusInput): Promise<Content> {
  if ("text" in input) return input.text;
  return Promise.all(
    input.files.map(async (file) => ({
      name: file instanceof File ? file.name : "",
      bytes: await file.arrayBuffer(),
    })),
  );
}

/**
 * The unchanged input.
 * @param name for a file that was kept without one
 */
export function inputOf(content: Content, name: string): CorpusInput {
  if (typeof content === "string") return { text: content };
  return { files: filesOf(content).map((file) => new File([file.bytes], file.name || name)) };
}

function filesOf(content: ArrayBuffer | readonly KeptFile[]): readonly KeptFile[] {
  return content instanceof ArrayBuffer ? [{ name: "", bytes: content }] : content;
}

/** Whether two contents are the same text, or files with the same bytes. */
export function isSame(a: Content, b: Content | undefined): boolean {
  if (typeof a === "string" || typeof b === "string" || b === undefined) return a === b;
  const [left, right] = [filesOf(a), filesOf(b)];
  return (
    left.length === right.length &&
    left.every(({ bytes }, i) => hasSameBytes(bytes, right[i]?.bytes ?? new ArrayBuffer()))
  );
}

function hasSameBytes(a: ArrayBuffer, b: ArrayBuffer): boolean {
  const [left, right] = [new Uint8Array(a), new Uint8Array(b)];
  return left.length === right.length && left.every((byte, i) => byte === right[i]);
}

/** The size of the files, or of a text in UTF-8. */
export function byteLength(content: Content): number {
  if (typeof content === "string") return new Blob([content]).size;
  return filesOf(content).reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
}
