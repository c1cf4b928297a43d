/**
 * The parts of a score function e(q, k): how well an encoder state k, the key, matches a query q. None has a bias.
 * Each score has a folder with one file for each part. Each part has a table of the same name beside this file that
 * lists every score, so that a missing part does not compile. `forms` holds what scores share.
 * The page reads `parameters` and `tex`; only the worker loads `textbook` and `fused`.
 */
import type { Tensor } from "@tensorflow/tfjs-core";
import type { AttentionKind } from "../setup/config";
import type { Quantity } from "../derivation/quantity";
import type { Matrix } from "../fused/matrix";
import type { Ops } from "../fused/ops";
import type { Vector } from "../reference/linearAlgebra";
import type { Parameter } from "../setup/learnedParameter";

export type ScoreName = Exclude<AttentionKind, "none">;

/** The parameters of each score, by their names in PyTorch. */
interface Learned {
  additive: "attention.query.weight" | "attention.key.weight" | "attention.v.weight";
  concat: "attention.concat.weight" | "attention.v.weight";
  dot: never;
  general: "attention.key.weight";
  diagonal: "attention.diagonal";
}

export type ScoreParameterName = Learned[ScoreName];

/** The parameters of one score, by name. */
export type Own<Name extends ScoreName, T> = (name: Learned[Name]) => T;

/** All parts of a score function. */
interface Score<Name extends ScoreName> {
  readonly parameters: ScoreParameters<Name>;
  readonly reference: ReferenceScore<Name>;
  readonly backward: ReferenceScoreBackward<Name>;
  readonly textbook: TextbookScore<Name>;
  readonly fused: FusedScore<Name>;
  readonly derivation: ScoreDerivation;
  readonly tex: ScoreTex;
}

/** One part of every score function. */
export type ScoreTable<Part extends keyof Score<ScoreName>> = {
  readonly [Name in ScoreName]: Score<Name>[Part];
};

// ---- parameters ---------------------------------------------------------------------------------------------------

export interface AttentionSizes {
  readonly H: number; // of a query, and of the inner layer of a score that has one
  readonly K: number; // of a key
}

export interface ScoreParameter extends Parameter {
  readonly symbol: string; // in the equations
}

export interface ScoreParameters<Name extends ScoreName> {
  /** Whether the score is elementwise, so that query and key must have the same size. */
  readonly needsEqualSizes: boolean;
  /** The score's parameters, in the order of the model's flat vector. */
  readonly learned: (sizes: AttentionSizes) => Readonly<Record<Learned[Name], ScoreParameter>>;
}

// ---- reference: plain arrays --------------------------------------------------------------------------------------

/** e(q, k) of one query [H] and one key [K]; a parameter is a list of rows. */
export type ReferenceScore<Name extends ScoreName> = (
  own: Own<Name, readonly Vector[]>,
  q: Vector,
  k: Vector,
) => number;

// ---- backward: the gradient in plain arrays -----------------------------------------------------------------------

/** The gradient of e(q, k), a number, by the query and by the key. */
export interface ScoreSlopes {
  readonly query: Vector; // de/dq [H]
  readonly key: Vector; //   de/dk [K]
}

export type ReferenceScoreBackward<Name extends ScoreName> = (
  own: Own<Name, readonly Vector[]>,
  q: Vector,
  k: Vector,
) => ScoreSlopes;

// ---- textbook: the tensor library's operations, which it differentiates -------------------------------------------

/** Scores of every encoder state against a query. [B, H] -> [B, S] */
export type Scorer = (query: Tensor) => Tensor;

/**
 * The score function for a source. The part that depends only on the keys is computed here, once for all decoder steps.
 * keys: the encoder states [B, S, K]
 */
export type TextbookScore<Name extends ScoreName> = (
  own: Own<Name, Tensor>,
  keys: Tensor,
) => Scorer;

// ---- fused: forward pass and gradient by hand ---------------------------------------------------------------------

/**
 * The score function for a source. The part that depends only on the keys is computed here, once for all decoder steps.
 * values: the encoder states, from which the keys are computed, [S B, K]
 */
export type FusedScore<Name extends ScoreName> = (
  ops: Ops,
  own: Own<Name, Matrix>,
  values: Matrix,
) => PreparedScore<Readonly<Record<Learned[Name], Matrix>>>;

