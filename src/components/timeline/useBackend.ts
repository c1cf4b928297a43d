/** The backend that computes, and why. */
import { missedRequest } from "../../state/slices/backendMeasurements";
import { useComputing } from "../../state/store";
import { useTranslation } from "../../i18n/useTranslation";
import { useRun } from "../useLane";

interface BackendText {
  readonly name: string;
  /** The name where it has little room. */
  readonly short: string;
  /** null: it is the first choice. */
  readonly reason: string | null;
}

export function useBackend(): BackendText {
  const { t } = useTranslation("training");
  const backend = useRun((run) => run.backend);
  const hasFailed = useRun((run) => run.status === "failed");
  const computing = useComputing();
  if (backend === null) return nameless(hasFailed ? "–" : t("backend.unknown"));
  const name = t(`backend.name.${backend.name}`);
  const short = backend.name === "threads" ? t("backend.short.threads") : name;
  const missed = missedRequest(computing, backend);
  if (missed !== null) {
    const asked = t(`backend.name.${missed.name}`);
    return { name, short, reason: t(`backend.missed.${missed.why}`, { asked }) };
  }
  return {
    name,
    short,
    reason: backend.reason === "first" ? null : t(`backend.reason.${backend.reason}`),
  };
}

const nameless = (text: string): BackendText => ({ name: text, short: text, reason: null });
