/** Which other decode of the example stands beside the shown one. An option that would be the same decode says so. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { BESIDES, type Beside, besideProblem } from "../../engine/beside";
import { student } from "../../state/actions/acts";
import { hasTrainingRows } from "../../state/slices/run";
import { useApp } from "../../state/store";
import { Select } from "../primitives/Select";
import { useLane } from "../useLane";

export function BesideChoice(): ReactNode {
  const { t } = useTranslation("parting");
  const show = useApp(({ view }) => view.show);
  const isForTraining = useLane(({ run }) => hasTrainingRows(run, show));
  const isKnown = useLane(({ run }) => Boolean(run.trace?.expected));
  const decoded = isForTraining ? ({ ...show, feeding: "truth" } as const) : show;
  const optionOf = (value: Beside) => {
    const option = t(`options.${value}`);
    const problem = value === "none" ? null : besideProblem(value, decoded, isKnown);
    if (!problem) return { value, label: option };
    const label = t("unavailable", { option, reason: t(`problems.${problem}`) });
    return { value, label, disabled: true };
  };
  return (
    <Select
      label={t("choose")}
      value={show.beside}
      options={BESIDES.map(optionOf)}
      help={t("help")}
      onChange={student.showBeside}
    />
  );
}
