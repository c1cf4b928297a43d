/** The choice of a backend, with the time of a training step on each. */
import { useTranslation } from "../../i18n/useTranslation";
import { useApp, useComputing } from "../../state/store";
import { useLane } from "../useLane";
import {
  currentTimes,
  missedRequest,
  pendingBackend,
} from "../../state/slices/backendMeasurements";
import { isAtRest } from "../../state/slices/atRest";
import { Button } from "../primitives/Button";
import { BackendOptions } from "./BackendOptions";
import styles from "./Computation.module.css";
import { Group } from "./Group";
import { useStepTimes } from "./useStepTimes";
import { student } from "../../state/actions/acts";

export function Computation() {
  const { t } = useTranslation("computing");
  const backend = useLane(({ run }) => run.backend?.name ?? null);
  const { textOf, isTimed } = useStepTimes();
  const name = backend === null ? t("status.starting") : t(`name.${backend}`);
  const brief =
    backend !== null && isTimed(backend) ? t("brief", { name, time: textOf(backend) }) : name;
  return (
    <Group section="computing" title={t("title")} brief={brief}>
      {(isOpen) => isOpen && <Choice />}
    </Group>
  );
}

function Choice() {
  const { t } = useTranslation("computing");
  return (
    <div className={styles.computation}>
      <BackendOptions />
      <Note />
      <div className={styles.foot}>
        <Measure />
        <BackendStatus />
      </div>
      <p className={styles.about}>{t("about")}</p>
    </div>
  );
}

/** Why the choice has no effect yet, and how to apply it. */
function Note() {
  const { t } = useTranslation("computing");
  const insisted = useComputing((state) => state.insisted);
  const computing = useComputing();
  const pending = useLane((lane) => pendingBackend(computing, lane));
  const missed = useMissedText();
  const isIdle = useLane(({ run }) => run.status === "idle");
  const isKept = useLane(({ run }) => run.savingProblem === null);
  if (missed !== null) return <p className={styles.about}>{missed}</p>;
  if (insisted !== null)
    return <p className={styles.about}>{t("insisted", { name: t(`name.${insisted}`) })}</p>;
  if (pending === null) return null;
  return (
    <p className={styles.about}>
      {t("pending", { name: t(`name.${pending}`) })}{" "}
      {isIdle && isKept && (
        <>
          <Button look="link" onClick={({ currentTarget }) => moveNow(currentTarget)}>
            {t("move")}
          </Button>{" "}
          {t("moveHint")}
        </>
      )}
    </p>
  );
}

/** Which requested backend cannot be used, why, and what is used instead; null where the request is carried out. */
function useMissedText(): string | null {
  const { t } = useTranslation("computing");
  const computing = useComputing();
  const backend = useLane(({ run }) => run.backend);
  const missed = backend && missedRequest(computing, backend);
  if (!backend || !missed) return null;
  const [asked, name] = [t(`name.${missed.name}`), t(`name.${backend.name}`)];
  return t("missed", { asked, why: t(missed.why), name });
}

/** The button disappears, so the focus moves to the choice first. */
function moveNow(button: HTMLElement): void {
  button.closest("details")?.querySelector<HTMLElement>("input:checked")?.focus();
  student.switchNow();
}

function Measure() {
  const { t } = useTranslation("computing");
  const isMeasuring = useComputing(({ measuring }) => measuring !== null);
  const isKnown = useIsKnown();
  const isReady = useApp(isAtRest);
  return (
    <Button look="quiet" disabled={!isReady || isMeasuring} onClick={student.measureBackends}>
      {isKnown ? t("measureAgain") : t("measure")}
    </Button>
  );
}

function useIsKnown(): boolean {
  const computing = useComputing();
  return useLane((lane) => Object.keys(currentTimes(computing, lane)).length > 0);
}

/** The present backend in one sentence, which assistive technology reads when it changes. */
function BackendStatus() {
  const { t } = useTranslation("computing");
  const isMeasuring = useComputing(({ measuring }) => measuring !== null);
  const backend = useLane(({ run }) => run.backend?.name ?? null);
  const { textOf, isTimed } = useStepTimes();
  const write = (): string => {
    if (isMeasuring) return t("status.measuring");
    if (backend === null) return t("status.starting");
    const name = t(`name.${backend}`);
    return isTimed(backend)
      ? t("status.nowTimed", { name, time: textOf(backend) })
      : t("status.now", { name });
  };
  return <output className={styles.status}>{write()}</output>;
}
