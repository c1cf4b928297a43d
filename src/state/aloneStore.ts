/** The store of the networks that only read or only write. It loads with their page. */
import { create } from "zustand";
import { type AloneState, INITIAL_ALONE } from "./slices/alone";

export const useAlone = create<AloneState>()(() => INITIAL_ALONE);
