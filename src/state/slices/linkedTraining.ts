/** What a link says of the weights on its sender's page. A link never holds weights. */
import { create } from "zustand";
import type { RunState } from "./run";

/** The updates of a model that the sender trained, or that the sender's model came from a file. */
export type LinkedTraining = number | "file";

/** From the link of this page, until the student closes the notice. */
export const useLinkedTraining = create<{ readonly trained: LinkedTraining | null }>()(() => ({
  trained: null,
}));

export function noteLinkedTraining(trained: LinkedTraining | null): void {
  useLinkedTraining.setState({ trained });
}

export const dismissLinkedTraining = (): void => noteLinkedTraining(null);

export function parseLinkedTraining(text: string | null): LinkedTraining | null {
  if (text === "file") return "file";
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/** What a link to this run says; null where the page of the receiver shows the same weights anyway. */
export function linkedTrainingOf({ info, step }: RunState): LinkedTraining | null {
  if (info === null || info.weights === "baked") return null;
  if (info.weights === "opened") return "file";
  return step > 0 ? step : null;
}
