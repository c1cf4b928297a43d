/** Runs traces on the operations of a device, and compares them with those in main memory. */
import type { Ops } from "../../src/engine/fused/ops";
import { createPlainOps } from "../../src/engine/fused/plain/plainOps";
import { familyShapes, memberName } from "../../src/testing/family";
import { traceFused } from "../../src/testing/fusedTrace";
import { drawsOf, randomEdits, randomWeights, WAYS } from "../../src/testing/randomEdits";
import { differences } from "../../src/testing/traceDifference";

const EVERY = 13; // of the members

export interface TraceCase {
  readonly name: string;
  readonly differences: readonly string[];
}

/**
 * Traces of some members, with and without edits.
 * @param every whether each member meets every feeding and choice of tokens, or one of them
 */
export async function runTraces(ops: Ops, tolerance: number, every: boolean): Promise<TraceCase[]> {
  const plain = createPlainOps();
  const shapes = familyShapes(5, 3).filter((_, i) => i % EVERY === 0);
  const cases: TraceCase[] = [];
  for (const [i, shape] of shapes.entries()) {
    const flat = randomWeights(shape, i + 1);
    const traced = (on: Ops, show: Parameters<typeof traceFused>[1]) => {
      const parameters = on.scope(() => on.keep(on.matrix(flat, 1, flat.length)));
      return traceFused({ ops: on, shape, parameters }, show);
    };
    for (const way of every ? WAYS : WAYS.slice(i % WAYS.length, (i % WAYS.length) + 1))
      for (const edits of [[], randomEdits(shape, drawsOf(i + 1))]) {
        const show = { ...way, edits };
        const [ours, theirs] = [await traced(ops, show), await traced(plain, show)];
        const name = `${memberName(shape)}, ${JSON.stringify(show)}`;
        cases.push({ name, differences: differences(ours, theirs, tolerance) });
      }
  }
  return cases;
}
