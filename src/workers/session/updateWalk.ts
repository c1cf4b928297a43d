/** Walks one update: sends its account, and decodes examples with the weights before and after it. */
import { gradientRoads } from "../../engine/reference/backward/roads";
import { isAllFinite } from "../../engine/results/finite";
import { roadsExample } from "../../engine/results/roads";
import type { Trace } from "../../engine/results/trace";
import type { BeforeAndAfter, Followed, WalkedExample } from "../../engine/results/walkedExample";
import { GREEDY, INITIAL_SHOW, type Show } from "../../engine/show";
import { accountOf } from "../../engine/training/accountOf";
import type { TracedExample } from "../../engine/decoding/planTrace";
import type { WalkedUpdate } from "../../engine/training/trainer";
import type { Command, Event, RequestId } from "../protocol";
import type { Run } from "../run/run";
import { trainOnce } from "./trainLoop";
import type { Loop } from "./training";
import { resolveExample, traceRun } from "./traceRun";
import { type FedRow, rowOf, withOrigins } from "./walkedRow";

type FollowCommand = Extract<Command, { readonly type: "followInWalk" }>;

/** What the decodes of examples need of the update. */
interface Kept extends Pick<WalkedUpdate, "example" | "inputs" | "pairs" | "steps"> {
  readonly runId: number;
  readonly before: Float32Array; // [P]
  readonly after: Float32Array; //  [P]
}

export class UpdateWalk {
  readonly #post: (event: Event) => void;
  #kept: Kept | null = null;

  constructor(post: (event: Event) => void) {
    this.#post = post;
  }

  /** A training loop of one update, whose account the page gets. */
  loopFor(requestId: RequestId): Loop {
    return (run, ports) =>
      trainOnce(run, ports, async (trainer, settings) => {
        this.#kept = null; // its memory is free before the next one needs it
        const update = await trainer.walk(settings);
        this.#kept = keptOf(run.id, update);
        const account = accountOf(trainer, update);
        if (isAllFinite(account)) this.#post({ type: "walked", runId: run.id, requestId, account });
      });
  }

  /** An example before and after the update that the page names; null: another update has replaced it. */
  async follow(run: Run, { step, follow }: FollowCommand): Promise<WalkedExample | null> {
    const kept = this.#kept;
    if (kept?.runId !== run.id || kept.steps !== step) return null;
    return decodeFollowed(run, kept, follow);
  }
}

function keptOf(runId: number, update: WalkedUpdate): Kept {
  const { example, inputs, pairs, steps, before, after } = update;
  const weights = { before: before.parameters, after: after.parameters };
  return { runId, example, inputs, pairs, steps, ...weights };
}

async function decodeFollowed(run: Run, kept: Kept, of: Followed): Promise<WalkedExample | null> {
  const found = resolveFollowed(run, kept, of);
  if (!found) return null;
  const before = { step: kept.steps - 1, parameters: kept.before };
  const after = { step: kept.steps, parameters: kept.after };
  const both = async (one: TracedExample, row: FedRow | null): Promise<BeforeAndAfter> => {
    const traces = [traceRun(run, before, one), traceRun(run, after, one)] as const;
    const [first, last] = await Promise.all(traces);
    return { before: withOrigins(first, row), after: withOrigins(last, row) };
  };
  const { source, answer } = found.fed;
  const own: TracedExample = { source, answer, show: showOf(of, "own") };
  const [fed, free] = await Promise.all([both(found.fed, found.row), both(own, null)]);
  return { of, fed, free, roads: roadsOf(run, kept, fed.before) };
}

function roadsOf(run: Run, { before, steps }: Kept, trace: Trace): WalkedExample["roads"] {
  const example = roadsExample(trace);
  const roads = gradientRoads(run.model.shape, before, example, "all");
  return { roads, example, of: "all", trainedSteps: steps - 1 };
}

interface Resolved {
  readonly fed: TracedExample;
  readonly row: FedRow | null;
}

/** Null: the batch has no such row, or the model cannot read the source. */
function resolveFollowed(run: Run, kept: Kept, of: Followed): Resolved | null {
  const show = showOf(of, "truth");
  if (of.kind === "row") {
    const row = rowOf(run.model, kept, of.row);
    if (!row) return null;
    const { pair, edits } = row;
    return { row, fed: { source: pair.source, answer: pair, show: { ...show, edits } } };
  }
  const resolved = resolveExample(run, of.show.example);
  return "problem" in resolved ? null : { row: null, fed: { ...resolved, show } };
}

/** The decode of a followed example: greedy, and without edits. */
function showOf(of: Followed, feeding: Show["feeding"]): Show {
  const { example } = of.kind === "shown" ? of.show : INITIAL_SHOW;
  return { ...INITIAL_SHOW, example, feeding, choosing: GREEDY };
}
