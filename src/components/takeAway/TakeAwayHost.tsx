/** The place of the dialog in which things leave the page. Its code loads at the first opening. */
import { lazy, type ReactNode, Suspense } from "react";
import { useApp } from "../../state/store";

const TakeAwayDialog = lazy(async () => ({
  default: (await import("./TakeAwayDialog")).TakeAwayDialog,
}));

export function TakeAwayHost(): ReactNode {
  const isOpen = useApp(({ view }) => view.takesAway);
  return (
    isOpen && (
      <Suspense fallback={null}>
        <TakeAwayDialog />
      </Suspense>
    )
  );
}
