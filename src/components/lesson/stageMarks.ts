/** The marks of the lesson, which loads late, for the stage, which loads first. */
import { create } from "zustand";
import type { Pointed } from "../../lessons/lesson";
import type { MapMarks } from "../unrolled/mapMarks";

export type StageMarks = Omit<MapMarks, "hiddenFrom" | "asked">;

interface Marks {
  readonly marks: StageMarks | null;
  /** What the answer is about; null: the open step has none, or points at nothing. */
  readonly pointed: Pointed | null;
}

export const NO_STAGE_MARKS: Marks = { marks: null, pointed: null };

export const useStageMarks = create<Marks>()(() => NO_STAGE_MARKS);
