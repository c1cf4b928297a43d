/** The text of docs/learning-measured.md, from what `npm run learning` measured. */
import type { InjectionReport } from "../src/engine/results/exposure";
import type { PositionScore } from "../src/engine/results/scoreReport";
import { DEFAULT_CONFIG } from "../src/engine/setup/config";
import {
  EQUAL_HIDDEN,
  EQUAL_TASKS,
  equalName,
  FED,
  fedName,
  FORCINGS,
  type Measured,
  SEEDS,
  type Subject,
} from "./learningSubjects";

/** The measured seeds of a set-up. */
export interface Found {
  readonly subject: Subject;
  readonly seeds: readonly Measured[];
}

type Row = readonly string[];

const INJECTED_AT = 2; // the position of the table by distance

function table(head: Row, rows: readonly Row[]): string {
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

type Counted = readonly [count: number, of: number];

/** The shares of all seeds as their lowest and highest one; empty: there is nothing to count. */
function range(seeds: readonly (readonly Counted[])[]): string {
  const shares = seeds.flatMap((parts) => {
    const of = parts.reduce((sum, each) => sum + each[1], 0);
    return of === 0 ? [] : [parts.reduce((sum, each) => sum + each[0], 0) / of];
  });
  if (shares.length === 0) return "";
  const [least, most] = [Math.min(...shares).toFixed(2), Math.max(...shares).toFixed(2)];
  return least === most ? least : `${least}–${most}`;
}

/** The numbers that occur in any of the lists, ascending. */
function numbersIn(lists: readonly (readonly number[])[]): number[] {
  return [...new Set(lists.flat())].toSorted((a, b) => a - b);
}

function equalParameters(seedsOf: (name: string) => readonly Measured[]): string {
  return EQUAL_TASKS.map((task) => {
    const [withAttention, without] = [
      seedsOf(fedName({ task, attention: "additive" }, 1)),
      seedsOf(equalName(task)),
    ];
    const lengths = numbersIn(
      [...withAttention, ...without].map(({ byLength }) => byLength.map(({ length }) => length)),
    );
    const seen = new Set(
      [...withAttention, ...without].flatMap(({ byLength }) => byLength.flatMap((each) => (each.isSeen ? each.length : []))), // prettier-ignore
    );
    const row = (name: string, seeds: readonly Measured[]): Row => [
      name,
      String(seeds[0]?.parameters ?? ""),
      range(seeds.map(({ exactMatch }) => [[exactMatch, 1]])),
      ...lengths.map((length) =>
        range(
          seeds.map(
            ({ byLength }) =>
            byLength.flatMap((each) => (each.length === length ? [[each.matches, each.examples] as const] : [])), // prettier-ignore
          ),
        ),
      ),
    ];
    return `**${task}**\n\n${table(
      [
        "model",
        "parameters",
        "all",
        ...lengths.map((n) => (seen.has(n) ? `${n}` : `${n} (longer)`)),
      ],
      [
        row(`additive, H ${DEFAULT_CONFIG.hiddenSize}`, withAttention),
        row(`none, H ${EQUAL_HIDDEN}`, without),
      ],
    )}`;
  }).join("\n\n");
}

/** For every kind of model, its rows: one for each P and each moment of training. */
function byFeeding(
  seedsOf: (name: string) => readonly Measured[],
  tableOf: (fed: readonly FedSeeds[]) => string,
): string {
  return FED.map((each) => {
    const fed = FORCINGS.flatMap((forcing) => {
      const seeds = seedsOf(fedName(each, forcing));
      const moments = seeds[0]?.moments.length ?? 0;
      return Array.from({ length: moments }, (_, at) => ({ forcing, at, seeds }));
    });
    return `**${each.task}, ${each.attention === "none" ? "no attention" : each.attention}**\n\n${tableOf(fed)}`;
  }).join("\n\n");
}

/** The seeds of one P at one moment. */
interface FedSeeds {
  readonly forcing: number;
  readonly at: number; // index of the moment
  readonly seeds: readonly Measured[];
}

const headOf = ({ forcing, at, seeds }: FedSeeds): Row => [
  String(forcing),
  String(seeds[0]?.moments[at]?.update ?? ""),
];

function positionTable(fed: readonly FedSeeds[]): string {
  const positions = numbersIn(
    fed.flatMap(({ at, seeds }) =>
      seeds.map(({ moments }) => moments[at]?.byPosition.map(({ position }) => position) ?? []),
    ),
  );
  const rows = fed.map((each) => [
    ...headOf(each),
    ...positions.map((position) => {
      const scores = each.seeds.map(
        ({ moments }) =>
          moments[each.at]?.byPosition.filter((score) => score.position === position) ?? [],
      );
      const of = (count: (score: PositionScore) => number): string =>
        range(scores.map((all) => all.map((score) => [count(score), score.examples])));
      const forced = of(({ forcedRight }) => forcedRight);
      const free = of(({ freeRight }) => freeRight);
      return `${forced} / ${free}`;
    }),
  ]);
  return table(["P", "update", ...positions.map(String)], rows);
}

/** Of each seed. */
function injectionsAt({ at, seeds }: FedSeeds, position: number) {
  return seeds.map(
    ({ moments }) => moments[at]?.injections.filter((each) => each.position === position) ?? [],
  );
}

type Score = InjectionReport["after"][number];

function distanceTable(fed: readonly FedSeeds[]): string {
  const distances = numbersIn(
    fed.flatMap((each) =>
      injectionsAt(each, INJECTED_AT)
        .flat()
        .map(({ after }) => after.map(({ distance }) => distance)),
    ),
  );
  const cell = (each: FedSeeds, distance: number, count: (score: Score) => number): string =>
    range(
      injectionsAt(each, INJECTED_AT).map((injections) =>
        injections.flatMap(({ after }) =>
          after.flatMap((s) => (s.distance === distance ? [[count(s), s.examples] as const] : [])),
        ),
      ),
    );
  const rows = fed.map((each) => [
    ...headOf(each),
    cell(each, 1, (score) => score.recoveredUntouched),
    ...distances.map((d) => {
      const right = cell(each, d, (score) => score.right);
      return `${right} / ${cell(each, d, (score) => score.recovered)}`;
    }),
  ]);
  return table(["P", "update", "untouched", ...distances.map((d) => `+${d}`)], rows);
}

function restTable(fed: readonly FedSeeds[]): string {
  const positions = numbersIn(
    fed.flatMap(({ at, seeds }) =>
      seeds.map(({ moments }) => moments[at]?.injections.map(({ position }) => position) ?? []),
    ),
  );
  const rows = fed.map((each) => [
    ...headOf(each),
    ...positions.map((position) => {
      const first = injectionsAt(each, position).map((injections) =>
        injections.flatMap(({ after }) => after.slice(0, 1)),
      );
      const of = (count: (score: Score) => number): string =>
        range(first.map((scores) => scores.map((score) => [count(score), score.examples])));
      const rest = of(({ recovered }) => recovered);
      const untouched = of(({ recoveredUntouched }) => recoveredUntouched);
      return `${rest} / ${untouched}`;
    }),
  ]);
  return table(["P", "update", ...positions.map(String)], rows);
}

/** The whole page. */
export function learningReport(found: readonly Found[]): string {
  const seedsOf = (name: string): readonly Measured[] =>
    found.find(({ subject }) => subject.name === name)?.seeds ?? [];
  return `# How models learn, measured

Written by \`npm run learning\`; do not edit. Every model is the default set-up of its task (GRU, H ${DEFAULT_CONFIG.hiddenSize}) but for what a
table says, trained for as many updates as the shipped models of its task. Shares of 256 held-out examples.
Seeds: ${SEEDS.join(", ")}. Where they differ, a cell has the lowest and the highest share of a seed. A length is in source tokens.

## With and without attention, the parameters being about equal

Exact match, the model reading its own answers. "Longer": no training source is that long.

${equalParameters(seedsOf)}

## How far a gradient reaches

The gradient of the first encoder state over that of the last one, with and without attention, for the three cells, at
lengths 5, 10 and 20, at update 0 and 600: [gradients-measured.md](gradients-measured.md).

## Reading the truth, and reading its own answers

P is P(feed truth) in training, constant, one coin for each token. Share of right tokens by position of the right
answer, \`<eos>\` counted: **fed the truth / fed its own answers**.

${byFeeding(seedsOf, positionTable)}

## After a wrong token

The decoder reads the truth up to position ${INJECTED_AT - 1}, at position ${INJECTED_AT} a wrong token drawn at random, and from there on its own
answers. "+1" is the token after it. **Share right at this distance / share right from this distance to the end**.
"Untouched": share with the whole rest right when the truth stands at position ${INJECTED_AT}, too.

${byFeeding(seedsOf, distanceTable)}

## The whole rest after a wrong token, by its position

Share of examples with everything right after the wrong token / after the right token in its place.

${byFeeding(seedsOf, restTable)}
`;
}
