/** What stands on the stage while another decode stands beside the shown one. It loads when it is first wanted. */
import { lazy, Suspense, type ReactNode } from "react";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { useSection } from "../useSection";
import type { Trace } from "../../engine/results/trace";
import type { StageLayout } from "../../vis/layout/stageLayout";

const Layer = lazy(async () => ({
  default: (await import("../unrolled/PartingLayer")).PartingLayer,
}));
const Note = lazy(async () => ({ default: (await import("../unrolled/PartingNote")).PartingNote }));

interface PartingProps {
  readonly trace: Trace;
}

interface OverProps extends PartingProps {
  readonly layout: StageLayout;
}

/** Over the picture. */
export function PartingOver({ trace, layout }: OverProps): ReactNode {
  if (!trace.beside) return null;
  return (
    <Suspense fallback={null}>
      <Layer trace={trace} beside={trace.beside} layout={layout} />
    </Suspense>
  );
}

/** Under the picture. */
export function PartingUnder({
  trace,
  isTraining,
}: PartingProps & { readonly isTraining: boolean }): ReactNode {
  const isWanted = useApp(({ view }) => view.show.beside !== "none");
  const table = useSection("parting");
  if (!isWanted) return null;
  return (
    <Suspense fallback={null}>
      <Note
        trace={trace}
        isTraining={isTraining}
        table={table}
        onClose={() => student.showBeside("none")}
      />
    </Suspense>
  );
}
