/**
 * The equations of one decoder step in TeX, with this step's numbers for indices and each term in its role's colour.
 * They are the ones that the engine computes: PyTorch's GRU, no biases in the scores.
 */
import type { AttentionKind } from "../engine/config";
import type { InputOrigin, Trace } from "../engine/trace";
import type { Op } from "./ops";
import { isLuong, joinsContext } from "./symbols";

/** Classes that the style sheet colours. */
type Role = "encoder" | "decoder" | "attention" | "truth";

function colour(role: Role, tex: string): string {
  return String.raw`\htmlClass{role-${role}}{${tex}}`;
}

interface Terms {
  readonly before: string; // state that the step starts from
  readonly after: string; //  state that it leaves
  readonly query: string;
  readonly key: string; //    encoder state j
  readonly context: string;
  readonly input: string; //  the token it was fed: the truth y, its own answer y^, or the start mark
  readonly combined: string;
}

/** The token fed to the step with this 0-based index. */
function inputTex(origin: InputOrigin, index: number): string {
  switch (origin) {
    case "sos":
      return String.raw`\langle\mathrm{sos}\rangle`;
    case "truth":
      return colour("truth", `y_{${index}}`);
    case "model":
      return colour("decoder", String.raw`\hat y_{${index}}`);
    default:
      return origin satisfies never;
  }
}

function termsOf(trace: Trace, index: number): Terms {
  const luong = isLuong(trace);
  const letter = luong ? "h" : "s";
  const now = index + 1;
  const origin = trace.steps[index]?.inputOrigin ?? "sos";
  const before = colour("decoder", `${letter}_{${index}}`);
  const after = colour("decoder", `${letter}_{${now}}`);
  return {
    before,
    after,
    query: colour("decoder", `q_{${now}}`),
    key: colour("encoder", luong ? String.raw`\bar h_j` : "h_j"),
    context: colour("attention", `c_{${now}}`),
    input: inputTex(origin, index),
    combined: colour("decoder", String.raw`\tilde h_{${now}}`),
  };
}

function scoreTex(kind: AttentionKind, { query, key }: Terms): string {
  switch (kind) {
    case "additive":
      return String.raw`v^{\top}\tanh(W ${query} + U ${key})`;
    case "dot":
      return String.raw`${query}^{\top}\, ${key}`;
    case "general":
      return String.raw`${query}^{\top} W\, ${key}`;
    case "none":
      throw new Error("equations: a model without attention has no scores");
    default:
      return kind satisfies never;
  }
}

function aligned(lines: readonly string[]): string {
  return String.raw`\begin{aligned}${lines.join(String.raw`\\[3pt]`)}\end{aligned}`;
}

/** One gate: activation of what comes from the input and what comes from the state. */
function gateTex(letter: "r" | "z", now: number, before: string): string {
  const fromInput = `W_{i${letter}} x_{${now}} + b_{i${letter}}`;
  return String.raw`${letter}_{${now}} &= \sigma(${fromInput} + W_{h${letter}} ${before} + b_{h${letter}})`;
}

/** The embedding is a row of a table; it is the cell's whole input where no context joins it. */
function embedTex(trace: Trace, index: number): string {
  const { input } = termsOf(trace, index);
  const row = `E(${input}) = E_{${trace.steps[index]?.input.id},\\,:}`;
  return joinsContext(trace) ? row : `x_{${index + 1}} = ${row}`;
}

function cellTex(trace: Trace, index: number): string {
  const terms = termsOf(trace, index);
  const now = index + 1;
  const embedded = String.raw`E(${terms.input})`;
  const input = joinsContext(trace) ? `[${embedded};\\, ${terms.context}]` : embedded;
  return aligned([
    `x_{${now}} &= ${input}`,
    gateTex("r", now, terms.before),
    gateTex("z", now, terms.before),
    String.raw`n_{${now}} &= \tanh(W_{in} x_{${now}} + b_{in}`,
    String.raw`&\qquad\; + r_{${now}} \odot (W_{hn} ${terms.before} + b_{hn}))`,
    String.raw`${terms.after} &= (1 - z_{${now}}) \odot n_{${now}} + z_{${now}} \odot ${terms.before}`,
  ]);
}

/** The equation of an operation in the step with this 0-based index. */
export function equationOf(trace: Trace, index: number, op: Op): string {
  const terms = termsOf(trace, index);
  const now = index + 1;
  const length = trace.source.length;
  const weight = colour("attention", String.raw`\alpha_{${now},j}`);
  const read = isLuong(trace) ? terms.combined : terms.after;
  switch (op) {
    case "embed":
      return embedTex(trace, index);
    case "query":
      return `${terms.query} = ${isLuong(trace) ? terms.after : terms.before}`;
    case "score":
      return `e_{${now},j} = ${scoreTex(trace.attention, terms)}`;
    case "softmax":
      return String.raw`${weight} = \frac{\exp e_{${now},j}}{\sum_{k=1}^{${length}} \exp e_{${now},k}}`;
    case "context":
      return String.raw`${terms.context} = \sum_{j=1}^{${length}} ${weight}\, ${terms.key}`;
    case "cell":
      return cellTex(trace, index);
    case "combine":
      return String.raw`${terms.combined} = \tanh(W_c\, [${terms.context};\, ${terms.after}])`;
    case "output":
      return aligned([
        String.raw`o_{${now}} &= W_o\, ${read} + b_o`,
        String.raw`p_{${now}} &= \operatorname{softmax}(o_{${now}})`,
        String.raw`\hat y_{${now}} &= \arg\max\, p_{${now}}`,
      ]);
    default:
      return op satisfies never;
  }
}
