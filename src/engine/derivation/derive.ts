/** The derivation of any number that a decoder step computes, and the number that the trace has for it. */
import type { Subject } from "../results/subject";
import type { Trace } from "../results/trace";
import { isBidirectional } from "../setup/modelShape";
import { vectorOf } from "../results/vectors";
import { contextOf, hasInner, innerOf, scoreOf, weightOf } from "./attention";
import { gateOf, memoryOf, stateOf } from "./cell";
import { firstStateOf } from "./first";
import { type Given, parameter } from "./operands";
import { combinedOf, logitOf, probabilityOf } from "./output";
import { isByHand } from "./byHand";
import { byHand, named, type Place, type Quantity, sum } from "./quantity";

/** The derivation of a number; null: it follows from no other number of the step. @throws if the trace lacks it */
export function derive(g: Given, place: Place): Quantity | null {
  if (isByHand(g.trace, place)) return byHand(place, valueAt(g.trace, place) ?? 0);
  const derived = derivationAt(g, place);
  return derived && named(place, derived);
}

function derivationAt(g: Given, place: Place): Quantity | null {
  switch (place.kind) {
    case "unit":
      return unitDerivation(g, place.subject, place.unit);
    case "score":
      return scoreOf(g, place.step, place.position);
    case "weight":
      return weightOf(g, place.step, place.position);
    case "inner":
      return innerOf(g, place.step, place.position, place.unit);
    case "logit":
      return logitOf(g, place.step, place.token);
    case "probability":
      return probabilityOf(g, place.step, place.token);
    default:
      return place satisfies never;
  }
}

function unitDerivation(g: Given, subject: Subject, unit: number): Quantity | null {
  switch (subject.kind) {
    case "input":
      return inputOf(g, subject.step, unit);
    case "context":
      return contextOf(g, subject.step, unit);
    case "combined":
      return combinedOf(g, subject.step, unit);
    case "gate":
      return gateOf(g, subject.gate, subject, unit);
    case "state":
      return stateOf(g, subject, unit);
    case "memory":
      return memoryOf(g, subject, unit);
    case "previous":
      return subject.step === 0 ? firstStateOf(g, unit) : null;
    case "previousMemory":
    case "fedCombined":
    case "encoder":
    case "embedding":
      return null;
    default:
      return subject satisfies never;
  }
}

/** A row of the embedding table; null: a one-hot vector is not computed. */
function inputOf(g: Given, step: number, unit: number): Quantity | null {
  const id = g.trace.steps[step]?.input.id;
  if (g.trace.shape.tokenInput === "onehot" || id === undefined) return null;
  return sum([parameter(g, "decoder.embedding.weight", id, unit)]);
}

/** The trace's number at a place; null: the trace does not hold it. */
export function valueAt(trace: Trace, place: Place): number | null {
  return numberAt(trace, place) ?? null;
}

function numberAt(trace: Trace, place: Place): number | undefined {
  if (place.kind === "unit") return vectorOf(trace, place.subject)?.[place.unit];
  const step = trace.steps[place.step];
  if (place.kind === "logit") return step?.logits[place.token];
  if (place.kind === "score") return step?.attention?.scores[place.position];
  return place.kind === "weight" ? step?.attention?.weights[place.position] : undefined;
}

/** Whether the page can show how this number is computed. */
export function hasDerivation(trace: Trace, place: Place): boolean {
  if (!hasPlace(trace, place)) return false;
  if (place.kind !== "unit" || isByHand(trace, place)) return true;
  const { subject } = place;
  switch (subject.kind) {
    case "input":
      return trace.shape.tokenInput !== "onehot";
    case "previous":
      return subject.step === 0 && isBidirectional(trace.shape);
    case "context":
    case "combined":
    case "gate":
    case "state":
    case "memory":
      return true;
    case "previousMemory":
    case "fedCombined":
    case "encoder":
    case "embedding":
      return false;
    default:
      return subject satisfies never;
  }
}

/** Whether the trace has such a number. */
export function hasPlace(trace: Trace, place: Place): boolean {
  if (place.kind === "probability") return valueAt(trace, { ...place, kind: "logit" }) !== null;
  if (place.kind !== "inner") return valueAt(trace, place) !== null;
  const isUnit = hasInner(trace) && place.unit < trace.shape.hiddenSize;
  return isUnit && valueAt(trace, { ...place, kind: "score" }) !== null;
}
