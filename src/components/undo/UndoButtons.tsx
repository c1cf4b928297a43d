/** The one way back: a button that names what undo brings back, and after it one that names what redo brings back. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
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
  const offersTrained = useLane(({ run }) => hasTrainedModel(run));
  const name = undo
    ? t("undo", { run: nameOf(undo, "before") })
    : t(offersTrained ? "showTrained" : "none");
  const back = undo ? student.undo : student.showTrainedModel;
  return (
    <>
      <Button look="quiet" title={name} disabled={!isUp || !(undo || offersTrained)} onClick={back}>
        {name}
      </Button>
      {redo && (
        <Button look="quiet" disabled={!isUp} onClick={() => moveFocusThen("train", student.redo)}>
          {t("redo", { run: nameOf(redo, "after") })}
        </Button>
      )}
    </>
  );
}

/** What distinguishes a run from the active one: its settings, that it is the shipped one, or its update. */
function useRunName(): (run: OtherRun, side: "before" | "after") => string {
  const { t } = useTranslation("undo");
  const format = useFormat();
  const config = useLane(({ run }) => run.info?.config);
  return (run, side) => {
    if (config && needsFreshModel(run.config, config)) return t(`run.${side}`);
    if (run.weights === "baked") return t("run.trained");
    return run.step === 0 ? t("run.untrained") : t("run.update", { step: format.number(run.step) });
  };
}
