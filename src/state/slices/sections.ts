/** The parts of the page that open and close, by name. At first all are closed. */

export const SECTIONS = [
  // beside a setting: more about it
  "preset",
  "task",
  "attention",
  "timing",
  // settings of a subject
  "difficulty",
  "cells",
  "reading",
  "size",
  "forcing",
  "updates",
  "ending",
  "computing",
  // behind figures
  "curves",
  "meanings",
  "lengths",
  "positions",
  "times",
  "exposure",
  "recovery",
  "parting",
  "maps",
  // of the second of two models
  "settingsOfB",
] as const;

export type SectionId = (typeof SECTIONS)[number];

export function isSection(text: string): text is SectionId {
  return (SECTIONS as readonly string[]).includes(text);
}

/** The open sections in the order of the list, after this one opens or closes. */
export function withSection(
  open: readonly SectionId[],
  section: SectionId,
  isOpen: boolean,
): readonly SectionId[] {
  return SECTIONS.filter((each) => (each === section ? isOpen : open.includes(each)));
}
