/** Reads the tensors of a Transformer's decode into plain arrays. Everything here is of one example. */
import { cast, type Tensor, tensor } from "@tensorflow/tfjs-core";
import type { Batch } from "../../batch";
import { lookUp } from "../../model/product";
import type { DecodedPositions, DecoderLayer } from "../../model/transformer/decoder";
import type { EncodedSource } from "../../model/transformer/encoder";
import type { AttendedHeads } from "../../model/transformer/multiHead";
import type { Pieces } from "../../model/transformer/parts";
import { meanOverHeads } from "../../model/transformer/transformer";
import { weight } from "../../model/weights";
import type { HeadTrace, LayerTrace, Matrix, Trace, TransformerTrace } from "../../results/trace";
import { headsOf, type ModelShape } from "../../setup/modelShape";
import type { Collect } from "../capture";
import type { StepQuantities } from "../stepsOf";

/** The tensors of one step. */
export interface StepTensors {
  readonly decoded: DecodedPositions; // of one position
  readonly embedding: Tensor; //         [1, d]
  readonly said: Tensor; //              [1] int32
}

/** The heads of an attention by layer. */
type Looks = readonly (readonly HeadTrace[])[];

/** A step after the transfer. */
export interface CapturedStep {
  readonly said: number;
  readonly quantities: StepQuantities;
  readonly self: Looks; //  one query, t + 1 keys
  readonly cross: Looks; // one query, S keys
}

/** Registers the encoder. The returned function gives its part of the trace, and where its heads look. */
export function collectSource(
  collect: Collect,
  { weights }: Pieces,
  { layers, memory }: EncodedSource,
  { source, sourceLength }: Batch,
): () => { readonly encoder: Trace["encoder"]; readonly looks: Looks } {
  const ids = tensor(source, [sourceLength], "int32");
  const embeddings = collectMatrix(
    collect,
    lookUp(ids, weight(weights, "encoder.embedding.weight")),
  );
  const states = collectMatrix(collect, memory);
  const [bottom] = layers;
  const lower = layers.length > 1 && bottom ? collectMatrix(collect, bottom.states) : null;
  const looks = layers.map(({ attended }) => collectHeads(collect, attended));
  return () => ({
    encoder: { embeddings: embeddings(), states: states(), lower: lower && lower() },
    looks: looks.map((heads) => heads()),
  });
}

/** Registers a step. */
export function collectStep(
  collect: Collect,
  shape: ModelShape,
  { decoded, embedding, said }: StepTensors,
): () => CapturedStep {
  const { layers, readout, logits } = decoded;
  const token = collect(cast(said, "float32"));
  const [vector, scoresOfTokens, mean] = [
    collect(embedding),
    collect(logits),
    collect(meanOverHeads(decoded)),
  ];
  const states = layers.map((layer, l) =>
    collectLayer(collect, layer, l === layers.length - 1 ? readout : layer.after),
  );
  const self = layers.map((layer) => collectHeads(collect, layer.self));
  const cross = layers.map((layer) => collectHeads(collect, layer.cross));
  return () => {
    const looks = cross.map((heads) => heads());
    return {
      said: token()[0] ?? 0,
      quantities: {
        embedding: vector(),
        fedAttentional: null,
        attention: meanAttention(looks.at(-1) ?? [], mean(), headsOf(shape)),
        layers: states.map((layer) => layer()),
        attentional: null,
        logits: scoresOfTokens(),
      },
      self: self.map((heads) => heads()),
      cross: looks,
    };
  };
}

/** The heads of the top layer as one attention: q and c joined, scores and weights on average. */
function meanAttention(
  heads: readonly HeadTrace[],
  weights: Float32Array,
  h: number,
): StepQuantities["attention"] {
  const joined = (part: "queries" | "contexts"): Float32Array =>
    Float32Array.from(heads.flatMap((head) => Array.from(head[part].data)));
  const scores = weights.map((_, s) =>
    heads.reduce((sum, head) => sum + (head.scores.data[s] ?? 0) / h, 0),
  );
  return { query: joined("queries"), scores, weights, context: joined("contexts") };
}

/** A layer's state: what goes in, and what its reader sees; the top one is read after the last norm. */
function collectLayer(collect: Collect, { before }: DecoderLayer, after: Tensor): () => LayerTrace {
  const [first, last] = [collect(before), collect(after)];
  return () => ({ before: { h: first(), c: null }, gates: {}, after: { h: last(), c: null } });
}

/** The last two axes of a tensor are its rows and columns. */
function collectMatrix(collect: Collect, values: Tensor): () => Matrix {
  const [rows = 0, columns = 0] = values.shape.slice(-2);
  const data = collect(values);
  return () => ({ rows, columns, data: data() });
}

function collectHeads(collect: Collect, attended: AttendedHeads): () => HeadTrace[] {
  const parts = (["queries", "keys", "values", "scores", "weights", "contexts"] as const).map(
    (name) => [name, collectMatrix(collect, attended[name])] as const,
  );
  const h = attended.queries.shape[0] ?? 0;
  return () => {
    const whole = parts.map(([name, matrix]) => [name, matrix()] as const);
    return Array.from(
      { length: h },
      (_, i) =>
        Object.fromEntries(
          whole.map(([name, all]) => [name, headOf(all, i)]),
        ) as unknown as HeadTrace,
    );
  };
}

/** The part of head i in the values of all heads, one after the other. */
function headOf({ rows, columns, data }: Matrix, i: number): Matrix {
  const size = rows * columns;
  return { rows, columns, data: data.subarray(i * size, (i + 1) * size) };
}

/** The maps of the whole decode from those of its steps. */
export function transformerTrace(encoder: Looks, steps: readonly CapturedStep[]): TransformerTrace {
  const T = steps.length;
  const joined = (part: "self" | "cross"): Looks =>
    (steps[0]?.[part] ?? []).map((layer, l) =>
      layer.map((_, head) => {
        const each = steps.flatMap((step) => step[part][l]?.[head] ?? []);
        return joinSteps(each, part === "self" ? T : null);
      }),
    );
  return { encoder, self: joined("self"), cross: joined("cross") };
}

/** @param keys how many keys every row has, with 0 at those that its step does not see; null: as many as it has */
function joinSteps(steps: readonly HeadTrace[], keys: number | null): HeadTrace {
  const last = steps.at(-1);
  if (!last) throw new Error("trace: expected a step, got none");
  const rowsOf = (part: "queries" | "scores" | "weights" | "contexts"): Matrix => {
    const isWide = keys !== null && (part === "scores" || part === "weights");
    const columns = isWide ? keys : last[part].columns;
    const data = new Float32Array(steps.length * columns);
    steps.forEach((step, t) => data.set(step[part].data, t * columns));
    return { rows: steps.length, columns, data };
  };
  return {
    queries: rowsOf("queries"),
    keys: last.keys,
    values: last.values,
    scores: rowsOf("scores"),
    weights: rowsOf("weights"),
    contexts: rowsOf("contexts"),
  };
}
