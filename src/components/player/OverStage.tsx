/** What lies over the picture: the edits, a lesson’s marks on rows without a map, and where the decode beside parts from it. */
import type { ReactNode } from "react";
import type { StageLayout } from "../../vis/layout/stageLayout";
import { EditLayer } from "../edits/EditLayer";
import { StateOrder } from "../lesson/StateOrder";
import { PartingLayer } from "../unrolled/PartingLayer";
import { RowMarks } from "../unrolled/RowMarks";
import { useShownStep } from "../useShownStep";

interface OverStageProps {
  readonly layout: StageLayout;
}

export function OverStage({ layout }: OverStageProps): ReactNode {
  const trace = useShownStep()?.trace;
  return (
    <>
      <EditLayer layout={layout} />
      {trace?.shape.attention === "none" && <RowMarks layout={layout} />}
      {trace && <StateOrder layout={layout} trace={trace} />}
      {trace?.beside && <PartingLayer layout={layout} trace={trace} beside={trace.beside} />}
    </>
  );
}
