/** What this device keeps of the page for use without a network, and what a reload would bring. */
import { create } from "zustand";

export interface OfflineState {
  /** "none": the browser keeps nothing, or the page has not begun. */
  readonly files: "none" | "saving" | "ready" | "failed";
  /** Files saved so far, and of all; 0 and 0 before the first report. */
  readonly done: number;
  readonly total: number;
  /** "othersOpen": a new version waits for the page's other tabs to close. */
  readonly update: "none" | "offered" | "othersOpen";
  /** Whether a reload would isolate the page, so that it can train on several threads. */
  readonly offersThreads: boolean;
}

const INITIAL_OFFLINE: OfflineState = {
  files: "none",
  done: 0,
  total: 0,
  update: "none",
  offersThreads: false,
};

/** A store of its own: it belongs to the device, not to the model on show. */
export const useOffline = create<OfflineState>()(() => INITIAL_OFFLINE);

export const dismissUpdate = (): void => useOffline.setState({ update: "none" });

export const dismissThreads = (): void => useOffline.setState({ offersThreads: false });
