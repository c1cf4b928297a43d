/** The step panel, single operations of a step, and the choice of the next token. */
import { type ReactNode, useState } from "react";
import { NextToken } from "../../src/components/step/NextToken";
import { OpDetail } from "../../src/components/step/OpDetail";
import { StepPanel } from "../../src/components/step/StepPanel";
import { Inspectable } from "../../src/components/unrolled/InspectProvider";
import type { Op } from "../../src/engine/results/operation";
import { makeTrace, type TraceOptions } from "../../src/vis/testing/traces";
import type { Entry } from "../entry";
import { ignore, useShown } from "../useShown";

interface OperationProps {
  readonly options: TraceOptions;
  readonly op: Op;
  readonly first?: number; // selected step, 0-based
}

function Operation({ options, op, first = 2 }: OperationProps): ReactNode {
  const shown = useShown(makeTrace(options), first);
  return (
    <Inspectable onInspect={ignore}>
      <OpDetail {...shown} op={op} />
    </Inspectable>
  );
}

function Panel({ options }: { readonly options: TraceOptions }): ReactNode {
  const shown = useShown(makeTrace(options), 2);
  const [operation, setOperation] = useState<Op>("score");
  return (
    <Inspectable onInspect={ignore}>
      <StepPanel {...shown} operation={operation} onOperation={setOperation} />
    </Inspectable>
  );
}

function Next({ options }: { readonly options: TraceOptions }): ReactNode {
  return <NextToken {...useShown(makeTrace(options), 2)} />;
}

const WIDTH = 348; // of the page's third column

const operation = (name: string, props: OperationProps): Entry => ({
  name: `step-${name}`,
  width: WIDTH,
  figure: <Operation {...props} />,
});

export const EQUATIONS: readonly Entry[] = [
  { name: "step-panel", width: WIDTH, figure: <Panel options={{}} /> },
  operation("context", { options: {}, op: "context" }),
  operation("gru", { options: {}, op: "cell" }),
  operation("lstm", { options: { cell: "lstm", timing: "luong", inputFeeding: "on" }, op: "cell" }),
  operation("first-state", {
    options: { direction: "bidirectional", attention: "none" },
    op: "cell",
    first: 0,
  }),
  operation("output", { options: { decoding: "sampling", wrong: [2] }, op: "output" }),
  {
    name: "next-token-drawn",
    width: WIDTH,
    figure: <Next options={{ decoding: "sampling", wrong: [2] }} />,
  },
];
