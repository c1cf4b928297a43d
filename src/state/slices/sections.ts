/** What can be folded out on the page, by name. A page just opened has all of it folded away. */

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
] as const;

export type SectionId = (typeof SECTIONS)[number];

export function isSection(text: string): text is SectionId {
  return (SECTIONS as readonly string[]).includes(text);
}

/** The open ones in the order of the list, with this one among them or not. */
export function withSection(
  open: readonly SectionId[],
  section: SectionId,
  isOpen: boolean,
): readonly SectionId[] {
  return SECTIONS.filter((each) => (each === section ? isOpen : open.includes(each)));
}
