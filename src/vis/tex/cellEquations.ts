/** One recurrent layer's step in TeX: what the engine's cells compute, PyTorch's forms with both biases. */
import { contextEntersCell, feedsInput } from "../../engine/setup/modelShape";
import type { Trace } from "../../engine/results/trace";
import { combinedTex, contextTex, layerMark, memoryTex, stateTex, tokenTex } from "./terms";

interface LayerTerms {
  readonly mark: string; // of the layer, a superscript
  readonly now: number; // 1-based step
  readonly input: string; // what the layer reads
  readonly before: string;
  readonly after: string;
  readonly memoryBefore: string;
  readonly memoryAfter: string;
}

function layerTerms(trace: Trace, index: number, layer: number): LayerTerms {
  const now = index + 1;
  return {
    mark: layerMark(trace, layer),
    now,
    input: layer === 0 ? `x_{${now}}` : stateTex(trace, now, layer - 1),
    before: stateTex(trace, index, layer),
    after: stateTex(trace, now, layer),
    memoryBefore: memoryTex(trace, index, layer),
    memoryAfter: memoryTex(trace, now, layer),
  };
}

/** The first layer's input, with the context or the attentional state behind the token where they join. */
function inputLine(trace: Trace, index: number): string {
  const { shape } = trace;
  const parts = [tokenTex(trace, index)];
  if (contextEntersCell(shape)) parts.push(contextTex(index));
  if (feedsInput(shape)) parts.push(combinedTex(index));
  const joined = parts.length > 1 ? String.raw`[${parts.join(String.raw`;\, `)}]` : parts.join("");
  return `x_{${index + 1}} &= ${joined}`;
}

/** W x + b, the share that comes from the input. */
function fromInput({ mark, input }: LayerTerms, gate: string): string {
  return `W_{i${gate}}${mark} ${input} + b_{i${gate}}${mark}`;
}

/** W h + b, the share that comes from the state before. */
function fromState({ mark, before }: LayerTerms, gate: string): string {
  return `W_{h${gate}}${mark} ${before} + b_{h${gate}}${mark}`;
}

/** The two shares added under an activation; with the marks of two layers on everything, one line cannot hold both. */
function sumLines(terms: LayerTerms, gate: string, start: string): string[] {
  const [input, state] = [fromInput(terms, gate), fromState(terms, gate)];
  return terms.mark === ""
    ? [`${start}(${input} + ${state})`]
    : [`${start}(${input}`, `${CONTINUED} + ${state})`];
}

const CONTINUED = String.raw`&\qquad\;`;

/** A gate, or a candidate whose two shares are simply added. */
function gateLines(terms: LayerTerms, gate: string, activation = String.raw`\sigma`): string[] {
  return sumLines(terms, gate, `${gate}_{${terms.now}}${terms.mark} &= ${activation}`);
}

/** h' = tanh(W x + b + W h + b) (Elman 1990). */
function rnnLines(terms: LayerTerms): string[] {
  return sumLines(terms, "h", String.raw`${terms.after} &= \tanh`);
}

/** h' = (1 - z) * n + z * h (Cho et al. 2014, as PyTorch has it). */
function gruLines(terms: LayerTerms): string[] {
  const { now, mark, before, after } = terms;
  const [r, z, n] = [`r_{${now}}${mark}`, `z_{${now}}${mark}`, `n_{${now}}${mark}`];
  return [
    ...gateLines(terms, "r"),
    ...gateLines(terms, "z"),
    String.raw`${n} &= \tanh(${fromInput(terms, "n")}`,
    String.raw`${CONTINUED} + ${r} \odot (${fromState(terms, "n")}))`,
    String.raw`${after} &= (1 - ${z}) \odot ${n} + ${z} \odot ${before}`,
  ];
}

/** c' = f * c + i * g, h' = o * tanh(c') (Hochreiter and Schmidhuber 1997; Gers et al. 2000). */
function lstmLines(terms: LayerTerms): string[] {
  const { now, mark, after, memoryBefore, memoryAfter } = terms;
  const gate = (letter: string): string => `${letter}_{${now}}${mark}`;
  return [
    ...gateLines(terms, "i"),
    ...gateLines(terms, "f"),
    ...gateLines(terms, "g", String.raw`\tanh`),
    ...gateLines(terms, "o"),
    String.raw`${memoryAfter} &= ${gate("f")} \odot ${memoryBefore} + ${gate("i")} \odot ${gate("g")}`,
    String.raw`${after} &= ${gate("o")} \odot \tanh(${memoryAfter})`,
  ];
}

const LINES = { rnn: rnnLines, gru: gruLines, lstm: lstmLines } as const;

/** The lines of a layer's step; the first layer's begin with its input. index and layer are 0-based */
export function cellLines(trace: Trace, index: number, layer: number): string[] {
  const lines = LINES[trace.shape.cell](layerTerms(trace, index, layer));
  return layer === 0 ? [inputLine(trace, index), ...lines] : lines;
}
