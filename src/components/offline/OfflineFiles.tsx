/** How much of the page this device keeps for use without a network. */
import { Suspense, type ReactNode } from "react";
import { useOffline } from "../../state/slices/offline";
import { useFormat } from "../primitives/useFormat";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import { useOfflineTexts } from "./useOfflineTexts";

export function OfflineFiles(): ReactNode {
  const isSilent = useOffline(({ files }) => files === "none");
  if (isSilent) return null;
  return (
    <ErrorBoundary>
      <Suspense fallback={null}>
        <Saved />
      </Suspense>
    </ErrorBoundary>
  );
}

function Saved(): ReactNode {
  const { t } = useOfflineTexts();
  const format = useFormat();
  const { files, done, total } = useOffline();
  if (files !== "saving") return <p>{t(files === "ready" ? "ready" : "failed")}</p>;
  return (
    <p>
      <label>
        {t("saving", { done: format.number(done), total: format.number(total) })}{" "}
        <progress value={done} max={Math.max(1, total)} />
      </label>
    </p>
  );
}
