/** Renders the results as tables for the terminal and docs/performance.md. */
import { readFileSync, writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { median } from "./median";
import { type ComparedId, NAMES, OURS } from "./names";
import type { SizeProfile } from "./profiles";
import { overFloor, overOurs } from "./ratios";
import type { Results } from "./results";
import type { SizeResult } from "./rounds";
import { writeSpread } from "./spread";
import { renderStudent } from "./studentReport";
import { short, table } from "./table";
import { renderTargets } from "./targets";

const FILE = "docs/performance.md";
const MARKS = ["<!-- measured: written by npm run bench -- --write -->", "<!-- end -->"] as const;

export function renderTables(results: Results): string {
  const { machine, sizes, profiles, student } = results;
  return [
    ...Object.values(machine).map((line) => `- ${line}`),
    section("Milliseconds of one training step, medians", renderTimes(sizes)),
    section(
      "The same over ours: median of all rounds (10th to 90th percentile)",
      renderRatios(sizes),
    ),
    section("Targets: median (10th to 90th percentile)", renderTargets(sizes, results)),
    section("Launches of one training step, and a token of a greedy answer", renderCounts(results)),
    section(`Where our step's time goes (${NAMES[OURS]})`, renderProfiles(profiles)),
    ...(student ? [renderStudent(student)] : []),
  ].join("\n");
}

const section = (title: string, body: string): string => `\n## ${title}\n\n${body}`;

/** The systems that have times. */
function timedIds(sizes: readonly SizeResult[]): ComparedId[] {
  return (Object.keys(NAMES) as ComparedId[]).filter((id) =>
    sizes.some(({ milliseconds }) => milliseconds[id] !== undefined),
  );
}

const headOf = (sizes: readonly SizeResult[]): string[] =>
  sizes.map(({ size }) => `H = ${size.hidden}, V = ${size.vocabulary}`);

function renderTimes(sizes: readonly SizeResult[]): string {
  return table([
    ["", ...headOf(sizes)],
    ...timedIds(sizes).map((id) => [
      NAMES[id],
      ...sizes.map(({ milliseconds }) => short(median(milliseconds[id] ?? []))),
    ]),
    ["floor", ...sizes.map(({ floor }) => short(median(floor)))],
    ["arithmetic, MFLOP", ...sizes.map(({ operations }) => short(operations / 1e6))],
    ["fastest product, GFLOP/s", ...sizes.map(({ productRate }) => short(median(productRate)))],
  ]);
}

/** Times over ours, and ours over the floor. Rounds are compared one by one, so a slow moment of the machine cancels. */
function renderRatios(sizes: readonly SizeResult[]): string {
  const others = timedIds(sizes).filter((id) => id !== OURS);
  return table([
    ["", ...headOf(sizes)],
    ...others.map((id) => [NAMES[id], ...sizes.map((size) => writeSpread(overOurs(size, id)))]),
    ["ours over the floor", ...sizes.map((size) => writeSpread(overFloor(size)))],
  ]);
}

function renderCounts({ launches, token }: Results): string {
  const ids = (Object.keys(NAMES) as ComparedId[]).filter((id) => id in launches || id in token);
  return table([
    ["", "launches", "ms a token"],
    ...ids.map((id) => [NAMES[id], String(launches[id] ?? ""), short(token[id])]),
  ]);
}

const total = (profile: SizeProfile["profile"]): number =>
  Object.values(profile).reduce((sum, { milliseconds }) => sum + milliseconds, 0);

/** The operations with their times, the longest first. */
function renderProfiles(profiles: readonly SizeProfile[]): string {
  const [first] = profiles;
  if (!first) return "Not measured.";
  const names = Object.entries(first.profile)
    .toSorted(([, a], [, b]) => b.milliseconds - a.milliseconds)
    .map(([name]) => name);
  return table([
    [
      "operation",
      "calls",
      ...profiles.map(({ size }) => `H = ${size.hidden}, V = ${size.vocabulary}, ms`),
    ],
    ...names.map((name) => [
      name,
      String(Math.round(first.profile[name]?.calls ?? 0)),
      ...profiles.map(({ profile }) => short(profile[name]?.milliseconds)),
    ]),
    ["all", "", ...profiles.map(({ profile }) => short(total(profile)))],
  ]);
}

/** Replaces the measured part of docs/performance.md. */
export async function writeReport(results: Results): Promise<void> {
  await replaceBetween(MARKS, renderTables(results));
}

/** Replaces the part of docs/performance.md between two marks and formats the file. */
export async function replaceBetween(
  marks: readonly [string, string],
  content: string,
): Promise<void> {
  const text = readFileSync(FILE, "utf8");
  const [from, to] = marks.map((mark) => text.indexOf(mark)) as [number, number];
  if (from < 0 || to < from) throw new Error(`report: expected both marks in ${FILE}`);
  const measured = `${marks[0]}\n\n${content}\n\n`;
  const options = { ...(await resolveConfig(FILE)), filepath: FILE };
  writeFileSync(FILE, await format(text.slice(0, from) + measured + text.slice(to), options));
}
