/** Acts of looking something up. */
import type { Reading, ViewState } from "../slices/view";
import { setView } from "../store";

/** Opens the glossary or the map of the sources in place of the network; null: closes it. */
export const lookUp = (reading: Reading | null): void =>
  setView({ reading, ...(reading && { panel: "none" }) });

/** Brings a part of the page into sight: closes what is looked up, and changes the view as the part needs it. */
export const showWhere = (view: Partial<ViewState>): void => setView({ reading: null, ...view });
