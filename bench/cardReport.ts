/** Renders the comparison on a graphics card, for the terminal and docs/performance.md. */
import { type CardResults, ON_CARD } from "./card";
import { median } from "./median";
import { type ComparedId, NAMES } from "./names";
import { overSystem } from "./ratios";
import { replaceBetween } from "./report";
import { writeSpread } from "./spread";
import { short, table } from "./table";

const MARKS = [
  "<!-- card: written by npm run bench -- --gpu --write -->",
  "<!-- end card -->",
] as const;

export function renderCard({ machine, sizes, launches }: CardResults): string {
  const head = ["", ...sizes.map(({ size }) => `H = ${size.hidden}, batch ${size.batch}`)];
  const rows = (cells: (id: ComparedId) => string[]): string =>
    table([head, ...ON_CARD.map((id) => [NAMES[id], ...cells(id)])]);
  const [base] = ON_CARD as readonly [ComparedId];
  return [
    ...Object.values(machine).map((line) => `- ${line}`),
    "\nMilliseconds of one training step, medians:\n",
    rows((id) => sizes.map(({ milliseconds }) => short(median(milliseconds[id] ?? [])))),
    `\nThe same over ${NAMES[base]}: median of all rounds (10th to 90th percentile):\n`,
    rows((id) => sizes.map((size) => writeSpread(overSystem(base, size, [id])))),
    "\nLaunches of one training step:\n",
    rows((id) => launches.map(({ counts }) => String(counts[id] ?? ""))),
  ].join("\n");
}

/** Replaces the table of the card in docs/performance.md. */
export async function writeCard(results: CardResults): Promise<void> {
  await replaceBetween(MARKS, renderCard(results));
}
