/** Connects a <details> with its section in the store, in both directions. */
import type { ToggleEvent } from "react";
import { student } from "../state/actions/acts";
import type { SectionId } from "../state/slices/sections";
import { useApp } from "../state/store";

export function useSection(section: SectionId) {
  const open = useApp(({ view }) => view.open.includes(section));
  const onToggle = ({ currentTarget }: ToggleEvent<HTMLDetailsElement>): void => {
    // The browser also sends this event after a change by the store.
    if (currentTarget.open !== open) student.openSection(section, currentTarget.open);
  };
  return { open, onToggle };
}
