/** Exact match by source length: what lessons about the bottleneck ask for. */
import type { ScoreReport } from "../engine/results/scoreReport";
import type { Facts } from "./facts";
import type { Act, CurvePoint, Values } from "./lesson";

/** The share of exactly right answers of each length that training draws, shortest first; empty without a report. */
export function curveOf(report: ScoreReport | null): readonly CurvePoint[] {
  const seen = report?.byLength.filter(({ isSeen }) => isSeen) ?? [];
  return seen.map(({ length, examples, matches }) => ({ x: length, y: matches / examples }));
}

/** The share at a length; 0 where the report has no such length. */
export function shareAt(report: ScoreReport | null, length: number): number {
  return curveOf(report).find(({ x }) => x === length)?.y ?? 0;
}

/** Whether the held-out examples have been judged since `before`, with the present weights. */
export function isEvaluated({ report, step, evaluating }: Facts, before: Facts): boolean {
  return evaluating === null && report !== null && report !== before.report && report.step === step;
}

/** For the bar of an act that evaluates. */
export const evaluationProgress: NonNullable<Act["progress"]> = (facts, before) =>
  isEvaluated(facts, before) ? 1 : (facts.evaluating ?? 0);

/** The lengths of training. */
export function lengthValues({ config: { shortest, longest } }: Facts): Values {
  return { shortest: { count: shortest }, longest: { count: longest } };
}
