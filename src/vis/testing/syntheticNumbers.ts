/** Numbers of synthetic traces: vectors from a seed, and the state that follows from the gates of a cell. */
import { hasMemory } from "../../engine/cells/layout";
import type { CellKind } from "../../engine/setup/config";
import { GATES, type CellState, type LayerTrace, type Matrix } from "../../engine/results/trace";

/** Numbers in [-1, 1) from a seed (Lehmer generator). */
function randomFrom(seed: number): () => number {
  let state = seed * 48271 + 1;
  return () => (state = (state * 16807) % 2147483647) / 1073741823.5 - 1;
}

export interface Numbers {
  readonly random: () => number; // in [-1, 1)
  readonly vector: (length: number) => Float32Array; // bounded by a tanh
  readonly state: (size: number, cell: CellKind) => CellState;
}

export function numbersFrom(seed: number): Numbers {
  const random = randomFrom(seed);
  const vector = (length: number): Float32Array =>
    Float32Array.from({ length }, () => Math.tanh(1.4 * random()));
  return {
    random,
    vector,
    state: (size, cell) => ({ h: vector(size), c: hasMemory(cell) ? vector(size) : null }),
  };
}

export function softmax(scores: Float32Array): Float32Array {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

export function oneHot(size: number, place: number): Float32Array {
  const vector = new Float32Array(size);
  vector[place] = 1;
  return vector;
}

export function matrixOf(rows: readonly Float32Array[], columns: number): Matrix {
  return { rows: rows.length, columns, data: Float32Array.from(rows.flatMap((row) => [...row])) };
}

function gate(vector: Float32Array): Float32Array {
  return vector.map((value) => (value + 1) / 2);
}

/** One step of a layer: random gates, and the state that follows from them and the previous state. */
export function makeLayer(numbers: Numbers, cell: CellKind, before: CellState): LayerTrace {
  const size = before.h.length;
  const drawn = GATES[cell].map((name) => {
    const vector = numbers.vector(size);
    return [name, name === "candidate" ? vector : gate(vector)] as const;
  });
  const gates: LayerTrace["gates"] = Object.fromEntries(drawn);
  return { before, gates, after: stateAfter(before, gates, numbers.vector(size)) };
}

function at(vector: Float32Array | undefined, i: number): number {
  return vector?.[i] ?? 0;
}

function stateAfter(
  { h, c }: CellState,
  { update, candidate, input, forget, output }: LayerTrace["gates"],
  plain: Float32Array,
): CellState {
  if (c) {
    const memory = c.map((value, i) => at(forget, i) * value + at(input, i) * at(candidate, i));
    return { h: memory.map((value, i) => at(output, i) * Math.tanh(value)), c: memory };
  }
  if (!update) return { h: plain, c: null }; // a tanh RNN
  const mixed = h.map((value, i) => (1 - at(update, i)) * at(candidate, i) + at(update, i) * value);
  return { h: mixed, c: null };
}
