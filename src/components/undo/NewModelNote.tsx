/** That training does not continue the shipped model: before it starts a new one, and once it has. */
import { useTranslation } from "react-i18next";
import { needsFreshModel } from "../../engine/setup/config";
import type { RunInfo } from "../../state/slices/run";
import { useLane } from "../useLane";

export function NewModelNote() {
  const { t } = useTranslation("undo");
  const isShipped = useLane(({ run }) => run.info?.weights === "baked");
  const hasReplaced = useLane(({ run }) => hasReplacedShipped(run.info));
  if (isShipped) return t("startsNew");
  return hasReplaced ? t("isNew") : null;
}

/** Whether this run has the settings of the shipped one before it, so that training or a reset has started it. */
function hasReplacedShipped(info: RunInfo | null): boolean {
  return info?.undo?.weights === "baked" && !needsFreshModel(info.undo.config, info.config);
}
