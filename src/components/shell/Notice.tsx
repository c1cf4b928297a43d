/** A failure in words, with a way to continue. */
import { useTranslation } from "../../i18n/useTranslation";
import { useLane } from "../useLane";
import { isSurvivable, type Failure } from "../../state/slices/run";
import { Button } from "../primitives/Button";
import { moveFocusThen } from "../focusPlace";
import styles from "./Notice.module.css";
import { student } from "../../state/actions/acts";

export function Notice() {
  const failure = useLane((lane) => lane.run.failure);
  // A live region announces only changes, so it exists before its text.
  return (
    <div className={styles.region} role="alert">
      {failure && <Sentence failure={failure} />}
    </div>
  );
}

const isThreadFailure = (failure: Failure): boolean =>
  failure.kind === "backendLost" && failure.name === "threads";

/** Missing pairs stop a link, or a new model beside one that was opened without them. */
function textOf(
  failure: Failure,
  isOnPairs: boolean,
): Failure["kind"] | "threadsLost" | "pairsAway" {
  if (isThreadFailure(failure)) return "threadsLost";
  return failure.kind === "pairsMissing" && isOnPairs ? "pairsAway" : failure.kind;
}

function Sentence({ failure }: { readonly failure: Failure }) {
  const { t } = useTranslation("failures");
  const survives = isSurvivable(failure);
  const isOnPairs = useLane(({ run }) => run.info?.config.task === "pairs");
  const detail = "detail" in failure ? failure.detail : null;
  return (
    <div className={survives ? styles.notice : styles.grave}>
      <div className={styles.text}>
        {!survives && <strong className={styles.title}>{t("title")}</strong>}
        <p>{t(textOf(failure, isOnPairs))}</p>
        {detail !== null && (
          <details className={styles.detail}>
            <summary>{t("detail")}</summary>
            <code>{detail}</code>
          </details>
        )}
      </div>
      <div className={styles.ways}>
        {(!survives || failure.kind === "silent") && <Continue kind={failure.kind} />}
        {failure.kind === "pairsMissing" && (
          <Button onClick={() => student.openPairs(true)}>{t("openPairs")}</Button>
        )}
        {survives && (
          <Button look="quiet" onClick={() => moveFocusThen("stage", student.dismissFailure)}>
            {t("dismiss")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Without its scripts the page has no acts and no worker that could restart. */
function Continue({ kind }: { readonly kind: Failure["kind"] }) {
  const { t } = useTranslation("failures");
  if (kind === "scriptsMissing")
    return <Button onClick={() => location.reload()}>{t("reload")}</Button>;
  return (
    <Button onClick={() => moveFocusThen("stage", student.restartWorker)}>{t("restart")}</Button>
  );
}
