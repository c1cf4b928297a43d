/** That training does not continue the shipped model: before it starts a new one, and once it has. */
import { useTranslation } from "../../i18n/useTranslation";
import { hasReplacedShipped } from "../../state/slices/run";
import { useLane } from "../useLane";

export function useNewModelText(): string | null {
  const { t } = useTranslation("undo");
  const isShipped = useLane(({ run }) => run.info?.weights === "baked");
  const hasReplaced = useLane(({ run }) => hasReplacedShipped(run));
  if (isShipped) return t("startsNew");
  return hasReplaced ? t("isNew") : null;
}
