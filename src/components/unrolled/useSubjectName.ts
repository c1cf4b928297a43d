/** The full name of a tile's subject, which is the title of its numbers. */
import { useTranslation } from "../../i18n/useTranslation";
import { decoderLayersOf, isBidirectional } from "../../engine/setup/modelShape";
import type { Trace } from "../../engine/results/trace";
import type { Subject } from "../../engine/results/subject";
import { subscript, SYMBOLS } from "../../vis/tex/symbols";
import { useTokenName } from "./useTokenName";

type SourceSubject = Extract<Subject, { column: number }>;
type StepSubject = Exclude<Subject, SourceSubject>;

/** Kinds that belong to the previous step, so their number is one less. */
const BEFORE: ReadonlySet<Subject["kind"]> = new Set(["previous", "previousMemory", "fedCombined"]);

/** The key of the text for a subject of a step, under `numbers`. */
function textOf({ shape }: Trace, subject: StepSubject) {
  const isInitial = isBidirectional(shape) && subject.step === 0;
  const { kind } = subject;
  if (kind === "gate") return `gates.${subject.gate}` as const;
  if (kind === "input" && shape.tokenInput === "onehot") return "inputOneHot";
  if (kind === "previous" && isInitial) return "initial";
  if (kind === "previousMemory" && isInitial) return "initialMemory";
  return kind;
}

export function useSubjectName(trace: Trace): (subject: Subject) => string {
  const { t } = useTranslation("stage");
  const name = useTokenName();
  const ofSource = (subject: SourceSubject): string => {
    const token = trace.source[subject.column];
    const index = subject.column + 1;
    const symbol = SYMBOLS.key;
    const values = { index, sub: subscript(index), symbol, token: token ? name(token) : "" };
    if (subject.kind === "embedding") return t("numbers.token", values);
    return t(isBidirectional(trace.shape) ? "numbers.encoderBoth" : "numbers.encoder", values);
  };
  const ofStep = (subject: StepSubject): string => {
    const step = BEFORE.has(subject.kind) ? subject.step : subject.step + 1;
    const letter = trace.shape.cell === "lstm" ? "g" : "n"; // PyTorch's names of the candidate
    const values = { step, sub: subscript(step), symbol: SYMBOLS.state, letter };
    return t(`numbers.${textOf(trace, subject)}`, values);
  };
  return (subject) => {
    const base = "column" in subject ? ofSource(subject) : ofStep(subject);
    const { shape } = trace;
    const layers = subject.kind === "encoder" ? shape.layers : decoderLayersOf(shape);
    if (!("layer" in subject) || layers === 1) return base;
    return t("numbers.ofLayer", { name: base, layer: subject.layer + 1 });
  };
}
