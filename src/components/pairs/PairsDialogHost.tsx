/** The place of the dialog for own pairs, which any part of the page can open. Its code loads at the first opening. */
import { lazy, Suspense, useState } from "react";
import { useApp } from "../../state/store";

const PairsDialog = lazy(async () => ({ default: (await import("./PairsDialog")).PairsDialog }));

export function PairsDialogHost() {
  const isOpen = useApp((state) => state.pairs.open);
  const [wasOpened, setOpened] = useState(isOpen);
  if (isOpen && !wasOpened) setOpened(true); // stays mounted after that, to keep the draft
  return (
    wasOpened && (
      <Suspense fallback={null}>
        <PairsDialog />
      </Suspense>
    )
  );
}
