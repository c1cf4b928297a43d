/** The tables of a decode: the attention's weights, and the vectors of encoder and decoder. */
import { encoderStates, matrixRow } from "../../../engine/results/vectors";
import type { Trace } from "../../../engine/results/trace";
import type { CellValue, Table } from "./csv";

/** One row a step, one column a source token, in the encoder's reading order; empty without attention. */
export function weightsTable({ source, steps }: Trace): Table {
  return {
    columns: ["step", "output", ...source.map(({ text }, s) => `${s + 1} ${text}`)],
    rows: steps.flatMap(({ chosen, attention }, t) =>
      attention ? [[t + 1, chosen.text, ...attention.weights]] : [],
    ),
  };
}

interface Vector {
  readonly name: string;
  readonly layer: number | null; // 1 is the lowest
  readonly place: number; //        step or source position, from 1
  readonly token: string;
  readonly values: Float32Array | null;
}

/** One row a vector, one column a unit: h of the encoder; c, s, C and h~ of the decoder. */
export function statesTable(trace: Trace): Table {
  const vectors = [...encoderVectors(trace), ...decoderVectors(trace)];
  const units = Math.max(0, ...vectors.map(({ values }) => values?.length ?? 0));
  const numbered = Array.from({ length: units }, (_, i) => `unit_${i + 1}`);
  return {
    columns: ["vector", "layer", "place", "token", ...numbered],
    rows: vectors.flatMap(({ name, layer, place, token, values }): CellValue[][] =>
      values ? [[name, layer, place, token, ...values]] : [],
    ),
  };
}

function encoderVectors(trace: Trace): Vector[] {
  const layers = trace.encoder.lower ? [0, 1] : [trace.shape.layers - 1];
  return layers.flatMap((layer) => {
    const states = encoderStates(trace, layer);
    return trace.source.map(({ text }, s) => ({
      name: "encoder_state",
      layer: layer + 1,
      place: s + 1,
      token: text,
      values: matrixRow(states, s),
    }));
  });
}

function decoderVectors({ steps }: Trace): Vector[] {
  return steps.flatMap(({ chosen, attention, layers, attentional }, t) => {
    const at = { place: t + 1, token: chosen.text };
    const states = layers.flatMap(({ after }, l) => [
      { name: "decoder_state", layer: l + 1, ...at, values: after.h },
      { name: "memory_cell", layer: l + 1, ...at, values: after.c },
    ]);
    const context = attention?.context ?? null;
    return [
      { name: "context", layer: null, ...at, values: context },
      ...states,
      { name: "combined_state", layer: null, ...at, values: attentional },
    ];
  });
}
