/** What the PyTorch tab has beside the code of the step: the whole program, and the course notes' way. Loads with the tab. */
import { use, type ReactNode } from "react";
import { pytorchTexts } from "../../i18n/pytorchTexts";
import { useApp } from "../../state/store";
import { shownOperation } from "../../vis/tex/operations";
import { CodeNotes } from "../step/CodeNotes";
import { useLane } from "../useLane";
import { useShownStep } from "../useShownStep";
import { ENCODER_NOTES } from "./encoderNotes";
import { WholeProgram } from "./WholeProgram";

export function PytorchExtras(): ReactNode {
  const language = useApp(({ view }) => view.language);
  const texts = use(pytorchTexts(language));
  const operation = useApp(({ view }) => view.operation);
  const training = useLane(({ run, config }) => run.info?.config ?? config);
  const shown = useShownStep();
  if (!shown) return null;
  const { trace, index } = shown;
  return (
    <>
      <WholeProgram trace={trace} training={training} texts={texts.program} />
      <CodeNotes
        trace={trace}
        index={index}
        op={shownOperation(trace, operation)}
        encoderId={ENCODER_NOTES}
      />
    </>
  );
}
