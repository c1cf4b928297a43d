/** The settings that the page could not take from its link, until the student closes the notice. */
import { create } from "zustand";

/** Settings as the link wrote them, "key=value". */
export const useRefused = create<readonly string[]>()(() => []);

export function noteRefused(settings: readonly string[]): void {
  useRefused.setState(settings, true);
}

export const dismissRefused = (): void => noteRefused([]);
