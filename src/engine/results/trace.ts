/** The Trace: one decoded example with every quantity on the way, in plain arrays. Figures read it and never the store. */
import type { CellKind } from "../setup/config";
import type { ModelShape } from "../setup/modelShape";
import type { Show } from "../show";
import type { GoldLinks, Task } from "../tasks/task";
import type { TokenView } from "../text/tokens";

/** Row-major matrix; element (i, j) is data[i * columns + j]. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float32Array;
}

/** Where a decoder step's input token came from. */
export type InputOrigin = "sos" | "truth" | "model";

/** What attention did in one step. */
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

/** The inner quantities of a cell, in PyTorch's order; a tanh RNN has none. */
export const GATES = {
  rnn: [],
  gru: ["reset", "update", "candidate"], //           r, z, n
  lstm: ["input", "forget", "candidate", "output"], // i, f, g, o
} as const satisfies Record<CellKind, readonly string[]>;

export type GateName = (typeof GATES)[CellKind][number];

/** What one layer did in one step. */
export interface LayerTrace {
  readonly before: CellState;
  readonly gates: Readonly<Partial<Record<GateName, Float32Array>>>; // [H] each
  readonly after: CellState;
}

/** One answer that the model considered. */
export interface Candidate {
  readonly token: TokenView;
  readonly logit: number;
  readonly probability: number; // softmax over the whole target vocabulary
}

export interface DecoderStep {
  readonly input: TokenView;
  readonly inputOrigin: InputOrigin;
  readonly embedding: Float32Array; //           [E] of the input token; one-hot: [V]
  readonly fedAttentional: Float32Array | null; // [H] h~(t-1), where it joins the cell's input (input feeding)
  readonly attention: AttentionTrace | null;
  readonly layers: readonly LayerTrace[]; //     bottom first; the top one queries and is read
  readonly attentional: Float32Array | null; //  [H] h~ = tanh(Wc [c; h]), Luong timing only
  readonly logits: Float32Array; //              [V]
  readonly top: readonly Candidate[]; // best first, at most TOP_CANDIDATES
  /** What the model said: the argmax, the token drawn, or the next one on the best path of a beam. */
  readonly chosen: TokenView;
}

/** The layer that queries and is read. */
export function topLayer(step: DecoderStep): LayerTrace {
  const layer = step.layers.at(-1);
  if (!layer) throw new Error("trace: a step without layers");
  return layer;
}

/** One continuation that a beam search considered: a token behind the path of its parent. */
export interface BeamNode {
  readonly parent: number; //         index of the node before it, -1 behind <sos>
  readonly step: number; //           0-based decoder step that says it
  readonly token: TokenView;
  readonly logProbability: number; // of this token behind this path, in nats
  readonly total: number; //          sum along the path
  /** "kept": goes on. "ended": said <eos>. "pruned": not among the best. */
  readonly fate: "kept" | "ended" | "pruned";
  readonly isAnswer: boolean; //      on the path that was chosen in the end
}

/** How the tokens were chosen. Fed the truth, it is always "greedy". */
export type DecodingTrace =
  | { readonly kind: "greedy" }
  | { readonly kind: "sampling"; readonly temperature: number; readonly seed: number }
  | {
      readonly kind: "beam";
      readonly width: number;
      /** In each step the best `width` continuations, and the likeliest of the pruned ones. */
      readonly nodes: readonly BeamNode[];
      /** Continuations compared in each step: the paths that went on, times the vocabulary. */
      readonly scored: readonly number[];
    };

/** What figures say of the task: its name, what a token is on either side, and the longest source in training. */
export type TracedTask = Pick<Task, "id" | "sourceUnit" | "targetUnit" | "maxSourceLength">;

export interface Trace {
  readonly task: TracedTask;
  /** The run whose weights made it; null in a trace that was shipped with the page. */
  readonly runId: number | null;
  /** The model; with a reversed source, columns and gold links are in the order in which the encoder reads. */
  readonly shape: ModelShape;
  /** S tokens as read, <eos> last; one that the vocabulary lacks has the id of <unk> and the text that was typed. */
  readonly source: readonly TokenView[];
  /** The right answer with its <eos>, or null where nobody knows it. */
  readonly expected: readonly TokenView[] | null;
  /** Gold links by expected token, <eos> to <eos> included; null where nobody knows them. */
  readonly gold: GoldLinks | null;
  /** What decided this decode, as it came about: fed the truth only where there is one, by weights that there are. */
  readonly show: Show;
  readonly decoding: DecodingTrace;
  readonly encoder: {
    readonly embeddings: Matrix; //    [S, E]; one-hot: [S, source vocabulary]
    readonly states: Matrix; //        [S, K] of the top layer: forward, and behind it backward if there are two directions
    readonly lower: Matrix | null; //  [S, K] of the first layer, where there are two
  };
  readonly steps: readonly DecoderStep[]; // at least one; the first one's layers begin with s(0)
  /** Why decoding ended: the model said <eos>, the truth ended (teacher forcing), or the length limit. */
  readonly ending: "eos" | "truth" | "limit";
  /** Training steps behind the weights that made this trace. */
  readonly trainedSteps: number;
}

export const TOP_CANDIDATES = 5;
/** How many pruned continuations a beam's step names: enough to see what the cut was between. */
export const TOP_PRUNED = 3;
