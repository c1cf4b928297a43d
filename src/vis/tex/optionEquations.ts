/**
 * What each option of the set-up does, as an equation in TeX. The engine computes these equations: PyTorch's cells,
 * scores without bias. Letters match the step panel: x_t is the cell's whole input, E(y) or onehot(y) the token in it.
 * An encoder state is h, a decoder state s; the cell's own equation writes h for the state of either.
 */
import type { CellTerms } from "../../engine/cells/cell";
import { CELL_TEX } from "../../engine/cells/tex";
import type { OptionTerms } from "../../engine/scores/score";
import { SCORE_TEX } from "../../engine/scores/tex";
import type { Config } from "../../engine/setup/config";
import { feedsInput } from "../../engine/setup/modelShape";
import { SYMBOLS } from "./symbols";
import { aligned, colour, display, TOKEN_VECTORS } from "./markup";

const query = colour("decoder", "q_t");
const score = "e_{t,j}";
const context = colour("attention", "c_t");
const combined = colour("decoder", String.raw`\tilde h_t`);
const combinedBefore = colour("decoder", String.raw`\tilde h_{t-1}`);
const forward = (j: string): string => colour("encoder", String.raw`\overrightarrow{h}_{${j}}`);
const backward = (j: string): string => colour("encoder", String.raw`\overleftarrow{h}_{${j}}`);
const eos = String.raw`\langle\mathrm{eos}\rangle`;

/** Terms whose notation depends on the set-up. */
interface Terms {
  readonly key: (j: string) => string; //   encoder state: key and value
  readonly state: (t: string) => string; // decoder state
  readonly sourceToken: string; //          token j as the encoder reads it
  readonly token: string; //                the last token as the decoder reads it
}

function termsOf(config: Config): Terms {
  const symbols = SYMBOLS;
  const read = TOKEN_VECTORS[config.tokenInput];
  return {
    key: (j) => colour("encoder", `${symbols.key}_{${j}}`),
    state: (t) => colour("decoder", `${symbols.state}_{${t}}`),
    sourceToken: `${read}(x_j)`,
    token: `${read}(y_{t-1})`,
  };
}

/** The memory is PyTorch's c, in upper case because c is the context. */
const CELL_TERMS: CellTerms = {
  mark: "",
  gate: (letter) => `${letter}_t`,
  input: "x_t",
  before: "h_{t-1}",
  after: "h_t",
  memoryBefore: "C_{t-1}",
  memoryAfter: "C_t",
};

const CELLS: Record<Config["cell"], string> = mapValues(CELL_TEX, (lines) =>
  display(lines(CELL_TERMS)),
);

function directions({ key, state, sourceToken }: Terms): Record<Config["direction"], string> {
  return {
    unidirectional: aligned([
      String.raw`${key("j")} &= f(${key("j-1")},\, ${sourceToken})`,
      String.raw`${state("0")}^{(l)} &= ${key("S")}^{(l)}`,
    ]),
    bidirectional: aligned([
      String.raw`${forward("j")} &= f(${forward("j-1")},\, ${sourceToken})`,
      String.raw`${backward("j")} &= f(${backward("j+1")},\, ${sourceToken})`,
      String.raw`${key("j")} &= [${forward("j")};\, ${backward("j")}]`,
      String.raw`${state("0")} &= W_{\mathrm{bridge}}\, [${forward("S")};\, ${backward("1")}] + b_{\mathrm{bridge}}`,
    ]),
  };
}

const SOURCE_ORDERS: Record<Config["sourceOrder"], string> = {
  forward: String.raw`x_1,\; x_2,\; \ldots,\; x_m,\; ${eos}`,
  reversed: String.raw`x_m,\; \ldots,\; x_2,\; x_1,\; ${eos}`,
};

/** A one-hot vector picks a row of the table E, [V, E], and a column of PyTorch's W, [out, in]. */
const TOKEN_INPUTS: Record<Config["tokenInput"], string> = {
  learned: aligned([
    String.raw`E(x_j) &= E_{i,:} \qquad i = x_j`,
    String.raw`&= \operatorname{onehot}(i)^{\top} E`,
  ]),
  onehot: aligned([
    String.raw`\operatorname{onehot}(x_j) &= (0, \ldots, \underset{i}{1}, \ldots, 0)`,
    String.raw`W \operatorname{onehot}(x_j) &= W_{:,i} \qquad i = x_j`,
  ]),
};

function attentions({ key, state, token }: Terms): Record<Config["attention"], string> {
  const terms: OptionTerms = {
    q: query,
    k: key("j"),
    qi: colour("decoder", "q_{t,i}"),
    ki: key("j,i"),
  };
  return {
    none: String.raw`${state("t")} = f(${state("t-1")},\, ${token})`,
    ...mapValues(SCORE_TEX, ({ option }) => {
      const [first, ...others] = option(terms);
      return display([`${score} ${first}`, ...others]);
    }),
  };
}

