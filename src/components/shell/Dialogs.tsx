/**
 * The places of the page's dialogs, which any part of the page can open, and of files that are dropped on it; and the
 * page of the networks alone, which hides the workspace.
 */
import type { ReactNode } from "react";
import { PairsDialogHost } from "../pairs/PairsDialogHost";
import { AloneHost } from "../alone/AloneHost";
import { TakeAwayHost } from "../takeAway/TakeAwayHost";

export function Dialogs(): ReactNode {
  return (
    <>
      <PairsDialogHost />
      <TakeAwayHost />
      <AloneHost />
    </>
  );
}
