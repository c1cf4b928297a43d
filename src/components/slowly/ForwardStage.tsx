/** The followed example in the network, with the weights before the update. */
import { type ReactNode, useState } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Subject } from "../../engine/results/subject";
import type { Trace } from "../../engine/results/trace";
import type { UpdateAccount } from "../../engine/results/updateAccount";
import { vectorOf } from "../../engine/results/vectors";
import { clampStep, LAST_STEP, shownColumn } from "../../state/slices/view";
import { topOf } from "../../vis/facts/subject";
import { signed } from "../../vis/format";
import { Inspectable } from "../unrolled/InspectProvider";
import { UnrolledFigure } from "../unrolled/UnrolledFigure";
import { useSubjectName } from "../unrolled/useSubjectName";
import { ExampleNotes, Lead } from "./Lead";
import { useOnShow } from "./useFollowed";
import styles from "./Walk.module.css";

export function ForwardStage({ account }: { readonly account: UpdateAccount }): ReactNode {
  const { t } = useTranslation("slowly");
  const shown = useOnShow(account);
  return (
    <>
      <Lead>{t("forward.lead")}</Lead>
      <ExampleNotes account={account} />
      {shown && <Network trace={shown.example.fed.before} />}
    </>
  );
}

function Network({ trace }: { readonly trace: Trace }): ReactNode {
  const [{ step: at, column }, select] = useState<{ step: number; column: number | null }>({
    step: LAST_STEP,
    column: null,
  });
  const [inspected, inspect] = useState<Subject | null>(null);
  const index = clampStep(trace, at);
  const step = trace.steps[index];
  if (!step) return null;
  return (
    <Inspectable inspected={inspected} onInspect={inspect}>
      <div className={styles.figure}>
        <UnrolledFigure
          trace={trace}
          index={index}
          step={step}
          column={shownColumn(step, column)}
          layer={topOf(trace)}
          isTraining={false}
          follows={column !== null}
          onSelect={(to, s) => select({ step: to, column: s })}
        />
      </div>
      {inspected && <TileNumbers trace={trace} subject={inspected} />}
    </Inspectable>
  );
}

/** The numbers of the tile that the student has pressed. */
function TileNumbers({
  trace,
  subject,
}: {
  readonly trace: Trace;
  readonly subject: Subject;
}): ReactNode {
  const { t } = useTranslation("slowly");
  const name = useSubjectName(trace)(subject);
  const vector = vectorOf(trace, subject);
  if (!vector) return null;
  return (
    <output className={styles.tile}>
      <strong>{t("forward.tile", { name })}</strong>{" "}
      {Array.from(vector, (v) => signed(v)).join("  ")}
    </output>
  );
}
