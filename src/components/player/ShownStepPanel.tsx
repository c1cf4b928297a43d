/** The step panel of the page: about the pair on show, which a pick in it changes. */
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
