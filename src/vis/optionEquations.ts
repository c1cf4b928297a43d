/**
 * What each option of the set-up does, as an equation in TeX.
 * They are the ones that the engine computes: PyTorch's cells, no biases in the scores, h_j the encoder's states.
 */
import type { Config } from "../engine/config";
import { aligned, colour } from "./tex";

const key = colour("encoder", "h_j"); //                     encoder state j: key and value
const query = colour("decoder", "q_t");
const score = "e_{t,j}";
const context = colour("attention", "c_t");
const state = colour("decoder", "s_t"); //                   decoder state, Bahdanau's letter
const stateBefore = colour("decoder", "s_{t-1}");
const hidden = colour("decoder", "h_t"); //                  decoder state, Luong's letter
const hiddenBefore = colour("decoder", "h_{t-1}");
const combined = colour("decoder", String.raw`\tilde h_t`);
const combinedBefore = colour("decoder", String.raw`\tilde h_{t-1}`);
const forward = (j: string): string => colour("encoder", String.raw`\overrightarrow{h}_{${j}}`);
const backward = (j: string): string => colour("encoder", String.raw`\overleftarrow{h}_{${j}}`);
const truth = colour("truth", "y_{t-1}");
const own = colour("decoder", String.raw`\hat y_{t-1}`);
const eos = String.raw`\langle\mathrm{eos}\rangle`;

/** A gate or candidate: activation of what comes from the input and what comes from the state. */
function gate(letter: string, activation: string): string {
  const fromInput = `W_{i${letter}} x_t + b_{i${letter}}`;
  return String.raw`${letter}_t &= ${activation}(${fromInput} + W_{h${letter}} h_{t-1} + b_{h${letter}})`;
}

const SIGMOID = String.raw`\sigma`;
const TANH = String.raw`\tanh`;

const CELLS: Record<Config["cell"], string> = {
  rnn: String.raw`h_t = \tanh(W_{ih} x_t + b_{ih} + W_{hh} h_{t-1} + b_{hh})`,
  gru: aligned([
    gate("r", SIGMOID),
    gate("z", SIGMOID),
    String.raw`n_t &= \tanh(W_{in} x_t + b_{in}`,
    String.raw`&\qquad\; + r_t \odot (W_{hn} h_{t-1} + b_{hn}))`,
    String.raw`h_t &= (1 - z_t) \odot n_t + z_t \odot h_{t-1}`,
  ]),
  /** The memory is PyTorch's c, written large because c is the context. */
  lstm: aligned([
    gate("i", SIGMOID),
    gate("f", SIGMOID),
    gate("g", TANH),
    gate("o", SIGMOID),
    String.raw`C_t &= f_t \odot C_{t-1} + i_t \odot g_t`,
    String.raw`h_t &= o_t \odot \tanh(C_t)`,
  ]),
};

const DIRECTIONS: Record<Config["direction"], string> = {
  unidirectional: aligned([
    String.raw`${key} &= f(${colour("encoder", "h_{j-1}")},\, x_j)`,
    String.raw`${colour("decoder", "s_0^{(l)}")} &= ${colour("encoder", "h_S^{(l)}")}`,
  ]),
  bidirectional: aligned([
    String.raw`${forward("j")} &= f(${forward("j-1")},\, x_j)`,
    String.raw`${backward("j")} &= f(${backward("j+1")},\, x_j)`,
    String.raw`${key} &= [${forward("j")};\, ${backward("j")}]`,
    String.raw`${colour("decoder", "s_0")} &= W_{\mathrm{bridge}}\, [${forward("S")};\, ${backward("1")}] + b_{\mathrm{bridge}}`,
  ]),
};

const SOURCE_ORDERS: Record<Config["sourceOrder"], string> = {
  forward: String.raw`x_1,\; x_2,\; \ldots,\; x_m,\; ${eos}`,
  reversed: String.raw`x_m,\; \ldots,\; x_2,\; x_1,\; ${eos}`,
};

const TOKEN_INPUTS: Record<Config["tokenInput"], string> = {
  learned: String.raw`x_t = e_i\, W = W_{i,:} \qquad W \in \mathbb{R}^{V \times E}`,
  onehot: aligned([
    String.raw`x_t &= e_i = (0, \ldots, 0, \underset{i}{1}, 0, \ldots, 0)`,
    String.raw`x_t W &= W_{i,:}`,
  ]),
};

const additive = String.raw`v^{\top} \tanh(W ${query} + U ${key})`;

