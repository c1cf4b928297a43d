/** The place of the networks that only read or only write, on the page while one is open. */
import { type ReactNode, Suspense } from "react";
import { useAlone } from "../../state/aloneStore";
import { hasOpenedAlone } from "../../state/slices/actLog";
import { useApp } from "../../state/store";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import { latePart } from "../shell/latePart";

const Alone = latePart(async () => (await import("./Alone")).Alone);

export function AloneHost(): ReactNode {
  const isOpen = useAlone(({ place }) => place !== null);
  const isOpened = useApp(hasOpenedAlone);
  if (!isOpen) return null;
  return (
    <ErrorBoundary takesFocus={isOpened}>
      <Suspense fallback={null}>
        <Alone />
      </Suspense>
    </ErrorBoundary>
  );
}
