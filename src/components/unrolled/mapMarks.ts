/** What a lesson draws on the map: the student's prediction, and the rows whose weights are hidden until then. */
import { createContext, useContext } from "react";

export interface MapMarks {
  /** The map hides the weights of this row and of all later ones; Infinity: of none. */
  readonly hiddenFrom: number;
  /** The predicted cell, or a whole row where the column is null. */
  readonly predicted: { readonly row: number; readonly column: number | null } | null;
}

const NO_MARKS: MapMarks = { hiddenFrom: Infinity, predicted: null };

export const MapMarksContext = createContext<MapMarks>(NO_MARKS);

export const useMapMarks = (): MapMarks => useContext(MapMarksContext);
