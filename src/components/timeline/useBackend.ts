/** The backend that computes, and why. */
import { missedRequest } from "../../state/slices/backendMeasurements";
import { useComputing } from "../../state/store";
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
  const computing = useComputing();
  if (backend === null) return { name: hasFailed ? "–" : t("backend.unknown"), reason: null };
  const name = t(`backend.name.${backend.name}`);
  const missed = missedRequest(computing, backend);
  if (missed !== null) {
    const asked = t(`backend.name.${missed.name}`);
    return { name, reason: t(`backend.missed.${missed.why}`, { asked }) };
  }
  return {
    name,
    reason: backend.reason === "first" ? null : t(`backend.reason.${backend.reason}`),
  };
}
