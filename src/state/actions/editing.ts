/** The acts on edits as the page calls them: `edit.ts` loads with the first call. The calls keep their order. */
import { setView } from "../store";
import type * as edits from "./edit";

type Edits = typeof edits;

const late =
  <Name extends keyof Edits>(name: Name) =>
  async (...args: Parameters<Edits[Name]>): Promise<void> => {
    const act = (await import("./edit"))[name] as (...args: Parameters<Edits[Name]>) => void;
    act(...args);
  };

export const editDecode = late("editDecode");
export const removeEdit = late("removeEdit");
export const clearEdits = late("clearEdits");
export const undoEdit = late("undoEdit");
export const refuseWeight = late("refuseWeight");
export const dismissRefusedEdits = late("dismissRefusedEdits");

/** Shows the decode without edits while a key or a button is held. */
export const showUntouched = (showsUntouched: boolean): void => setView({ showsUntouched });
