/** The text of docs/what-tasks-teach.md, from what `npm run tasks` measured. */
import { type AttentionKind, DEFAULT_CONFIG } from "../src/engine/setup/config";
import { USUAL_RATE } from "../src/engine/setup/usualRate";
import { TASK_FAMILIES } from "../src/engine/tasks/byId";
import type { GeneratedTaskId } from "../src/engine/tasks/task";
import type { Scores } from "../src/engine/training/metrics";

/** A kind of attention in the recurrent network, or the other kind of network. */
export type Model = AttentionKind | "transformer";

export const UPDATES = 600; // the same for every model, for comparison
export const EVALUATE_EVERY = 50;
export const TARGET = 0.95;

/** A model on a task. */
export interface Subject {
  readonly task: GeneratedTaskId;
  readonly model: Model;
}

export interface Measured {
  readonly reached: number | null; // updates to the target; null: not within UPDATES
  readonly last: Scores;
  readonly milliseconds: number; //   of processor time an update
}

export type Known = (subject: Subject) => Measured | null;

const KINDS: readonly AttentionKind[] = ["none", "additive", "general", "dot"];
const TASKS: readonly GeneratedTaskId[] = Object.values(TASK_FAMILIES).map(({ id }) => id);
/** The tasks that a Transformer is measured on. */
const ITS_TASKS: readonly GeneratedTaskId[] = ["reverse", "dates", "englishFrench"];

type Cells = readonly string[];

/** A row of a table: the first cells name it, the others follow from what was measured of its models. */
interface Row {
  readonly name: Cells;
  readonly subjects: readonly Subject[];
  readonly cells: (measured: readonly Measured[]) => Cells;
}

interface Section {
  readonly title: string;
  readonly about: string;
  readonly head: Cells;
  readonly rows: readonly Row[];
}

const share = (value: number | null): string => (value === null ? "" : value.toFixed(2));
const updates = (reached: number | null): string => String(reached ?? "never");

function recurrentRow(task: GeneratedTaskId): Row {
  const cells = (found: Measured, i: number): Cells => {
    const match = share(found.last.exactMatch);
    return KINDS[i] === "none"
      ? [match]
      : [match, updates(found.reached), share(found.last.alignmentError)];
  };
  return {
    name: [task],
    subjects: KINDS.map((model) => ({ task, model })),
    cells: (measured) => measured.flatMap(cells),
  };
}

const NAMES = { additive: "GRU, additive", transformer: "Transformer" } as const;

function timedCells({ reached, milliseconds, last }: Measured): Cells {
  const seconds = reached === null ? "" : ((reached * milliseconds) / 1000).toFixed(0);
  return [
    share(last.exactMatch),
    updates(reached),
    milliseconds.toFixed(0),
    seconds,
    share(last.alignmentError),
  ];
}

/** A Transformer, or the GRU with the additive score beside it. */
function timedRow(task: GeneratedTaskId, model: keyof typeof NAMES): Row {
  return {
    name: [task, NAMES[model]],
    subjects: [{ task, model }],
    cells: (measured) => measured.flatMap(timedCells),
  };
}

const { hiddenSize, embeddingSize, heads, batchSize, learningRate, seed } = DEFAULT_CONFIG;

export const SECTIONS = {
  recurrent: {
    title: "With and without attention",
    about: "",
    head: [
      "task",
      ...KINDS.flatMap((kind) =>
        kind === "none" ? ["no attention: EM"] : [`${kind}: EM`, "updates", "AER"],
      ),
    ],
    rows: TASKS.map(recurrentRow),
  },
  transformer: {
    title: "A small Transformer",
    about: `One layer of ${hiddenSize} numbers and ${heads} heads on either side, Adam at ${USUAL_RATE.transformer}; everything else is as above. A Transformer is
computed by the tensor library, a GRU by the fused operations. The alignment error is that of the mean over the heads.

- **ms an update**: processor time of an update of ${batchSize} pairs, on one processor of the machine that measured it.
- **seconds**: processor time of all updates to the target.

`,
    head: ["task", "model", "EM", "updates", "ms an update", "seconds", "AER"],
    rows: ITS_TASKS.flatMap((task) =>
      (["additive", "transformer"] as const).map((model) => timedRow(task, model)),
    ),
  },
} as const satisfies Record<string, Section>;

export type SectionName = keyof typeof SECTIONS;

function introduction(): string {
  return `# What the tasks teach, measured

Written by \`npm run tasks\`; do not edit. Every model is the default set-up (GRU of ${hiddenSize} units, embedding ${embeddingSize}, one direction, Bahdanau timing, the
truth always fed, Adam at ${learningRate}, batches of ${batchSize}, seed ${seed}) after ${UPDATES} updates on WebAssembly, at the task's own first difficulty, judged on 256 held-out examples.

- **EM**: exact match, the model reading its own answers.
- **updates**: updates to an exact match of ${TARGET}, checked every ${EVALUATE_EVERY} updates.
- **AER**: alignment error rate on exactly matched examples. Near 0 the largest weight lies where the task's rule has it; high at a high EM, the right answer came from other tokens.
`;
}

/** The rows of the tables of a report. */
function standingRows(report: string): Cells[] {
  const lines = report.split("\n").filter((line) => line.startsWith("|"));
  return lines.map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
}

/** The report with every row that is measured completely, and the others as they were. */
export function renewedReport(before: string, known: Known): string {
  const standing = standingRows(before);
  const cellsOf = ({ name, subjects, cells }: Row, width: number): Cells => {
    const measured = subjects.flatMap((subject) => known(subject) ?? []);
    if (measured.length === subjects.length) return [...name, ...cells(measured)];
    const isIt = (row: Cells): boolean =>
      row.length === width && name.every((cell, i) => row[i] === cell);
    return standing.find(isIt) ?? name;
  };
  const texts = Object.values(SECTIONS).map(({ title, about, head, rows }: Section) => {
    const lines = [head, head.map(() => "---"), ...rows.map((row) => cellsOf(row, head.length))];
    return `## ${title}\n\n${about}${lines.map((row) => `| ${row.join(" | ")} |\n`).join("")}`;
  });
  return [introduction(), ...texts].join("\n");
}
