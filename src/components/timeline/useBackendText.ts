/** The backend and why it computes, as a sentence. */
import { useTranslation } from "react-i18next";
import { useThrottledRun } from "../useLane";

export function useBackendText(): string {
  const { t } = useTranslation("training");
  const backend = useThrottledRun((run) => run.backend);
  const hasFailed = useThrottledRun((run) => run.status === "failed");
  if (backend === null) return hasFailed ? "–" : t("backend.unknown");
  return t(`backend.reason.${backend.reason}`, { name: t(`backend.name.${backend.name}`) });
}
