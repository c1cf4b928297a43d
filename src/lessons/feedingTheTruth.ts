/** Teacher forcing: what it changes, what it leaves as it is, how errors go on without it, and what it hides. */
import { editsOf } from "../engine/edits/edit";
import type { Trace } from "../engine/results/trace";
import { evaluationProgress, isEvaluated } from "./byLength";
import { type Facts, hasAttention } from "./facts";
import { never, now, oneCoin } from "./feedingGoal";
import { atRow, NO_ROW, type PredictStep, type Question, type Values } from "./lesson";
import { firstSlip } from "./slips";
import { saidWord } from "./words";

const isForced = ({ trace }: Facts): boolean => trace.show.feeding === "truth";

const truthAt = ({ expected, steps }: Trace, row: number) =>
  expected?.[row] ?? steps[row]?.chosen ?? { id: 0, text: "" };

/** The words around the first wrong row. */
function slipValues({ trace }: Facts, { row }: Question): Values {
  const at = row ?? 0;
  return {
    row: { count: at + 1 },
    next: { count: at + 2 },
    said: { word: saidWord(trace, at) },
    right: { word: truthAt(trace, at) },
  };
}

const STAYS = ["corrected", "same", "other"] as const;

/** What the wrong row writes after the truth has been fed. */
function rowAfter(facts: Facts, before: Facts, row: number): (typeof STAYS)[number] {
  const { id } = saidWord(facts.trace, row);
  if (id === saidWord(before.trace, row).id) return "same";
  return id === truthAt(before.trace, row).id ? "corrected" : "other";
}

const stays: PredictStep<"stays", "right" | "corrected" | "other" | "same"> = {
  id: "stays",
  kind: "predict",
  reason: { tab: "pytorch", operation: "embed" },
  ask: (facts) => {
    const row = isForced(facts) ? -1 : firstSlip(facts.trace);
    return row < 0 || row + 1 >= facts.trace.steps.length
      ? null
      : { kind: "choice", choices: STAYS, ...atRow(row) };
  },
  values: slipValues,
  act: {
    calls: () => [["setTeacherForcing", true]],
    isDone: isForced,
  },
  judge: (facts, question, prediction, before) => {
    const row = question.row ?? 0;
    const truth = rowAfter(facts, before, row);
    const choice = STAYS.find((each) => prediction.kind === "choice" && each === prediction.choice);
    return {
      verdict: choice === truth ? "right" : (choice ?? "other"),
      isRight: choice === truth,
      values: {
        ...slipValues(before, question),
        now: { word: saidWord(facts.trace, row) },
        fed: { word: facts.trace.steps[row + 1]?.input ?? saidWord(facts.trace, row) },
      },
      truth: { kind: "choice", choice: truth },
    };
  },
};

const WANTED = ["after", "read", "own"] as const;

/** The words of the row after the first wrong one. */
function wantedValues({ trace }: Facts, { row }: Question): Values {
  const at = row ?? 0;
  return {
    row: { count: at + 1 },
    rowBefore: { count: at },
    saidBefore: { word: saidWord(trace, at - 1) },
    fed: { word: trace.steps[at]?.input ?? saidWord(trace, at) },
    wanted: { word: truthAt(trace, at) },
    said: { word: saidWord(trace, at) },
  };
}

const marked: PredictStep<"marked", "right" | "read" | "own"> = {
  id: "marked",
  kind: "predict",
  scene: { show: { feeding: "truth" } },
  reason: { tab: "equation", operation: "output" },
  ask: (facts) => {
    const row = isForced(facts) ? firstSlip(facts.trace) + 1 : 0;
    return row < 1 || row >= facts.trace.steps.length
      ? null
      : { kind: "choice", choices: WANTED, ...atRow(row) };
  },
  values: wantedValues,
  judge: (facts, question, prediction) => {
    const choice = prediction.kind === "choice" ? prediction.choice : "";
    // The targets are the right answer, whatever is fed.
    const verdict = choice === "after" ? "right" : choice === "read" ? "read" : "own";
    return {
      verdict,
      isRight: verdict === "right",
      values: wantedValues(facts, question),
      truth: { kind: "choice", choice: "after" },
    };
  },
};

/** What the lesson says in the place of a right answer. */
const SLIP = { step: 1, token: "e" } as const;
const FOLLOWING = ["none", "few", "most"] as const;

