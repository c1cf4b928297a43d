/** The place of the dialog in which things leave the page. Its code loads at the first opening. */
import { type ReactNode, Suspense } from "react";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import { latePart } from "../shell/latePart";

const TakeAwayDialog = latePart(async () => (await import("./TakeAwayDialog")).TakeAwayDialog);

export function TakeAwayHost(): ReactNode {
  const isOpen = useApp(({ view }) => view.takesAway);
  return (
    isOpen && (
      <ErrorBoundary onDismiss={() => student.takeAway(false)}>
        <Suspense fallback={null}>
          <TakeAwayDialog />
        </Suspense>
      </ErrorBoundary>
    )
  );
}
