/** What is folded out: its <details> follows the store, and the store follows a student who folds it. */
import type { ToggleEvent } from "react";
import { student } from "../state/actions/acts";
import type { SectionId } from "../state/slices/sections";
import { useApp } from "../state/store";

export function useSection(section: SectionId) {
  const open = useApp(({ view }) => view.open.includes(section));
  const onToggle = ({ currentTarget }: ToggleEvent<HTMLDetailsElement>): void => {
    // A browser tells of what the store has done as well.
    if (currentTarget.open !== open) student.openSection(section, currentTarget.open);
  };
  return { open, onToggle };
}
