/** The step panel, single operations of a step, and the choice of the next token. */
import { type ReactNode, useState } from "react";
import { NextToken } from "../../src/components/step/NextToken";
import { OpDetail } from "../../src/components/step/OpDetail";
import { StepCode } from "../../src/components/step/StepCode";
import { type OperationProps, StepEquations } from "../../src/components/step/StepEquations";
import { StepNumbers } from "../../src/components/step/StepNumbers";
import { Inspectable } from "../../src/components/unrolled/InspectProvider";
import type { Subject } from "../../src/engine/results/subject";
import type { Op } from "../../src/engine/results/operation";
import { makeTrace, type TraceOptions } from "../../src/vis/testing/traces";
import type { Entry } from "../entry";
import { ignore, useShown } from "../useShown";

interface DetailProps {
  readonly options: TraceOptions;
  readonly op: Op;
  readonly first?: number; // selected step, 0-based
}

function Operation({ options, op, first = 2 }: DetailProps): ReactNode {
  const shown = useShown(makeTrace(options), first);
  return (
    <Inspectable inspected={null} onInspect={ignore}>
      <OpDetail {...shown} op={op} onDerive={ignore} />
    </Inspectable>
  );
}

interface PanelProps {
  readonly options: TraceOptions;
  readonly first?: number; // selected step, 0-based
  readonly of: (props: OperationProps) => ReactNode;
}

function Panel({ options, first = 2, of: Part }: PanelProps): ReactNode {
  const shown = useShown(makeTrace(options), first);
  const [operation, setOperation] = useState<Op>("score");
  return (
    <Inspectable inspected={null} onInspect={ignore}>
      <Part {...shown} operation={operation} onOperation={setOperation} onDerive={ignore} />
    </Inspectable>
  );
}

function Numbers({
  options,
  inspected,
}: Pick<PanelProps, "options"> & { readonly inspected: Subject | null }): ReactNode {
  const shown = useShown(makeTrace(options), 2);
  return <StepNumbers {...shown} inspected={inspected} onInspect={ignore} onDerive={ignore} />;
}

function Next({ options }: { readonly options: TraceOptions }): ReactNode {
  const shown = useShown(makeTrace(options), 2);
  return (
    <div style={{ height: 248 }}>
      <NextToken {...shown} />
    </div>
  );
}

const WIDTH = 348; // of the page's third column

const operation = (name: string, props: DetailProps): Entry => ({
  name: `step-${name}`,
  width: WIDTH,
  figure: <Operation {...props} />,
});

export const EQUATIONS: readonly Entry[] = [
  { name: "step-equations", width: WIDTH, figure: <Panel options={{}} of={StepEquations} /> },
  { name: "step-code", width: WIDTH, figure: <Panel options={{}} of={StepCode} /> },
  {
    name: "step-code-first",
    width: WIDTH,
    figure: (
      <Panel
        options={{
          cell: "lstm",
          direction: "bidirectional",
          layers: 2,
          attention: "general",
          timing: "luong",
          inputFeeding: "on",
        }}
        first={0}
        of={StepCode}
      />
    ),
  },
  { name: "step-numbers", width: WIDTH, figure: <Numbers options={{}} inspected={null} /> },
  {
    name: "step-numbers-vector",
    width: WIDTH,
    figure: <Numbers options={{ cell: "lstm" }} inspected={{ kind: "state", step: 2, layer: 0 }} />,
  },
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
