/** The step panel of the page: it shows the selected pair, and a click in it selects another. */
import type { ReactNode } from "react";
import { useApp } from "../../state/store";
import { StepPanel } from "../step/StepPanel";
import { useShownStep } from "../useShownStep";
import { student } from "../../state/actions/acts";

export function ShownStepPanel(): ReactNode {
  const shown = useShownStep();
  const operation = useApp(({ view }) => view.operation);
  return (
    shown && (
      <StepPanel
        {...shown}
        operation={operation}
        onOperation={student.showOperation}
        onSelect={student.selectByHand}
      />
    )
  );
}
