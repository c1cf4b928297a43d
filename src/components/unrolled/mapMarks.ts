/** What a lesson does on the map: hidden rows, the asked row, and the prediction that the student makes there. */
import { createContext, useContext } from "react";
import type { OnSelect } from "./shown";

export interface MapMarks {
  /** The map hides the weights of this row and of all later ones; Infinity: of none. */
  readonly hiddenFrom: number;
  /** The hidden row that the lesson asks about. */
  readonly asked: number | null;
  /** The predicted cell, or a whole row where the column is null. */
  readonly predicted: { readonly row: number; readonly column: number | null } | null;
  /** Takes a cell or a row of the map as the prediction; null: it is only selected. */
  readonly onPick: OnSelect | null;
}

const NO_MARKS: MapMarks = {
  hiddenFrom: Infinity,
  asked: null,
  predicted: null,
  onPick: null,
};

export const MapMarksContext = createContext<MapMarks>(NO_MARKS);

export const useMapMarks = (): MapMarks => useContext(MapMarksContext);
