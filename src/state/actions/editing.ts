/** The acts on edits as the page calls them: `edit.ts` loads with the first call. */
import { setView } from "../store";
import type * as edits from "./edit";

type Edits = typeof edits;

let loading: Promise<Edits> | null = null;

/**
 * One load for all calls, so that they keep their order: of two loads of a file, the later one can end first. A failed
 * load can be repeated.
 */
function load(): Promise<Edits> {
  loading ??= import("./edit").catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

const late =
  <Name extends keyof Edits>(name: Name) =>
  async (...args: Parameters<Edits[Name]>): Promise<void> => {
    const act = (await load())[name] as (...args: Parameters<Edits[Name]>) => void;
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
