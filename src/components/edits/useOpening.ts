/** The open menu or panel of a part of the page. */
import { useState } from "react";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import type { Opening } from "./EditMenu";

/** Opens by this function, so that the menu is about the edited decode and not about the untouched one. */
export function useOpening() {
  const [opening, setOpening] = useState<Opening | null>(null);
  const open = (next: Opening): void => {
    if (useApp.getState().view.showsUntouched) student.showUntouched(false);
    setOpening(next);
  };
  return { opening, open, setOpening };
}
