/**
 * Beam search: keeps the most probable paths and extends each by a step (Graves 2012; Sutskever et al. 2014, section
 * 3.2). The score is the plain sum of log-probabilities without length normalization, so the most probable finished
 * answer wins, which favours short answers.
 */
import { EOS, SOS, type Vocabulary, viewToken } from "../text/tokens";
import { type BeamNode, TOP_PRUNED } from "../results/trace";
import { type EditPlan, lastSaid } from "./editPlan";
import type { Search } from "./search";

export interface BeamSettings {
  readonly width: number;
  readonly limit: number; // most steps, <eos> included
}

export interface BeamResult {
  readonly nodes: readonly BeamNode[];
  /** Number of continuations compared in each step: live paths x V. Only the best of them are nodes. */
  readonly scored: readonly number[];
  /** The answer's tokens, with <eos> if the model said it. */
  readonly path: readonly number[];
}

/** A path of the search, by its last node. */
interface Hypothesis {
  readonly node: number; //  index of the last node, -1 after <sos>
  readonly token: number;
  readonly total: number; // log-probability, in nats
}

/** A continuation of a hypothesis by one token. */
interface Continuation {
  readonly row: number; // index of the hypothesis among the live ones
  readonly token: number;
  readonly logProbability: number;
  readonly total: number;
}

interface DraftNode extends Omit<BeamNode, "token" | "isAnswer"> {
  readonly token: number;
}

/**
 * Searches for the most probable answer to one source.
 * With width 1 the answer is the greedy one. A finished answer ends the search if no live path is more probable,
 * because totals never rise.
 * A token that a hand says is the only continuation of every path at its step, with the model's own probability. An
 * answer that ends before such a step gives way to those that reach it.
 */
export function* beamSearch(
  plan: EditPlan,
  vocabulary: Vocabulary,
  { width, limit }: BeamSettings,
): Search<BeamResult> {
  const nodes: DraftNode[] = [];
  const scored: number[] = [];
  let live: readonly Hypothesis[] = [{ node: -1, token: SOS, total: 0 }]; // most probable first
  let parents: readonly number[] = [0];
  let finished: Hypothesis | null = null;
  const due = lastSaid(plan);
  for (let step = 0; step < limit && isOpen(live, step > due ? finished : null); step++) {
    const logits = yield { step, parents, tokens: live.map(({ token }) => token) }; // [live, V]
    scored.push(logits.length);
    const ranked = rank(live, logits, width, plan.said.get(step) ?? null);
    const grown = grow(live, ranked, { step, size: nodes.length });
    nodes.push(...grown.nodes);
    if (step === due) finished = null;
    for (const answer of grown.ended) if (isBetter(answer, finished)) finished = answer;
    live = grown.kept;
    parents = grown.rows;
  }
  return { ...readTree(nodes, (finished ?? live[0])?.node ?? -1, vocabulary), scored };
}

interface Growth {
  readonly nodes: readonly DraftNode[];
  readonly kept: readonly Hypothesis[]; //  most probable first
  readonly rows: readonly number[]; //      indices of their parents among the live ones
  readonly ended: readonly Hypothesis[];
}

/** The tree's next layer: the survivors are kept, or ended if they are <eos>; the others are pruned. */
function grow(
  live: readonly Hypothesis[],
  { survivors, pruned }: Ranking,
  { step, size }: { readonly step: number; readonly size: number },
): Growth {
  const draft = ({ row, ...continuation }: Continuation, fate: BeamNode["fate"]): DraftNode => ({
    parent: live[row]?.node ?? -1,
    step,
    ...continuation,
    fate,
  });
  const nodes = [
    ...survivors.map((one) => draft(one, one.token === EOS ? "ended" : "kept")),
    ...pruned.map((one) => draft(one, "pruned")),
  ];
  const grown = survivors.map(({ row, token, total }, i) => ({
    row,
    token,
    total,
    node: size + i,
  }));
  const kept = grown.filter(({ token }) => token !== EOS);
  const ended = grown.filter(({ token }) => token === EOS);
  return { nodes, kept, rows: kept.map(({ row }) => row), ended };
}

/** Whether a live path may still become the best answer. */
function isOpen(live: readonly Hypothesis[], finished: Hypothesis | null): boolean {
  const best = live[0];
  return best !== undefined && isBetter(best, finished);
}

function isBetter(hypothesis: Hypothesis, other: Hypothesis | null): boolean {
  return other === null || hypothesis.total > other.total;
}

/** The continuations of one step that the tree shows, each list in order. */
interface Ranking {
  readonly survivors: readonly Continuation[]; // at most `width`
  readonly pruned: readonly Continuation[]; //    the best of the others
}

/**
 * Ranks the continuations of all live paths.
 * @param logits [live, V]
 * @param said the only token that survives; null: any does
 */
function rank(
  live: readonly Hypothesis[],
  logits: Float32Array,
  width: number,
  said: number | null,
): Ranking {
  const V = logits.length / live.length;
  const all = live
    .flatMap((hypothesis, row) =>
      logSoftmax(logits.subarray(row * V, (row + 1) * V)).map((logProbability, token) => ({
        row,
        token,
        logProbability,
        total: hypothesis.total + logProbability,
      })),
    )
    .toSorted(byTotal);
  const allowed = said === null ? all : all.filter(({ token }) => token === said);
  const survivors = allowed.slice(0, width);
  const pruned = all.filter((one) => !survivors.includes(one)).slice(0, TOP_PRUNED);
  return { survivors, pruned };
}

/** Ties go to the more probable path and to the smaller id, like argmax. */
function byTotal(a: Continuation, b: Continuation): number {
  return b.total - a.total || a.row - b.row || a.token - b.token;
}

/** log p of every token, in double precision. logits [V] */
function logSoftmax(logits: Float32Array): number[] {
  const largest = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const sum = logits.reduce((total, x) => total + Math.exp(x - largest), 0);
  return Array.from(logits, (x) => x - largest - Math.log(sum));
}

/** The tree for the trace, and the path to its answer. */
function readTree(
  nodes: readonly DraftNode[],
  last: number,
  vocabulary: Vocabulary,
): Pick<BeamResult, "nodes" | "path"> {
  const answer = new Set<number>();
  const path: number[] = [];
  for (let node = last; node >= 0; node = nodes[node]?.parent ?? -1) {
    answer.add(node);
    path.unshift(nodes[node]?.token ?? EOS);
  }
  return {
    nodes: nodes.map((node, i) => ({
      ...node,
      token: viewToken(vocabulary, node.token),
      isAnswer: answer.has(i),
    })),
    path,
  };
}
