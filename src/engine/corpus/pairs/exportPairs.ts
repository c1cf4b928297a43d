/** Writes pairs as tab-separated text that every reader of this app and RFC 4180 reads back. */
import type { Collected } from "./collect";

export function exportPairs({ sentences }: Pick<Collected, "sentences">): string {
  return sentences.map(({ source, target }) => `${cellOf(source)}\t${cellOf(target)}\n`).join("");
}

/** Clean text holds no tab and no line break; a quote at its beginning would open a quoted cell. */
function cellOf(text: string): string {
  return text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text;
}
