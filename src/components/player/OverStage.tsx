/** What lies over the picture: the edits, and where the decode beside the shown one parts from it. */
import type { ReactNode } from "react";
import type { StageLayout } from "../../vis/layout/stageLayout";
import { EditLayer } from "../edits/EditLayer";
import { PartingLayer } from "../unrolled/PartingLayer";
import { useShownStep } from "../useShownStep";

interface OverStageProps {
  readonly layout: StageLayout;
}

export function OverStage({ layout }: OverStageProps): ReactNode {
  const trace = useShownStep()?.trace;
  return (
    <>
      <EditLayer layout={layout} />
      {trace?.beside && <PartingLayer layout={layout} trace={trace} beside={trace.beside} />}
    </>
  );
}
