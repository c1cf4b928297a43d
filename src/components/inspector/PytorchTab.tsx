/** The PyTorch tab of the inspector: the code of the step and, loaded with the tab, what belongs beside it. */
import { Suspense, type ReactNode } from "react";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import { latePart } from "../shell/latePart";
import { StepCode } from "../step/StepCode";
import type { OperationProps } from "../step/StepEquations";
import { showEncoderNotes } from "./encoderNotes";

const Extras = latePart(async () => (await import("./PytorchExtras")).PytorchExtras);

export function PytorchTab(props: OperationProps): ReactNode {
  return (
    <StepCode {...props} onEncoder={showEncoderNotes}>
      <ErrorBoundary>
        <Suspense fallback={null}>
          <Extras />
        </Suspense>
      </ErrorBoundary>
    </StepCode>
  );
}
