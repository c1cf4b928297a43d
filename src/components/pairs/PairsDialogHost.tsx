/** The place of the dialog for own pairs, which any part of the page can open. Its code loads at the first opening. */
import { Suspense, useEffect, useState } from "react";
import { useApp } from "../../state/store";
import { student } from "../../state/actions/acts";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import { latePart } from "../shell/latePart";

const PairsDialog = latePart(async () => (await import("./PairsDialog")).PairsDialog);

export function PairsDialogHost() {
  const isOpen = useApp((state) => state.pairs.open);
  const [wasOpened, setOpened] = useState(isOpen);
  if (isOpen && !wasOpened) setOpened(true); // stays mounted after that, to keep the draft
  useEffect(takeDrops, []);
  const close = (): void => {
    student.openPairs(false);
    setOpened(false);
  };
  return (
    wasOpened && (
      <ErrorBoundary onDismiss={close}>
        <Suspense fallback={null}>
          <PairsDialog />
        </Suspense>
      </ErrorBoundary>
    )
  );
}

/** Files dropped anywhere on the page open the dialog; else the browser would leave the page for them. */
function takeDrops(): () => void {
  addEventListener("dragover", over);
  addEventListener("dragleave", leave);
  addEventListener("drop", drop);
  return () => {
    removeEventListener("dragover", over);
    removeEventListener("dragleave", leave);
    removeEventListener("drop", drop);
  };
}

/** The page has a frame while files are over it. */
function show(isOver: boolean): void {
  document.documentElement.toggleAttribute("data-dropping", isOver);
}

function over(event: DragEvent): void {
  if (!event.dataTransfer?.types.includes("Files")) return; // such as selected text
  event.preventDefault();
  show(true);
}

function leave({ relatedTarget }: DragEvent): void {
  if (relatedTarget === null) show(false); // else only from one element to the next
}

function drop(event: DragEvent): void {
  show(false);
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  student.dropPairs(files);
}
