/** One unit of a decoder layer's step, written out: a gate, the memory or the state. */
import { CELL_DERIVATIONS } from "../cells/derivation";
import type { CellOperands } from "../cells/cell";
import type { GateName } from "../results/trace";
import type { Subject } from "../results/subject";
import type { ParameterName } from "../setup/learnedParameters";
import { contextEntersCell, feedsInput } from "../setup/modelShape";
import { type Given, operand, parameter, shareOf, unitOf } from "./operands";
import type { Quantity, Share } from "./quantity";

/** A layer of the decoder in one step. */
interface LayerStep {
  readonly step: number;
  readonly layer: number;
}

type InputPart = readonly [share: Share, subject: Subject];

/** The vectors that make a layer's input, in their order. */
function inputParts({ trace: { shape } }: Given, { step, layer }: LayerStep): InputPart[] {
  if (layer > 0) return [["below", { kind: "state", step, layer: layer - 1 }]];
  const parts: InputPart[] = [["token", { kind: "input", step }]];
  if (contextEntersCell(shape)) parts.push(["context", { kind: "context", step }]);
  if (feedsInput(shape)) parts.push(["fed", { kind: "fedCombined", step }]);
  return parts;
}

function operandsOf(g: Given, at: LayerStep, unit: number): CellOperands {
  const { cell, hiddenSize: H } = g.trace.shape;
  const { step, layer } = at;
  const name = (kind: "weight" | "bias", of: "ih" | "hh"): ParameterName =>
    `decoder.${cell}.${kind}_${of}_l${layer}`;
  const column = (block: number): number => block * H + unit;
  const previous: Subject = { kind: "previous", step, layer };
  const unitIn = (subject: Subject): Quantity => unitOf(g, subject, unit);
  return {
    input: (block) => {
      let from = 0;
      const shares = inputParts(g, at).map(([share, subject]) => {
        const x = operand(g, subject);
        const term = shareOf(
          g,
          share,
          { name: name("weight", "ih"), column: column(block), from },
          x,
        );
        from += x.values.length;
        return term;
      });
      return [...shares, parameter(g, name("bias", "ih"), 0, column(block))];
    },
    recurrent: (block) => [
      shareOf(
        g,
        "state",
        { name: name("weight", "hh"), column: column(block) },
        operand(g, previous),
      ),
      parameter(g, name("bias", "hh"), 0, column(block)),
    ],
    gate: (gate) => unitIn({ kind: "gate", gate, step, layer }),
    before: unitIn(previous),
    memoryBefore: () => unitIn({ kind: "previousMemory", step, layer }),
    memoryAfter: () => unitIn({ kind: "memory", step, layer }),
  };
}

export function gateOf(g: Given, gate: GateName, at: LayerStep, unit: number): Quantity | null {
  const derivation = CELL_DERIVATIONS[g.trace.shape.cell].gates[gate];
  return derivation ? derivation(operandsOf(g, at, unit)) : null;
}

export function stateOf(g: Given, at: LayerStep, unit: number): Quantity {
  return CELL_DERIVATIONS[g.trace.shape.cell].state(operandsOf(g, at, unit));
}

/** Null: the cell has no memory. */
export function memoryOf(g: Given, at: LayerStep, unit: number): Quantity | null {
  const { memory } = CELL_DERIVATIONS[g.trace.shape.cell];
  return memory && memory(operandsOf(g, at, unit));
}
