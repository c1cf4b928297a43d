/** The monkey's acts as plain data, so that a list of them can be kept, shortened and replayed. */

/** A control by role and accessible name; numbers in the name do not count. `nth` tells equal ones apart. */
export interface Target {
  readonly role: string;
  readonly name: string;
  readonly nth: number;
}

export type Act =
  | { readonly kind: "click"; readonly target: Target }
  | { readonly kind: "press"; readonly target: Target | null; readonly key: string }
  /** Replaces the text of a field. */
  | {
      readonly kind: "fill";
      readonly target: Target;
      readonly text: string;
      readonly enters: boolean;
    }
  | {
      readonly kind: "compose";
      readonly target: Target;
      readonly texts: readonly string[];
      readonly enters: boolean;
    }
  | { readonly kind: "paste"; readonly target: Target; readonly text: string }
  /** Takes an option of a native select. */
  | { readonly kind: "option"; readonly target: Target; readonly index: number }
  | {
      readonly kind: "drag";
      readonly target: Target;
      readonly right: number;
      readonly down: number;
    }
  /** Drops a file on the page, or gives it to the nth file field. */
  | { readonly kind: "file"; readonly file: string; readonly field: number | null }
  | { readonly kind: "resize"; readonly width: number; readonly height: number }
  | { readonly kind: "back" | "forward" | "reload" | "hide" | "show" | "offline" | "online" }
  /** Opens a copy of the tab, makes an update there, and closes it. */
  | { readonly kind: "twin" }
  /** Opens the page's link in another tab, which must write the same link. */
  | { readonly kind: "link" }
  /** Replaces the run and takes that back; edits the decode and takes that back. */
  | { readonly kind: "undoRun"; readonly seed: number }
  | { readonly kind: "undoEdit"; readonly edit: unknown }
  /** An act of the page's table of acts. */
  | { readonly kind: "table"; readonly name: string; readonly args: readonly unknown[] };
