/** What the PyTorch tab has beside the code of the step: the whole program, and the course notes' way. Loads with the tab. */
import { use, type ReactNode } from "react";
import { lateTexts } from "../../i18n/lateTexts";
import { useApp } from "../../state/store";
import { programPlan } from "../../vis/code/program/plan";
import { program, programName } from "../../vis/code/program/program";
import { shownOperation } from "../../vis/tex/operations";
import { CodeNotes } from "../step/CodeNotes";
import type { Shown } from "../unrolled/shown";
import { useLane } from "../useLane";
import { useShownStep } from "../useShownStep";
import { ENCODER_NOTES } from "./encoderNotes";
import { ProgramButtons, ProgramText, type WholeProgramProps } from "./WholeProgram";

/** The program of the model on show, with the training of its run; null before the first trace. */
function useProgram(): (WholeProgramProps & { readonly shown: Shown }) | null {
  const language = useApp(({ view }) => view.language);
  const texts = use(lateTexts("pytorch", language));
  const training = useLane(({ run, config }) => run.info?.config ?? config);
  const shown = useShownStep();
  if (!shown) return null;
  const { trace } = shown;
  return {
    shown,
    name: programName(trace.shape),
    write: () => program(programPlan(trace, training, texts.program)),
  };
}

export function ProgramTools(): ReactNode {
  const whole = useProgram();
  return whole && <ProgramButtons name={whole.name} write={whole.write} />;
}

export function WholeText(): ReactNode {
  const whole = useProgram();
  return whole && <ProgramText name={whole.name} write={whole.write} />;
}

export function ProgramAndNotes(): ReactNode {
  const whole = useProgram();
  const operation = useApp(({ view }) => view.operation);
  const wanted = useApp(({ view }) => view.note);
  if (!whole) return null;
  const { trace, index } = whole.shown;
  return (
    <>
      <ProgramText name={whole.name} write={whole.write} />
      <CodeNotes
        trace={trace}
        index={index}
        op={shownOperation(trace, operation)}
        encoderId={ENCODER_NOTES}
        wanted={wanted}
      />
    </>
  );
}
