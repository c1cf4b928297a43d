/** What a single tile shows: a vector of a trace, by name, and the short text that names it in a link. */
import { GATES, type GateName } from "./trace";

export type LayerVector = "state" | "previous" | "memory" | "previousMemory";
export type StepVector = "input" | "context" | "combined" | "fedCombined";

/** Steps, columns and layers are 0-based, the bottom layer first. */
export type Subject =
  | { readonly kind: "embedding"; readonly column: number }
  | { readonly kind: "encoder"; readonly column: number; readonly layer: number }
  | { readonly kind: StepVector; readonly step: number }
  | { readonly kind: LayerVector; readonly step: number; readonly layer: number }
  | {
      readonly kind: "gate";
      readonly gate: GateName;
      readonly step: number;
      readonly layer: number;
    };

type Part = "gate" | "column" | "step" | "layer";

/** What tells the subjects of a kind apart, in the order in which the text has it. */
const PARTS: Readonly<Record<Subject["kind"], readonly Part[]>> = {
  embedding: ["column"],
  encoder: ["column", "layer"],
  input: ["step"],
  context: ["step"],
  combined: ["step"],
  fedCombined: ["step"],
  state: ["step", "layer"],
  previous: ["step", "layer"],
  memory: ["step", "layer"],
  previousMemory: ["step", "layer"],
  gate: ["gate", "step", "layer"],
};

const GATE_NAMES: readonly string[] = Object.values(GATES).flat();

/** The subject in a word, counted from 1: "encoder.2.1" is the encoder's state over the second column in the first layer. */
export function writeSubject(subject: Subject): string {
  const values: Readonly<Partial<Record<Part, string | number>>> = subject;
  const parts = PARTS[subject.kind].map((part) => {
    const value = values[part];
    return typeof value === "number" ? value + 1 : value;
  });
  return [subject.kind, ...parts].join(".");
}

/** The subject that the text names; null where it names none. */
export function readSubject(text: string): Subject | null {
  const [kind = "", ...texts] = text.split(".");
  if (!Object.hasOwn(PARTS, kind)) return null;
  const parts = PARTS[kind as Subject["kind"]];
  const values = texts.map((each, i) => readPart(parts[i], each));
  if (texts.length !== parts.length || values.includes(null)) return null;
  return { kind, ...Object.fromEntries(parts.map((part, i) => [part, values[i]])) } as Subject;
}

function readPart(part: Part | undefined, text: string): string | number | null {
  if (part === "gate") return GATE_NAMES.includes(text) ? text : null;
  return /^[1-9]\d{0,2}$/.test(text) ? Number(text) - 1 : null;
}
