/**
 * One decoder step as PyTorch code for a batch of one example, with the shape of every tensor that a line makes.
 * Names and calls are those of the PyTorch tutorial; `oracle/stepCode.test.ts` runs the code.
 */
import { hasMemory } from "../../engine/cells/layout";
import type { Op } from "../../engine/results/operation";
import type { Trace } from "../../engine/results/trace";
import {
  contextEntersCell,
  decoderInputSize,
  decoderLayersOf,
  feedsInput,
  hasAttentionalState,
  keySize,
  type ModelShape,
  tokenSize,
} from "../../engine/setup/modelShape";
import { type CodeLine, lineOf, type Statement } from "./codeLine";
import { encoderCode } from "./encoderCode";
import { scoreCode } from "./scoreCode";

type Part = readonly [ops: readonly Op[], statements: readonly Statement[]];

/** The query: the state before the step (Bahdanau timing), or the state that the step has just computed (Luong timing). */
function attendParts({ shape, source }: Trace): Part[] {
  const { hiddenSize: H } = shape;
  const S = source.length;
  const query = hasAttentionalState(shape) ? "output" : "hidden[-1:].permute(1, 0, 2)";
  return [
    [["query"], [[`query = ${query}`, [1, 1, H]]]],
    [["score"], scoreCode(shape, S)],
    [["softmax"], [["weights = softmax(scores, dim=-1)", [1, 1, S]]]],
    [["context"], [["context = bmm(weights, keys)", [1, 1, keySize(shape)]]]],
  ];
}

function embedPart({ shape }: Trace): Part {
  const call =
    shape.tokenInput === "onehot"
      ? `one_hot(token, ${shape.targetTokens}).float()`
      : "embedding(token)";
  return [["embed"], [[`embedded = ${call}`, [1, 1, tokenSize(shape, "decoder")]]]];
}

/** The vector that joins the token at the cell's input. */
function joined(shape: ModelShape): "context" | "combined" | null {
  if (contextEntersCell(shape)) return "context";
  return feedsInput(shape) ? "combined" : null;
}

/** All layers in one call. */
function cellPart({ shape }: Trace): Part {
  const { cell, hiddenSize: H } = shape;
  const L = decoderLayersOf(shape);
  const extra = joined(shape);
  const input: Statement[] = extra
    ? [[`x = cat([embedded, ${extra}], dim=2)`, [1, 1, decoderInputSize(shape)]]]
    : [];
  const x = extra ? "x" : "embedded";
  const call: Statement = hasMemory(cell)
    ? [`output, (hidden, cell) = ${cell}(${x}, (hidden, cell))`, [1, 1, H], [L, 1, H], [L, 1, H]]
    : [`output, hidden = ${cell}(${x}, hidden)`, [1, 1, H], [L, 1, H]];
  return [L > 1 ? ["cell", "upper"] : ["cell"], [...input, call]];
}

function combinePart({ shape }: Trace): Part {
  const { hiddenSize: H } = shape;
  return [
    ["combine"],
    [
      ["both = cat([context, output], dim=2)", [1, 1, keySize(shape) + H]],
      ["combined = tanh(W_c(both))", [1, 1, H]],
    ],
  ];
}

/** How the token is chosen. A beam compares the sums of these logarithms over whole paths. */
function choice({ decoding, shape }: Trace): Statement[] {
  const V = shape.targetTokens;
  switch (decoding.kind) {
    case "greedy":
      return [["token = logits.argmax(dim=-1)", [1, 1]]];
    case "sampling":
      return [
        [`p = softmax(logits[0] / ${decoding.temperature}, dim=-1)`, [1, V]],
        ["token = multinomial(p, 1)", [1, 1]],
      ];
    case "beam":
      return [["log_p = log_softmax(logits, dim=-1)", [1, 1, V]]];
    default:
      return decoding satisfies never;
  }
}

/** Teacher forcing feeds the next step the truth. index: 0-based step */
function truth({ show, steps }: Trace, index: number): Statement[] {
  const isFed = show.feeding === "truth" && index + 1 < steps.length;
  return isFed ? [[`token = target[:, ${index}:${index + 1}]`, [1, 1]]] : [];
}

function outputPart(trace: Trace, index: number): Part {
  const { shape } = trace;
  const read = hasAttentionalState(shape) ? "combined" : "output";
  const logits: Statement = [`logits = out(${read})`, [1, 1, shape.targetTokens]];
  return [["output"], [logits, ...choice(trace), ...truth(trace, index)]];
}

/** Bahdanau timing attends and then updates the state; Luong timing updates and then attends. */
function stepParts(trace: Trace, index: number): Part[] {
  const { shape } = trace;
  const update = [embedPart(trace), cellPart(trace)];
  const output = outputPart(trace, index);
  if (shape.attention === "none") return [...update, output];
  const attend = attendParts(trace);
  return hasAttentionalState(shape)
    ? [...update, ...attend, combinePart(trace), output]
    : [...attend, ...update, output];
}

const TORCH = ["bmm", "cat", "log_softmax", "multinomial", "softmax", "tanh", "zeros"];
const FUNCTIONAL = ["one_hot"];

/** The import of the functions that the lines call. */
function imports(lines: readonly CodeLine[]): CodeLine[] {
  const code = lines.map((line) => line.code).join("\n");
  const used = (names: readonly string[]): string =>
    names.filter((name) => new RegExp(String.raw`\b${name}\(`).test(code)).join(", ");
  return [
    ["torch", used(TORCH)],
    ["torch.nn.functional", used(FUNCTIONAL)],
  ]
    .filter(([, names]) => names !== "")
    .map(([module, names]) => ({ ops: [], code: `from ${module} import ${names}`, makes: [] }));
}

/** The lines in the order in which they run. */
export interface StepListing {
  readonly imports: readonly CodeLine[];
  /** The encoder's lines, before the first step; empty in later steps. */
  readonly encoder: readonly CodeLine[];
  readonly step: readonly CodeLine[];
}

/**
 * The step with this 0-based index.
 * Given: `token` [1, 1], and in the first step `source` [1, S]; in later steps `keys` [1, S, K] and `hidden` (`cell`,
 * `combined`) of the step before; with teacher forcing `target` [1, T].
 */
export function stepCode(trace: Trace, index: number): StepListing {
  const encoder = (index === 0 ? encoderCode(trace) : []).map((each) => lineOf(["encode"], each));
  const step = stepParts(trace, index).flatMap(([ops, statements]) =>
    statements.map((statement) => lineOf(ops, statement)),
  );
  return { imports: imports([...encoder, ...step]), encoder, step };
}
