/** The text of docs/lessons-measured.md, from what `npm run lessons` measured. */
import { LESSON_IDS } from "../src/lessons/catalogue";
import { type Claim, isInRange } from "./lessonClaim";
import { MODEL_CLAIMS } from "./modelClaims";
import { TRAINING_CLAIMS } from "./trainingClaims";

/** By the sentence of the claim. */
export type Measured = Readonly<Record<string, number>>;

interface How {
  readonly seeds: readonly number[];
  readonly updates: number;
}

function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  return [head, head.map(() => "---"), ...body].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** Three significant digits, in plain notation. */
const digits = (value: number): string => String(Number(value.toPrecision(3)));

function rangeOf({ least, most }: Claim): string {
  return Number.isFinite(most) ? `${digits(least)} to ${digits(most)}` : `${digits(least)} or more`;
}

function rowOf(claim: Claim, columns: readonly Measured[]): string[] {
  const cells = columns.map(({ [claim.says]: value }) => {
    if (value === undefined) return "";
    return isInRange(claim, value) ? digits(value) : `**${digits(value)}**`;
  });
  return [claim.says, ...cells, rangeOf(claim)];
}

export function lessonsReport(shipped: Measured, trained: readonly Measured[], how: How): string {
  const head = ["claim", "shipped", ...how.seeds.map((seed) => `seed ${seed}`), "true within"];
  const parts = LESSON_IDS.flatMap((id) => {
    const claims = [...TRAINING_CLAIMS, ...MODEL_CLAIMS].filter(({ lesson }) => lesson === id);
    const rows = claims.map((claim) => rowOf(claim, [shipped, ...trained]));
    return rows.length > 0 ? [`## ${id}\n\n${table([head, ...rows])}`] : [];
  });
  return `# What the lessons claim, measured

Written by \`npm run lessons\`; do not edit. A lesson asks the model on its stage for every number
that it shows. What its texts say beyond this one model stands here, with the range in which the
sentence is true. Columns: the shipped models, and models trained from other seeds for ${how.updates} updates
(or as many as a claim says). Shares and means are over held-out examples. A number outside its
range is **bold**. \`lessons.slow.test.ts\` measures shorter trainings of other seeds against the
same ranges. How models with and without the truth learn: [learning-measured.md](learning-measured.md).

${parts.join("\n\n")}
`;
}
