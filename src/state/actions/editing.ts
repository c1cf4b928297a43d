/** The acts on edits as the page calls them: `edit.ts` loads with the first call. */
import { setView } from "../store";
import { lateScript } from "./lateScript";

const { late } = lateScript(() => import("./edit"));

export const editDecode = late("editDecode");
export const removeEdit = late("removeEdit");
export const clearEdits = late("clearEdits");
export const undoEdit = late("undoEdit");
export const refuseWeight = late("refuseWeight");
export const dismissRefusedEdits = late("dismissRefusedEdits");

/** Shows the decode without edits while a key or a button is held. */
export const showUntouched = (showsUntouched: boolean): void => setView({ showsUntouched });
