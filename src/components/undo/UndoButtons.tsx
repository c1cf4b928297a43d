/** The one way back: a button that names what undo brings back, and after it one that names what redo brings back. */
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { needsFreshModel } from "../../engine/setup/config";
import { student } from "../../state/actions/acts";
import { hasTrainedModel } from "../../state/slices/run";
import type { OtherRun } from "../../workers/protocol";
import { moveFocusThen } from "../focusPlace";
import { Button } from "../primitives/Button";
import { useFormat } from "../primitives/useFormat";
import { useLane } from "../useLane";

export function UndoButtons(): ReactNode {
  const { t } = useTranslation("undo");
  const nameOf = useRunName();
  const isUp = useLane(({ run }) => run.status === "idle" || run.status === "training");
  const undo = useLane(({ run }) => run.info?.undo ?? null);
  const redo = useLane(({ run }) => run.info?.redo ?? null);
  const offersTrained = useOffersTrained();
  const name = undo
    ? t("undo", { run: nameOf(undo, "before", "run") })
    : t(offersTrained ? "showTrained" : "none");
  const shortest = undo
    ? nameOf(undo, "before", "short")
    : t(offersTrained ? "short.trained" : "none");
  const back = undo ? student.undo : student.showTrainedModel;
  return (
    <>
      <Button
        look="quiet"
        title={name}
        aria-label={name}
        disabled={!isUp || !(undo || offersTrained)}
        onClick={back}
      >
        {redo ? <Short isBack>{shortest}</Short> : name}
      </Button>
      {redo && (
        <Button
          look="quiet"
          title={t("redo", { run: nameOf(redo, "after", "run") })}
          aria-label={t("redo", { run: nameOf(redo, "after", "run") })}
          disabled={!isUp}
          onClick={() => moveFocusThen("train", student.redo)}
        >
          <Short>{nameOf(redo, "after", "short")}</Short>
        </Button>
      )}
    </>
  );
}

/** An arrow and a short name, where two buttons share the room of one. */
function Short({ children, isBack = false }: { children: string; isBack?: boolean }) {
  return (
    <>
      <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden>
        <path
          d="M8 1l3 3-3 3M11 4H4.5a3.5 3.5 0 0 0 0 7H7"
          transform={isBack ? "matrix(-1 0 0 1 12 0)" : undefined}
          fill="none"
          stroke="currentColor"
          strokeWidth={1.5}
        />
      </svg>{" "}
      {children}
    </>
  );
}

/** What distinguishes a run from the active one: its settings, that it is the shipped one, or its update. */
function useRunName(): (run: OtherRun, side: "before" | "after", form: "run" | "short") => string {
  const { t } = useTranslation("undo");
  const format = useFormat();
  const config = useLane(({ run }) => run.info?.config);
  return (run, side, form) => {
    if (config && needsFreshModel(run.config, config)) return t(`${form}.${side}`);
    if (run.weights === "baked") return t(`${form}.trained`);
    if (run.step === 0) return t(`${form}.untrained`);
    return t(`${form}.update`, { step: format.number(run.step) });
  };
}

/** Compares the settings with those of all shipped models, so it waits for other settings. */
function useOffersTrained(): boolean {
  const info = useLane(({ run }) => run.info);
  const failure = useLane(({ run }) => run.failure);
  return useMemo(() => hasTrainedModel({ info, failure }), [info, failure]);
}
