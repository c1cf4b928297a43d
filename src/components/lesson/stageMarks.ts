/** The marks of the lesson, which loads late, for the stage, which loads first. */
import { create } from "zustand";
import type { MapMarks } from "../unrolled/mapMarks";

export type StageMarks = Omit<MapMarks, "hiddenFrom" | "asked">;

export const useStageMarks = create<{ readonly marks: StageMarks | null }>()(() => ({
  marks: null,
}));
