/** Acts of a class. */
import { setView } from "../store";

/** Lays the page out for a projector, with the picture alone; or as before. */
export const present = (isPresenting: boolean): void =>
  setView({ isPresenting, panel: isPresenting ? "none" : "rail" });
