/** The Trace: one decoded example with every quantity on the way, in plain arrays. All figures read it and nothing else. */
import type { AttentionKind, Timing } from "./config";
import type { GoldLinks } from "./tasks/task";
import type { TokenView } from "./tokens";

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
  readonly context: Float32Array; //  sum_s a_s h_s [H]
}

/** The GRU's inner quantities in one step (PyTorch's form). */
export interface GruGates {
  readonly reset: Float32Array; //     r [H]
  readonly update: Float32Array; //    z [H]
  readonly candidate: Float32Array; // n [H]
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
  readonly embedding: Float32Array; //        [E] of the input token
  readonly attention: AttentionTrace | null;
  readonly gates: GruGates;
  readonly previousState: Float32Array; //    [H]
  readonly state: Float32Array; //            [H]
  readonly attentional: Float32Array | null; // [H] h~ = tanh(Wc [c; h]), Luong timing only
  readonly logits: Float32Array; //           [V]
  readonly top: readonly Candidate[]; // best first, at most TOP_CANDIDATES
  readonly chosen: TokenView; // the argmax
}

export interface Trace {
  readonly source: readonly TokenView[]; // S tokens, <eos> last
  /** The right answer with its <eos>, or null where nobody knows it. */
  readonly expected: readonly TokenView[] | null;
  /** Gold links by expected token, <eos> to <eos> included; null where nobody knows them. */
  readonly gold: GoldLinks | null;
  readonly attention: AttentionKind;
  readonly timing: Timing;
  readonly teacherForcing: boolean;
  readonly encoder: {
    readonly embeddings: Matrix; // [S, E]
    readonly states: Matrix; //     [S, H]
  };
  readonly initialState: Float32Array; // [H] the decoder's s(0)
  readonly steps: readonly DecoderStep[];
  /** Why decoding ended: the model said <eos>, the truth ended (teacher forcing), or the length limit. */
  readonly ending: "eos" | "truth" | "limit";
  /** Training steps behind the weights that made this trace. */
  readonly trainedSteps: number;
}

export const TOP_CANDIDATES = 5;
