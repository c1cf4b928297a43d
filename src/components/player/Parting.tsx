/** The note on two decodes, while the student wants another one beside the shown one. */
import type { ReactNode } from "react";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { PartingNote } from "../unrolled/PartingNote";
import { useLane } from "../useLane";
import { useSection } from "../useSection";
import { useShownStep } from "../useShownStep";

export function Parting(): ReactNode {
  const isWanted = useApp(({ view }) => view.show.beside !== "none");
  const isTraining = useLane(({ run }) => run.status === "training");
  const trace = useShownStep()?.trace;
  const table = useSection("parting");
  if (!isWanted || !trace) return null;
  return (
    <PartingNote
      trace={trace}
      isTraining={isTraining}
      table={table}
      onClose={() => student.showBeside("none")}
    />
  );
}