/** Gradients of the score's parameters, by name. */
export type ScoreGradients = Readonly<Partial<Record<ScoreParameterName, Matrix>>>;

export interface PreparedScore<G extends ScoreGradients = ScoreGradients> {
  /** The projected query, for example W q. [N, H] -> [N, H] */
  readonly project: (query: Matrix) => Matrix;
  /** Whether it has an inner vector that the gradient reads. */
  readonly hasInner: boolean;
  /** softmax of the scores over the real tokens, 0 at padding. projected query [B, H], mask [B, S] -> [B, S] */
  readonly weights: (query: Matrix, mask: Matrix, inner: Matrix | undefined) => Matrix;
  /**
   * The scores themselves, for traces: of any number of queries against the S states of the first pair, not masked.
   * projected queries [n, H] -> [n, S]
   */
  readonly scores: (queries: Matrix, S: number) => Matrix;
  readonly gradient: ScoreGradient<G>;
}

interface ScoreGradient<G> {
  /** From one step's scores to the projected query. dScores [B, S], projected query [B, H] -> [B, H] */
  readonly ofQuery: (dScores: Matrix, query: Matrix, inner: Matrix | undefined) => Matrix;
  /** From the projected query to the query. It is prepared once for all steps. */
  readonly ofProjection: () => QueryGradient;
  /** From all scores of a pass to the score's parameters and the values. */
  readonly ofSource: (steps: AllSteps, dValues: Matrix) => SourceGradient<G>;
}

/** From the gradient of the projected query to that of q, added to `before` and `own` if they are not null. */
export type QueryGradient = (dQuery: Matrix, before: Matrix | null, own: Matrix | null) => Matrix;

/** All T steps of a pass, stacked by rows. */
export interface AllSteps {
  readonly queries: Matrix; // q, not projected            [T B, H]
  readonly inner: Matrix | undefined; //                   [T S B, H]
  readonly dScores: Matrix; //                             [T B, S]
  readonly batch: number;
  /** The projected queries and their gradients. [T B, H] */
  readonly projected: () => { readonly queries: Matrix; readonly dQueries: Matrix };
}

export interface SourceGradient<G> {
  readonly learned: G;
  readonly dValues: Matrix; // the incoming gradient of the values, plus the part through the keys  [S B, K]
}

// ---- derivation: one score of a trace, written out ----------------------------------------------------------------

/** The query and one key of a step, by their units, and the score's parameters. */
export interface ScoreOperands {
  readonly size: number; // H
  readonly q: (unit: number) => Quantity;
  readonly k: (unit: number) => Quantity;
  readonly parameter: (name: ScoreParameterName, row: number, column: number) => Quantity;
  /** The sum of a column times the query or the key, as one term. `from`: the column's first row */
  readonly share: (
    of: "query" | "key",
    name: ScoreParameterName,
    column: number,
    from?: number,
  ) => Quantity;
  /** The terms of that sum. */
  readonly products: (
    of: "query" | "key",
    name: ScoreParameterName,
    column: number,
  ) => readonly Quantity[];
  /** A unit of the inner vector. */
  readonly inner: (unit: number) => Quantity;
}

export interface ScoreDerivation {
  readonly score: (operands: ScoreOperands) => Quantity;
  /** A unit of the inner vector; null: the score has none. */
  readonly inner: ((operands: ScoreOperands, unit: number) => Quantity) | null;
}

// ---- tex: the equations -------------------------------------------------------------------------------------------

/** Right-hand sides of e = ...; the first begins with `&=`. */
export type ScoreLines = readonly [first: string, ...others: string[]];

export interface ScoreTerms {
  readonly q: string;
  readonly k: string;
}

/** With element i of query and key. */
export interface OptionTerms extends ScoreTerms {
  readonly qi: string;
  readonly ki: string;
}

export interface ScoreTex {
  /** The equation of a decoder step. */
  readonly step: (terms: ScoreTerms) => ScoreLines;
  /** The inner vector, of which the score sums one term for each unit; null: it has none. */
  readonly inner: ((terms: ScoreTerms) => string) | null;
  /** The equation beside the option in the set-up. */
  readonly option: (terms: OptionTerms) => ScoreLines;
}
