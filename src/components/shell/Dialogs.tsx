/** The places of the page's dialogs, which any part of the page can open, and of files that are dropped on it. */
import type { ReactNode } from "react";
import { PairsDialogHost } from "../pairs/PairsDialogHost";
import { TakeAwayHost } from "../takeAway/TakeAwayHost";

export function Dialogs(): ReactNode {
  return (
    <>
      <PairsDialogHost />
      <TakeAwayHost />
    </>
  );
}
