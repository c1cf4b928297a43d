/** What undo brings back, as a sentence; null: nothing is known of it. */
import { useTranslation } from "react-i18next";
import { needsFreshModel } from "../../engine/setup/config";
import { useFormat } from "../primitives/useFormat";
import { useLane } from "../useLane";

export function useUndoText(): string | null {
  const { t } = useTranslation("training");
  const format = useFormat();
  const replaced = useLane((lane) => lane.run.undoTarget);
  const config = useLane((lane) => lane.run.info?.config);
  if (!replaced || !config) return null;
  if (needsFreshModel(replaced.config, config)) return t("note.undoSettings");
  if (replaced.weights === "baked") return t("note.undoTrained");
  return t("note.undoUpdate", { step: format.number(replaced.step) });
}
