/** The Trace: one decoded example with every intermediate quantity, in plain arrays. Figures read it, never the store. */
import type { BesideDecode } from "./besideDecode";
import type { CellKind } from "../setup/config";
import type { ModelShape } from "../setup/modelShape";
import type { Show } from "../show";
import type { GoldLinks, Task, Unsolved } from "../tasks/task";
import type { TokenView } from "../text/tokens";

/** Row-major matrix; element (i, j) is data[i * columns + j]. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float32Array;
}

/** The origin of a decoder step's input token. "model": the answer of the step before, even where a hand said it. */
export type InputOrigin = "sos" | "truth" | "model" | "hand";

/** Attention in one step. */
export interface AttentionTrace {
  readonly query: Float32Array; //    q            [H]  s(t-1) in Bahdanau timing, h(t) in Luong timing
  readonly scores: Float32Array; //   e(q, h_s)    [S]
  readonly weights: Float32Array; //  softmax(e)   [S]
  readonly context: Float32Array; //  sum_s a_s h_s [K]
}

/** A layer's recurrent state. */
export interface CellState {
  readonly h: Float32Array; //        hidden state [H]
  readonly c: Float32Array | null; // the LSTM's memory cell [H]; null in other cells
}

/** The gates and the candidate of a cell, in PyTorch's order; a tanh RNN has none. */
export const GATES = {
  rnn: [],
  gru: ["reset", "update", "candidate"], //           r, z, n
  lstm: ["input", "forget", "candidate", "output"], // i, f, g, o
} as const satisfies Record<CellKind, readonly string[]>;

export type GateName = (typeof GATES)[CellKind][number];

/** One layer in one step. */
export interface LayerTrace {
  readonly before: CellState;
  readonly gates: Readonly<Partial<Record<GateName, Float32Array>>>; // [H] each
  readonly after: CellState;
}

/** One of the most probable tokens of a step. */
export interface Candidate {
  readonly token: TokenView;
  readonly logit: number;
  readonly probability: number; // softmax over the whole target vocabulary
}

export interface DecoderStep {
  readonly input: TokenView;
  readonly inputOrigin: InputOrigin;
  readonly embedding: Float32Array; //           [E] of the input token; one-hot: [V]
  readonly fedAttentional: Float32Array | null; // [H] h~(t-1), with input feeding
  readonly attention: AttentionTrace | null;
  readonly layers: readonly LayerTrace[]; //     bottom first; the top one gives query and logits
  readonly attentional: Float32Array | null; //  [H] h~ = tanh(Wc [c; h]), Luong timing only
  readonly logits: Float32Array; //              [V]
  readonly top: readonly Candidate[]; // best first, at most TOP_CANDIDATES
  /** The answer: the argmax, a sample, the next token on the best path of a beam, or the token that a hand said. */
  readonly chosen: TokenView;
  /** Whether an edit said the token. `logits` and `top` stay as computed. */
  readonly saidByHand: boolean;
}

/** The layer that gives query and logits. */
export function topLayer(step: DecoderStep): LayerTrace {
  const layer = step.layers.at(-1);
  if (!layer) throw new Error("trace: expected a step with layers, got none");
  return layer;
}

/** One continuation in a beam search: a token after the path of its parent. */
export interface BeamNode {
  readonly parent: number; //         index of the previous node, -1 after <sos>
  readonly step: number; //           0-based decoder step of the token
  readonly token: TokenView;
  readonly logProbability: number; // of this token after this path, in nats
  readonly total: number; //          sum along the path
  /** "kept": the path continues. "ended": the token is <eos>. "pruned": not among the best. */
  readonly fate: "kept" | "ended" | "pruned";
  readonly isAnswer: boolean; //      on the path of the final answer
}

