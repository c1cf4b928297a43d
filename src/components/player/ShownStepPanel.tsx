/** The step panel of the page: about the pair on show, which a pick in it changes. */
import type { ReactNode } from "react";
import { StepPanel } from "../step/StepPanel";
import { useShownStep } from "../useShownStep";
import { student } from "../../state/actions/acts";

export function ShownStepPanel(): ReactNode {
  const shown = useShownStep();
  return shown && <StepPanel {...shown} onSelect={student.selectByHand} />;
}
