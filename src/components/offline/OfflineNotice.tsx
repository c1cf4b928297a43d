/** Offers that need a reload: a new version of the page, and training on several threads. */
import { Suspense, type ReactNode } from "react";
import { reloadIsolated, takeNewVersion } from "../../state/ports/offlinePort";
import { dismissThreads, dismissUpdate, useOffline } from "../../state/slices/offline";
import { moveFocusThen } from "../focusPlace";
import { Button } from "../primitives/Button";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import styles from "../shell/Notice.module.css";
import { useOfflineTexts } from "./useOfflineTexts";

export function OfflineNotice(): ReactNode {
  const { update, offersThreads } = useOffline();
  const hasOffer = update !== "none" || offersThreads;
  // A live region announces only changes, so it exists before its text.
  return (
    <div className={styles.region} aria-live="polite">
      {hasOffer && (
        <ErrorBoundary>
          <Suspense fallback={null}>{update === "none" ? <Threads /> : <NewVersion />}</Suspense>
        </ErrorBoundary>
      )}
    </div>
  );
}

function NewVersion(): ReactNode {
  const { t } = useOfflineTexts();
  const isBlocked = useOffline(({ update }) => update === "othersOpen");
  return (
    <Offer
      text={t(isBlocked ? "othersOpen" : "newVersion")}
      take={t("takeNewVersion")}
      onTake={takeNewVersion}
      later={t("later")}
      onLater={dismissUpdate}
    />
  );
}

function Threads(): ReactNode {
  const { t } = useOfflineTexts();
  return (
    <Offer
      text={t("threads")}
      take={t("reload")}
      onTake={reloadIsolated}
      later={t("later")}
      onLater={dismissThreads}
    />
  );
}

interface OfferProps {
  readonly text: string;
  readonly take: string;
  readonly onTake: () => void;
  readonly later: string;
  readonly onLater: () => void;
}

function Offer({ text, take, onTake, later, onLater }: OfferProps): ReactNode {
  return (
    <div className={styles.notice}>
      <div className={styles.text}>
        <p>{text}</p>
      </div>
      <div className={styles.ways}>
        <Button onClick={onTake}>{take}</Button>
        <Button look="quiet" onClick={() => moveFocusThen("stage", onLater)}>
          {later}
        </Button>
      </div>
    </div>
  );
}
