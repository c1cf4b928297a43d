/** The PyTorch tab of the inspector: the code of the step and, loaded with the tab, what belongs beside it. */
import { Suspense, type ReactNode } from "react";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import { latePart } from "../shell/latePart";
import { StepCode } from "../step/StepCode";
import type { OperationProps } from "../step/StepEquations";
import { showEncoderNotes } from "./encoderNotes";
import styles from "./PytorchTab.module.css";

const ProgramTools = latePart(async () => (await import("./PytorchExtras")).ProgramTools);
const ProgramAndNotes = latePart(async () => (await import("./PytorchExtras")).ProgramAndNotes);

export function PytorchTab(props: OperationProps): ReactNode {
  return (
    <>
      <div className={styles.tools}>
        <Late>
          <ProgramTools />
        </Late>
      </div>
      <StepCode {...props} onEncoder={showEncoderNotes}>
        <Late>
          <ProgramAndNotes />
        </Late>
      </StepCode>
    </>
  );
}

function Late({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <ErrorBoundary>
      <Suspense fallback={null}>{children}</Suspense>
    </ErrorBoundary>
  );
}
