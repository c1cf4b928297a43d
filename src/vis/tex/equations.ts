/** The equations of one decoder step in TeX, as the engine computes them, with the indices of the step. */
import { hiddenOf } from "../../engine/edits/edit";
import { SCORE_TEX } from "../../engine/scores/tex";
import { hasAttentionalState } from "../../engine/setup/modelShape";
import type { Trace } from "../../engine/results/trace";
import { isSetByHand } from "../facts/byHand";
import { attentionTemperature } from "../facts/handNotes";
import { cellLines } from "./cellEquations";
import type { Op } from "../../engine/results/operation";
import { aligned, colour, madeBy } from "./markup";
import {
  contextTex,
  keyLine,
  keyTex,
  newCombinedTex,
  newStateTex,
  queryStateTex,
  queryTex,
  tokenTex,
} from "./terms";

/** A row of the embedding table, or a one-hot vector, which picks a column of a matrix. */
function embedTex(trace: Trace, index: number): string {
  const id = trace.steps[index]?.input.id ?? 0;
  const token = tokenTex(trace, index);
  const { tokenInput } = trace.shape;
  switch (tokenInput) {
    case "learned":
      return String.raw`${token} = E_{${id},\,:}`;
    case "onehot":
      return aligned([
        String.raw`${token} &= (\dots,\, 0,\, \underset{${id}}{1},\, 0,\, \dots)`,
        String.raw`W\, ${token} &= W_{:,\,${id}}`,
      ]);
    default:
      return tokenInput satisfies never;
  }
}

/** The query: the top layer's state before this step (Bahdanau) or of this step (Luong). */
function queryEquation(trace: Trace, index: number): string {
  return `${queryTex(index)} = ${queryStateTex(trace, index)}`;
}

function scoreOf(index: number, place: "j" | "k"): string {
  return madeBy("score", `e_{${index + 1},${place}}`);
}

/** The score e. For a bidirectional encoder the key is written first. */
function scoreTex(trace: Trace, index: number): string {
  const { attention } = trace.shape;
  if (attention === "none") throw new Error("equations: a model without attention has no scores");
  const terms = { q: queryTex(index), k: keyTex(trace) };
  const [first, ...others] = SCORE_TEX[attention].step(terms);
  const key = keyLine(trace);
  const lines = [`${scoreOf(index, "j")} ${first}`, ...others];
  return aligned(key ? [key, ...lines] : lines);
}

/** Weights by hand are not the softmax of the scores. A temperature divides the scores, and hidden tokens are left out. */
function softmaxTex(trace: Trace, index: number, weight: string): string {
  const S = trace.source.length;
  if (isSetByHand(trace, "look", index))
    return String.raw`${weight} = ${colour("attention", String.raw`\alpha^{\ast}_{${index + 1},j}`)}`;
  const temperature = attentionTemperature(trace);
  const by = temperature === 1 ? "" : ` / ${temperature}`;
  const hidden = [...hiddenOf(trace.show.edits)].map((position) => position + 1);
  const without = hidden.length === 0 ? "" : String.raw`,\, k \ne ${hidden.join(", ")}`;
  const expOf = (place: "j" | "k"): string =>
    by === ""
      ? String.raw`\exp ${scoreOf(index, place)}`
      : String.raw`\exp(${scoreOf(index, place)}${by})`;
  return String.raw`${weight} = \frac{${expOf("j")}}{\sum_{k=1${without}}^{${S}} ${expOf("k")}}`;
}

function logitsOf(index: number): string {
  return madeBy("output", String.raw`\ell_{${index + 1}}`);
}

/** How the token is chosen. Sampling draws from the softmax of the logits divided by the temperature. */
function chooseLine({ decoding, steps }: Trace, index: number): string {
  const now = index + 1;
  const said = colour("decoder", String.raw`\hat y_{${now}}`, "output");
  const logits = logitsOf(index);
  if (steps[index]?.saidByHand) return String.raw`${said} &= y^{\ast}_{${now}}`;
  switch (decoding.kind) {
    case "greedy":
      return String.raw`${said} &= \arg\max\, p_{${now}}`;
    case "sampling":
      return String.raw`${said} &\sim \operatorname{softmax}(${logits} / ${decoding.temperature})`;
    case "beam": {
      const path = colour("decoder", String.raw`\hat y_1, \hat y_2, \dots`);
      return String.raw`${path} &= \operatorname*{arg\,max}_{y \,\in\, \mathcal{B}} \textstyle\sum_t \ln p_t(y_t)`;
    }
    default:
      return decoding satisfies never;
  }
}

/** The logits come from h~ in Luong timing, else from the state of the top layer. */
function outputTex(trace: Trace, index: number): string {
  const now = index + 1;
  const read = hasAttentionalState(trace.shape) ? newCombinedTex(index) : newStateTex(trace, index);
  return aligned([
    String.raw`${logitsOf(index)} &= W_{\mathrm{out}}\, ${read} + b_{\mathrm{out}}`,
    String.raw`p_{${now}} &= \operatorname{softmax}(${logitsOf(index)})`,
    chooseLine(trace, index),
  ]);
}

/** The equation of an operation. index: 0-based step */
export function equationOf(trace: Trace, index: number, op: Op): string {
  const now = index + 1;
  const S = trace.source.length;
  const weight = colour("attention", String.raw`\alpha_{${now},j}`, "softmax");
  switch (op) {
    case "embed":
      return embedTex(trace, index);
    case "query":
      return queryEquation(trace, index);
    case "score":
      return scoreTex(trace, index);
    case "softmax":
      return softmaxTex(trace, index, weight);
    case "context":
      if (isSetByHand(trace, "emptyContext", index)) return `${contextTex(index)} = 0`;
      return String.raw`${contextTex(index)} = \sum_{j=1}^{${S}} ${weight}\, ${keyTex(trace)}`;
    case "cell":
      return aligned(cellLines(trace, index, 0));
    case "upper":
      return aligned(cellLines(trace, index, 1));
    case "combine": {
      const both = String.raw`[${contextTex(index)};\, ${newStateTex(trace, index)}]`;
      return String.raw`${newCombinedTex(index)} = \tanh(W_c\, ${both})`;
    }
    case "output":
      return outputTex(trace, index);
    default:
      return op satisfies never;
  }
}
