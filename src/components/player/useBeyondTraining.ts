/** Whether the typed source on the stage is longer than any that training draws. */
import { useTranslation } from "react-i18next";
import { isSameExample } from "../../engine/show";
import { useApp } from "../../state/store";
import { useLane } from "../useLane";

/** The sentence that says so; null where it is not. */
export function useBeyondTraining(): string | null {
  const { t } = useTranslation("player");
  const wanted = useApp(({ view }) => view.show.example);
  const limit = useLane(({ run }) => {
    if (!run.info || !run.trace || wanted.kind !== "typed") return null;
    if (!isSameExample(wanted, run.trace.show.example)) return null;
    const length = run.trace.source.length - 1; // without <eos>
    return length > run.info.maxSourceLength ? run.info.maxSourceLength : null;
  });
  return limit === null ? null : t("beyond", { limit });
}
