/** A step by its equations, an operation at a time, and the choice of the next token. */
import { type ReactNode, useState } from "react";
import { NextToken } from "../../src/components/step/NextToken";
import { OpDetail } from "../../src/components/step/OpDetail";
import { StepPanel } from "../../src/components/step/StepPanel";
import { Inspectable } from "../../src/components/unrolled/InspectProvider";
import type { Op } from "../../src/engine/results/operation";
import { makeTrace, type TraceWish } from "../../src/vis/testing/traces";
import type { Entry } from "../entry";
import { CLOSED } from "../closed";
import { useShown } from "../useShown";

interface OperationProps {
  readonly wish: TraceWish;
  readonly op: Op;
  readonly first?: number; // step on show, 0-based
}

function Operation({ wish, op, first = 2 }: OperationProps): ReactNode {
  const shown = useShown(makeTrace(wish), first);
  return (
    <Inspectable trace={shown.trace} {...CLOSED}>
      <OpDetail {...shown} op={op} />
    </Inspectable>
  );
}

function Panel({ wish }: { readonly wish: TraceWish }): ReactNode {
  const shown = useShown(makeTrace(wish), 2);
  const [operation, setOperation] = useState<Op>("score");
  return (
    <Inspectable trace={shown.trace} {...CLOSED}>
      <StepPanel {...shown} operation={operation} onOperation={setOperation} />
    </Inspectable>
  );
}

function Next({ wish }: { readonly wish: TraceWish }): ReactNode {
  return <NextToken {...useShown(makeTrace(wish), 2)} />;
}

const WIDTH = 348; // of the page's third column

const operation = (name: string, props: OperationProps): Entry => ({
  name: `step-${name}`,
  width: WIDTH,
  figure: <Operation {...props} />,
});

export const EQUATIONS: readonly Entry[] = [
  { name: "step-panel", width: WIDTH, figure: <Panel wish={{}} /> },
  operation("context", { wish: {}, op: "context" }),
  operation("gru", { wish: {}, op: "cell" }),
  operation("lstm", { wish: { cell: "lstm", timing: "luong", inputFeeding: "on" }, op: "cell" }),
  operation("first-state", {
    wish: { direction: "bidirectional", attention: "none" },
    op: "cell",
    first: 0,
  }),
  operation("output", { wish: { decoding: "sampling", wrong: [2] }, op: "output" }),
  {
    name: "next-token-drawn",
    width: WIDTH,
    figure: <Next wish={{ decoding: "sampling", wrong: [2] }} />,
  },
];