/** How many rows after the slip write another token than before it, and how many rows there were. */
function followers(facts: Facts, before: Facts) {
  const rows = before.trace.steps.map((_, row) => row).filter((row) => row > SLIP.step);
  const changed = rows.filter(
    (row) => saidWord(facts.trace, row).id !== saidWord(before.trace, row).id,
  );
  return { changed: changed.length, rows: rows.length };
}

function followValues({ trace }: Facts): Values {
  const said = trace.steps.map(({ chosen }) => chosen);
  return {
    row: { count: SLIP.step + 1 },
    next: { count: SLIP.step + 2 },
    said: { word: saidWord(trace, SLIP.step) },
    slip: { word: { id: said.length, text: SLIP.token } },
    later: { count: said.length - SLIP.step - 1 },
    was: { words: trace.ending === "eos" ? said.slice(0, -1) : said },
  };
}

/** @param isAsked whether the question is about these facts */
function slipStep<Id extends string>(
  id: Id,
  isAsked: (facts: Facts) => boolean,
): Pick<
  PredictStep<Id, "right" | "none" | "few" | "most">,
  "id" | "kind" | "ask" | "values" | "act" | "judge"
> {
  return {
    id,
    kind: "predict",
    ask: (facts) =>
      isAsked(facts) && !isForced(facts) && saidWord(facts.trace, SLIP.step).text !== SLIP.token
        ? { kind: "choice", choices: FOLLOWING, ...atRow(SLIP.step) }
        : null,
    values: followValues,
    act: {
      calls: () => [["editDecode", { kind: "say", ...SLIP }]],
      isDone: ({ trace }) =>
        editsOf(trace.show.edits, "say").some(
          ({ step, token }) => step === SLIP.step && token === SLIP.token,
        ),
    },
    judge: (facts, _, prediction, before) => {
      const { changed, rows } = followers(facts, before);
      const truth = changed === 0 ? "none" : changed < rows / 2 ? "few" : "most";
      const choice = FOLLOWING.find(
        (each) => prediction.kind === "choice" && each === prediction.choice,
      );
      const said = facts.trace.steps.map(({ chosen }) => chosen);
      return {
        verdict: choice === truth ? "right" : (choice ?? "none"),
        isRight: choice === truth,
        values: {
          ...followValues(before),
          changed: { count: changed },
          now: { words: facts.trace.ending === "eos" ? said.slice(0, -1) : said },
        },
        truth: { kind: "choice", choice: truth },
      };
    },
  };
}

const FIRST_EXAMPLE = { kind: "heldOut", index: 0 } as const;

const follow: PredictStep<"follow", "right" | "none" | "few" | "most"> = {
  ...slipStep("follow", (facts) => !hasAttention(facts)),
  scene: { example: FIRST_EXAMPLE },
  reason: { tab: "equation", operation: "embed" },
};

const recover: PredictStep<"recover", "right" | "none" | "few" | "most"> = {
  ...slipStep("recover", hasAttention),
  scene: { example: FIRST_EXAMPLE, settings: { attention: "additive" } },
  reason: { tab: "equation", operation: "query" },
};

const NEAR = 3; // percent

const gap: PredictStep<"gap", "right" | "below" | "low" | "high"> = {
  id: "gap",
  kind: "predict",
  reason: { tab: "results" },
  ask: (facts) =>
    hasAttention(facts)
      ? null
      : { kind: "number", decimals: 0, min: 0, max: 100, step: 1, ...NO_ROW },
  values: ({ evaluations }) => ({ free: { share: evaluations.at(-1)?.tokenAccuracy ?? 0 } }),
  act: {
    calls: () => [["evaluate"]],
    isDone: isEvaluated,
    progress: evaluationProgress,
  },
  judge: (facts, _, prediction) => {
    const free = facts.report?.metrics.freeAccuracy ?? 0;
    const forced = facts.report?.metrics.forcedAccuracy ?? 0;
    const percent = Math.round(100 * forced);
    const guess = prediction.kind === "number" ? prediction.value : 0;
    const isRight = Math.abs(guess - percent) <= NEAR;
    const wrong = guess < 100 * Math.min(free, forced) ? "below" : guess < percent ? "low" : "high";
    return {
      verdict: isRight ? "right" : wrong,
      isRight,
      values: {
        free: { share: free },
        forced: { share: forced },
        guess: { share: guess / 100 },
        match: { share: facts.report?.metrics.exactMatch ?? 0 },
      },
      truth: { kind: "number", value: percent },
    };
  },
};

export const FEEDING_THE_TRUTH = [
  stays,
  marked,
  follow,
  recover,
  gap,
  never,
  oneCoin,
  now,
] as const;
