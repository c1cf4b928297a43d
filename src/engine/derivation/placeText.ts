/**
 * The short text that names a number of the selected step in a link: "score" is that of the selected pair, "state.1.17"
 * is unit 17 of the first layer's state. Layers and units count from 1; a token is named by its id in the vocabulary.
 */
import { GATES, type GateName } from "../results/trace";
import type { Subject } from "../results/subject";
import type { Place } from "./quantity";

const OF_STEP = ["input", "context", "combined"] as const;
const OF_LAYER = ["state", "memory", "previous"] as const;
const GATE_NAMES: readonly string[] = Object.values(GATES).flat();

function writeUnit(subject: Subject, unit: number): string | null {
  switch (subject.kind) {
    case "input":
    case "context":
    case "combined":
      return `${subject.kind}.${unit + 1}`;
    case "state":
    case "memory":
    case "previous":
      return `${subject.kind}.${subject.layer + 1}.${unit + 1}`;
    case "gate":
      return `gate.${subject.gate}.${subject.layer + 1}.${unit + 1}`;
    case "previousMemory":
    case "fedCombined":
    case "encoder":
    case "embedding":
      return null;
    default:
      return subject satisfies never;
  }
}

/** The text of a place; null: it is no number of a step. */
export function writePlace(place: Place): string | null {
  switch (place.kind) {
    case "score":
    case "weight":
      return place.kind;
    case "inner":
      return `inner.${place.unit + 1}`;
    case "logit":
    case "probability":
      return `${place.kind}.${place.token}`;
    case "unit":
      return writeUnit(place.subject, place.unit);
    default:
      return place satisfies never;
  }
}

/** The selected pair. */
interface Pair {
  readonly step: number;
  readonly position: number | null; // null without attention
}

/** The place that the text names in a step; null: it names none. */
export function readPlace(text: string, pair: Pair): Place | null {
  const [kind = "", ...rest] = text.split(".");
  const last = rest.at(-1);
  if (last === undefined) return readPair(kind, pair);
  if (!/^\d{1,5}$/.test(last)) return null;
  return readNumber(kind, rest.slice(0, -1), Number(last), pair);
}

function readPair(kind: string, { step, position }: Pair): Place | null {
  const isOfPair = kind === "score" || kind === "weight";
  return isOfPair && position !== null ? { kind, step, position } : null;
}

function readNumber(
  kind: string,
  parts: readonly string[],
  last: number,
  { step, position }: Pair,
): Place | null {
  const isPlain = parts.length === 0;
  if (kind === "logit" || kind === "probability")
    return isPlain ? { kind, step, token: last } : null;
  const unit = last - 1;
  if (unit < 0) return null;
  if (kind === "inner") return isPlain && position !== null ? { kind, step, position, unit } : null;
  const subject = readSubject(kind, parts, step);
  return subject && { kind: "unit", subject, unit };
}

function readSubject(kind: string, parts: readonly string[], step: number): Subject | null {
  const ofStep = OF_STEP.find((each) => each === kind);
  if (ofStep) return parts.length === 0 ? { kind: ofStep, step } : null;
  if (!/^[12]$/.test(parts.at(-1) ?? "")) return null;
  const layer = Number(parts.at(-1)) - 1;
  const ofLayer = OF_LAYER.find((each) => each === kind);
  if (ofLayer) return parts.length === 1 ? { kind: ofLayer, step, layer } : null;
  const [gate = ""] = parts;
  const isGate = kind === "gate" && parts.length === 2 && GATE_NAMES.includes(gate);
  return isGate ? { kind, gate: gate as GateName, step, layer } : null;
}
