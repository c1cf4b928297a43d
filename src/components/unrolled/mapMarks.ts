/** What a lesson does on the stage: hidden rows, the asked row, the prediction that the student makes there, and the truth. */
import { createContext, useContext } from "react";
import type { Subject } from "../../engine/results/subject";
import type { OnSelect } from "./shown";

/** A cell of the map, or a whole row where the column is null. */
export interface MarkedCell {
  readonly row: number;
  readonly column: number | null;
}

/** A state tile by its column or its step, in any layer. */
export interface MarkedTile {
  readonly of: "encoder" | "decoder";
  readonly tile: number;
}

export interface MapMarks {
  /** The map hides the weights of this row and of all later ones; Infinity: of none. */
  readonly hiddenFrom: number;
  /** The hidden row that the lesson asks about. */
  readonly asked: number | null;
  readonly predicted: MarkedCell | null;
  /** What the prediction should have been, after the reveal. */
  readonly truth: MarkedCell | null;
  readonly predictedTile: MarkedTile | null;
  readonly trueTile: MarkedTile | null;
  /** Takes a cell or a row of the map as the prediction; null: it is only selected. */
  readonly onPick: OnSelect | null;
  /** Takes a state tile as the prediction; null: its numbers open only. */
  readonly onPickTile: ((tile: MarkedTile) => void) | null;
}

export const NO_MARKS: MapMarks = {
  hiddenFrom: Infinity,
  asked: null,
  predicted: null,
  truth: null,
  predictedTile: null,
  trueTile: null,
  onPick: null,
  onPickTile: null,
};

export const MapMarksContext = createContext<MapMarks>(NO_MARKS);

export const useMapMarks = (): MapMarks => useContext(MapMarksContext);

/** The tile of a subject; null: it is no state of the encoder or the decoder. */
export function tileOf(subject: Subject): MarkedTile | null {
  if (subject.kind === "encoder") return { of: "encoder", tile: subject.column };
  return subject.kind === "state" ? { of: "decoder", tile: subject.step } : null;
}

export function isSameTile(a: MarkedTile | null, b: MarkedTile | null): boolean {
  return a !== null && a.of === b?.of && a.tile === b.tile;
}