function timings({ key, state, token }: Terms, isFed: boolean): Record<Config["timing"], string> {
  const weighted = String.raw`\textstyle\sum_j ${colour("attention", String.raw`\alpha_{t,j}`)}\, ${key("j")}`;
  return {
    bahdanau: aligned([
      String.raw`${query} &= ${state("t-1")} \qquad ${context} = ${weighted}`,
      String.raw`x_t &= [${token};\, ${context}]`,
      String.raw`${state("t")} &= f(${state("t-1")},\, x_t)`,
      String.raw`\ell_t &= W_{\mathrm{out}} ${state("t")} + b_{\mathrm{out}}`,
    ]),
    luong: aligned([
      isFed ? String.raw`x_t &= [${token};\, ${combinedBefore}]` : `x_t &= ${token}`,
      String.raw`${state("t")} &= f(${state("t-1")},\, x_t)`,
      String.raw`${query} &= ${state("t")} \qquad ${context} = ${weighted}`,
      String.raw`${combined} &= \tanh(W_c [${context};\, ${state("t")}])`,
      String.raw`\ell_t &= W_{\mathrm{out}} ${combined} + b_{\mathrm{out}}`,
    ]),
  };
}

function inputFeedings({ token }: Terms): Record<Config["inputFeeding"], string> {
  const start = String.raw`${colour("decoder", String.raw`\tilde h_0`)} = 0`;
  return {
    off: String.raw`x_t = ${token}`,
    on: String.raw`x_t = [${token};\, ${combinedBefore}] \qquad ${start}`,
  };
}

const least = String.raw`\min(P, \varepsilon)`; // a floor above P has no effect

/** P(feed truth) at training step i, N steps being the half-life and epsilon the floor. */
const SCHEDULES: Record<Config["schedule"], string> = {
  constant: "P_i = P",
  linear: String.raw`P_i = \max(${least},\, P - c\,i) \qquad c = \frac{P}{2N}`,
  exponential: String.raw`P_i = \max(${least},\, P\,k^{i}) \qquad k = 2^{-1/N}`,
  inverseSigmoid: aligned([
    String.raw`P_i &= \max\Bigl(${least},\, P\, \frac{k + 1}{k + e^{i/k}}\Bigr)`,
    String.raw`k\colon\;& \frac{k + 1}{k + e^{N/k}} = \frac{1}{2}`,
  ]),
};

/** The token that pair b is fed at decoder step t of training step i, with the coin that decides it. */
function coin(u: string): string {
  const fed = String.raw`\tilde y_{b,t-1}`;
  const truth = colour("truth", "y_{b,t-1}");
  const own = colour("decoder", String.raw`\hat y_{b,t-1}`);
  return aligned([
    String.raw`${fed} &= \begin{cases} ${truth} & ${u} < P_i \\ ${own} & ${u} \ge P_i \end{cases}`,
    String.raw`${u} &\sim U(0, 1) \qquad t \ge 2`,
  ]);
}

const COINS: Record<Config["coin"], string> = {
  token: coin("u_{b,t}"),
  step: coin("u_t"),
  sequence: coin("u_b"),
};

function mapValues<K extends string, V>(
  table: Readonly<Record<K, V>>,
  make: (value: V) => string,
): Record<K, string> {
  const entries = Object.entries<V>(table).map(([key, value]) => [key, make(value)]);
  return Object.fromEntries(entries) as Record<K, string>;
}

function choicesOf(config: Config) {
  const terms = termsOf(config);
  return {
    cell: CELLS,
    direction: directions(terms),
    sourceOrder: SOURCE_ORDERS,
    tokenInput: TOKEN_INPUTS,
    attention: attentions(terms),
    timing: timings(terms, feedsInput(config)),
    inputFeeding: inputFeedings(terms),
    schedule: SCHEDULES,
    coin: COINS,
  } as const satisfies { readonly [K in keyof Config]?: Record<Config[K], string> };
}

/** Number settings that an equation explains. */
const NUMBERS = {
  dropout: String.raw`a \leftarrow \frac{m \odot a}{1 - p} \qquad m_i \sim \operatorname{Bernoulli}(1 - p)`,
  clipNorm: String.raw`g \leftarrow g \cdot \min\Bigl(1,\, \frac{c}{\lVert g \rVert}\Bigr)`,
  learningRate: String.raw`\theta \leftarrow \theta - \eta\, \frac{\hat m}{\sqrt{\hat v} + 10^{-8}}`,
} as const satisfies { readonly [K in keyof Config]?: string };

type ByOption = Readonly<Record<string, string>>;

/** The equation of a setting in TeX; null if no equation explains it. */
export function optionEquation(name: keyof Config, config: Config): string | null {
  const choices: Readonly<Partial<Record<keyof Config, ByOption>>> = choicesOf(config);
  const numbers: Readonly<Partial<Record<keyof Config, string>>> = NUMBERS;
  return numbers[name] ?? choices[name]?.[config[name]] ?? null;
}