const ATTENTIONS: Record<Config["attention"], string> = {
  none: String.raw`${state} = f(${stateBefore},\, x_t)`,
  additive: String.raw`${score} = ${additive}`,
  concat: aligned([
    String.raw`${score} &= v^{\top} \tanh(W_a [${query};\, ${key}])`,
    String.raw`&= ${additive}`,
    String.raw`W_a &= [\,W \;\; U\,]`,
  ]),
  dot: String.raw`${score} = ${query}^{\top} ${key}`,
  general: String.raw`${score} = ${query}^{\top} W\, ${key}`,
  diagonal: String.raw`${score} = ${query}^{\top} \operatorname{diag}(d)\, ${key} = \textstyle\sum_i d_i\, ${colour("decoder", "q_{t,i}")}\, ${colour("encoder", "h_{j,i}")}`,
};

const weighted = String.raw`\textstyle\sum_j ${colour("attention", String.raw`\alpha_{t,j}`)}\, ${key}`;

const TIMINGS: Record<Config["timing"], string> = {
  bahdanau: aligned([
    String.raw`${query} &= ${stateBefore} \qquad ${context} = ${weighted}`,
    String.raw`${state} &= f(${stateBefore},\, [x_t;\, ${context}])`,
    String.raw`\ell_t &= W_{\mathrm{out}} ${state} + b_{\mathrm{out}}`,
  ]),
  luong: aligned([
    String.raw`${hidden} &= f(${hiddenBefore},\, x_t)`,
    String.raw`${query} &= ${hidden} \qquad ${context} = ${weighted}`,
    String.raw`${combined} &= \tanh(W_c [${context};\, ${hidden}])`,
    String.raw`\ell_t &= W_{\mathrm{out}} ${combined} + b_{\mathrm{out}}`,
  ]),
};

const INPUT_FEEDINGS: Record<Config["inputFeeding"], string> = {
  off: String.raw`${hidden} = f(${hiddenBefore},\, x_t)`,
  on: String.raw`${hidden} = f(${hiddenBefore},\, [x_t;\, ${combinedBefore}]) \qquad ${colour("decoder", String.raw`\tilde h_0`)} = 0`,
};

/** P(feed truth) at training step i, N steps being the half-life and epsilon the floor. */
const SCHEDULES: Record<Config["schedule"], string> = {
  constant: "P_i = P",
  linear: String.raw`P_i = \max(\varepsilon,\, P - c\,i) \qquad c = \frac{P}{2N}`,
  exponential: String.raw`P_i = \max(\varepsilon,\, P\,k^{i}) \qquad k = 2^{-1/N}`,
  inverseSigmoid: aligned([
    String.raw`P_i &= \max\Bigl(\varepsilon,\, P\, \frac{k + 1}{k + e^{i/k}}\Bigr)`,
    String.raw`k\colon\; P_N &= P / 2`,
  ]),
};

/** The token fed to step t of pair b, with the coin that decides it. */
function coin(u: string): string {
  return String.raw`x_{b,t} = \begin{cases} ${truth} & ${u} < P \\ ${own} & ${u} \ge P \end{cases} \qquad ${u} \sim U(0, 1)`;
}

const COINS: Record<Config["coin"], string> = {
  token: coin("u_{b,t}"),
  step: coin("u_t"),
  sequence: coin("u_b"),
};

const CHOICES = {
  cell: CELLS,
  direction: DIRECTIONS,
  sourceOrder: SOURCE_ORDERS,
  tokenInput: TOKEN_INPUTS,
  attention: ATTENTIONS,
  timing: TIMINGS,
  inputFeeding: INPUT_FEEDINGS,
  schedule: SCHEDULES,
  coin: COINS,
} as const satisfies { readonly [K in keyof Config]?: Record<Config[K], string> };

/** Numbers whose meaning is an equation. */
const NUMBERS = {
  dropout: String.raw`\tilde x = \frac{m \odot x}{1 - p} \qquad m_i \sim \operatorname{Bernoulli}(1 - p)`,
  clipNorm: String.raw`g \leftarrow g \cdot \min\Bigl(1,\, \frac{c}{\lVert g \rVert}\Bigr)`,
  learningRate: String.raw`\theta \leftarrow \theta - \eta\, \frac{\hat m}{\sqrt{\hat v} + 10^{-8}}`,
} as const satisfies { readonly [K in keyof Config]?: string };

type ByOption = Readonly<Record<string, string>>;

/** The equation of a field as it is set, in TeX; null for a field that is none. */
export function optionEquation(name: keyof Config, value: string | number): string | null {
  const choices: Readonly<Partial<Record<keyof Config, ByOption>>> = CHOICES;
  const numbers: Readonly<Partial<Record<keyof Config, string>>> = NUMBERS;
  return numbers[name] ?? choices[name]?.[value] ?? null;
}