/** How the tokens were chosen; with teacher forcing always "greedy". */
export type DecodingTrace =
  | { readonly kind: "greedy" }
  | { readonly kind: "sampling"; readonly temperature: number; readonly seed: number }
  | {
      readonly kind: "beam";
      readonly width: number;
      /** For each step the best `width` continuations, and the most probable pruned ones. */
      readonly nodes: readonly BeamNode[];
      /** Number of continuations compared in each step: the kept paths times the vocabulary. */
      readonly scored: readonly number[];
    };

/** The part of the task that figures need. */
export type TracedTask = Pick<Task, "id" | "sourceUnit" | "targetUnit" | "maxSourceLength">;

/** One head of an attention. n queries, m keys. */
export interface HeadTrace {
  readonly queries: Matrix; //  [n, d/h]
  readonly keys: Matrix; //     [m, d/h]
  readonly values: Matrix; //   [m, d/h]
  readonly scores: Matrix; //   q.k / sqrt(d/h), [n, m]; 0 where the query does not look
  readonly weights: Matrix; //  softmax over the keys in sight, 0 at others [n, m]
  readonly contexts: Matrix; // [n, d/h]
}

/** The attentions of a Transformer, each by layer (the bottom one first) and head. S source tokens, T steps. */
export interface TransformerTrace {
  readonly encoder: readonly (readonly HeadTrace[])[]; // from source tokens to source tokens
  readonly self: readonly (readonly HeadTrace[])[]; //    from steps to steps, the later ones hidden
  readonly cross: readonly (readonly HeadTrace[])[]; //   from steps to source tokens
}

export interface Trace {
  readonly task: TracedTask;
  /** The run with these weights; null in a shipped trace. */
  readonly runId: number | null;
  /** The model's shape. Source columns and gold links are in the encoder's reading order. */
  readonly shape: ModelShape;
  /**
   * S tokens in reading order, <eos> last, then the <pad> of an edit; an unknown token has the id of <unk> and the text
   * that was typed.
   */
  readonly source: readonly TokenView[];
  /** The right answer with its <eos>, or null if it is unknown. */
  readonly expected: readonly TokenView[] | null;
  /** Why the source has no right answer, where the task can say it. */
  readonly unsolved?: Unsolved;
  /** Gold links by expected token, <eos> to <eos> included; null if they are unknown. */
  readonly gold: GoldLinks | null;
  /** The settings in effect for this decode: teacher forcing only with a known answer, only weights that exist. */
  readonly show: Show;
  readonly decoding: DecodingTrace;
  /** The source whose states an edit has put in the place of `source`: `encoder` is of it. Null: there is no such edit. */
  readonly swappedSource: readonly TokenView[] | null;
  readonly encoder: {
    readonly embeddings: Matrix; //    [S, E]; one-hot: [S, source vocabulary]
    readonly states: Matrix; //        [S, K] of the top layer: forward, then backward if bidirectional
    readonly lower: Matrix | null; //  [S, K] of the first layer, if there are two
  };
  /** Null: the network is recurrent. Else `attention` of the steps is the mean over the heads of the top layer. */
  readonly transformer: TransformerTrace | null;
  readonly steps: readonly DecoderStep[]; // at least one; the layers of the first begin with s(0)
  /** Why decoding ended: the model said <eos>, the truth ended (teacher forcing), or the length limit. */
  readonly ending: "eos" | "truth" | "limit";
  /** Training steps behind the weights of this trace. */
  readonly trainedSteps: number;
  /** The decode that `show.beside` puts beside this one; null where there is none, or it would be the same. */
  readonly beside: BesideDecode | null;
  /** The same decode without the edits of `show`; null where there are none. */
  readonly untouched: UntouchedDecode | null;
}

/** What the decode would be without the student's edits. */
export type UntouchedDecode = Pick<Trace, "steps" | "ending" | "decoding">;

export const TOP_CANDIDATES = 5;
/** Pruned continuations listed for each step of a beam: enough to compare them with the kept ones. */
export const TOP_PRUNED = 3;
