/** What derivations are made of: numbers of a trace, learned parameters, and sums over the units of a vector. */
import { vectorOf } from "../results/vectors";
import type { Subject } from "../results/subject";
import type { Trace } from "../results/trace";
import { type ParameterName, parameterSpecs, sizeOf } from "../setup/learnedParameters";
import type { ModelShape } from "../setup/modelShape";
import { isByHand } from "./byHand";
import { byHand, given, product, type Quantity, type Share } from "./quantity";

/** Element (row, column) of a learned matrix [in, out]; a vector is its row 0. */
export type ReadParameter = (name: ParameterName, row: number, column: number) => number;

/** Reads parameters by name out of the flat vector, without a copy. flat [P] */
export function parameterReader(shape: ModelShape, flat: ArrayLike<number>): ReadParameter {
  const places = new Map<ParameterName, { readonly start: number; readonly columns: number }>();
  let start = 0;
  for (const spec of parameterSpecs(shape)) {
    places.set(spec.name, { start, columns: spec.shape.at(-1) ?? 1 });
    start += sizeOf(spec.shape);
  }
  return (name, row, column) => {
    const place = places.get(name);
    const value = place && flat[place.start + row * place.columns + column];
    if (value === undefined)
      throw new Error(`derivation: expected a parameter ${name}[${row}, ${column}], got none`);
    return value;
  };
}

/** A trace with the parameters that made it. */
export interface Given {
  readonly trace: Trace;
  readonly read: ReadParameter;
}

export function parameter(
  { read }: Given,
  name: ParameterName,
  row: number,
  column: number,
): Quantity {
  return given({ kind: "parameter", name, row, column }, read(name, row, column));
}

/** A number of a vector of the trace. A state before a later step is the new state of the step before. */
export function unitOf({ trace }: Given, subject: Subject, unit: number): Quantity {
  const value = valuesOf(trace, subject)[unit] ?? 0;
  const place = { kind: "unit", subject, unit } as const;
  if (isByHand(trace, place)) return byHand(place, value);
  return given({ ...place, subject: madeBy(subject) }, value);
}

const MAKERS = {
  previous: "state",
  previousMemory: "memory",
} as const;

/** The subject as the step that makes it names it. */
function madeBy(subject: Subject): Subject {
  if (!("step" in subject) || subject.step === 0) return subject;
  const step = subject.step - 1;
  if (subject.kind === "previous" || subject.kind === "previousMemory")
    return { kind: MAKERS[subject.kind], step, layer: subject.layer };
  return subject.kind === "fedCombined" ? { kind: "combined", step } : subject;
}

/** @throws if the trace has no such vector */
function valuesOf(trace: Trace, subject: Subject): Float32Array {
  const vector = vectorOf(trace, subject);
  if (!vector) throw new Error(`derivation: expected a vector "${subject.kind}", got none`);
  return vector;
}

/** One column of a matrix, from a row on. */
interface Column {
  readonly name: ParameterName;
  readonly column: number;
  /** The row of the vector's first unit; 0 by default. */
  readonly from?: number;
}

/** A vector, or a part of one. */
export interface Operand {
  readonly subject: Subject;
  readonly values: Float32Array;
  /** The first unit and the number of units; by default all. */
  readonly part?: { readonly from: number; readonly count: number };
}

export function operand({ trace }: Given, subject: Subject): Operand {
  return { subject, values: valuesOf(trace, subject) };
}

/** The products w_i x_i of a vector with a column of a matrix. */
export function products(g: Given, { name, column, from = 0 }: Column, x: Operand): Quantity[] {
  const { from: first, count } = x.part ?? { from: 0, count: x.values.length };
  return Array.from({ length: count }, (_, i) =>
    product([parameter(g, name, from + i, column), unitOf(g, x.subject, first + i)]),
  );
}

/**
 * Their sum, the share of one vector. The terms are made when they are read: a step has hundreds of such sums, and the
 * page shows a few.
 */
export function shareOf(g: Given, share: Share, column: Column, x: Operand): Quantity {
  const { from: first, count } = x.part ?? { from: 0, count: x.values.length };
  let value = 0;
  for (let i = 0; i < count; i++)
    value +=
      g.read(column.name, (column.from ?? 0) + i, column.column) * (x.values[first + i] ?? 0);
  return {
    name: { kind: "share", share },
    value,
    how: "sum",
    get terms() {
      return products(g, column, x);
    },
  };
}
