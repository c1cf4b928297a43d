/** The backend that computes, and why. */
import { useTranslation } from "../../i18n/useTranslation";
import { useRun } from "../useLane";

interface BackendText {
  readonly name: string;
  /** null: it is the first choice. */
  readonly reason: string | null;
}

export function useBackend(): BackendText {
  const { t } = useTranslation("training");
  const backend = useRun((run) => run.backend);
  const hasFailed = useRun((run) => run.status === "failed");
  if (backend === null) return { name: hasFailed ? "–" : t("backend.unknown"), reason: null };
  return {
    name: t(`backend.name.${backend.name}`),
    reason: backend.reason === "gpu" ? null : t(`backend.reason.${backend.reason}`),
  };
}
