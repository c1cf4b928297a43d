/** Whether the typed source on the stage is longer than any that training draws. */
import { useTranslation } from "react-i18next";
import { useApp } from "../../state/store";
import { exampleKey } from "./exampleKey";

/** The sentence that says so; null where it is not. */
export function useBeyondTraining(): string | null {
  const { t } = useTranslation("player");
  const limit = useApp(({ run, view }) => {
    const isShown = exampleKey(view.example) === exampleKey(run.tracedExample);
    if (!run.info || !run.trace || !isShown || view.example.kind !== "typed") return null;
    const length = run.trace.source.length - 1; // without <eos>
    return length > run.info.maxSourceLength ? run.info.maxSourceLength : null;
  });
  return limit === null ? null : t("beyond", { limit });
}
