/** What a link for a class sets: places that the page leaves out, locked settings, larger type, and the presentation. */

/** The places that a link can hide, in the order of the link. */
export const HIDEABLE = [
  "modes",
  "rail",
  "inspector",
  "code",
  "timeline",
  "results",
  "edits",
  "files",
  "expected",
  "lookup",
] as const;

export type Hideable = (typeof HIDEABLE)[number];

export const TYPE_SIZES = ["normal", "large"] as const;

export type TypeSize = (typeof TYPE_SIZES)[number];

export interface ClassroomView {
  /** The places that the page leaves out, in the order of `HIDEABLE`. */
  readonly hidden: readonly Hideable[];
  /** Whether the controls of the settings only show their values. */
  readonly isLocked: boolean;
  readonly typeSize: TypeSize;
  /** Whether the page is laid out for a projector. */
  readonly isPresenting: boolean;
}

export const INITIAL_CLASSROOM: ClassroomView = {
  hidden: [],
  isLocked: false,
  typeSize: "normal",
  isPresenting: false,
};

/** A link also has edits of the source under the key `hide`: positions, as numbers. */
const SEPARATOR = /[._,]/;

function isHideable(text: string): text is Hideable {
  return HIDEABLE.some((each) => each === text);
}

/** The places that the text of a link names. Anything else in it is left out. */
export function readHidden(text: string): readonly Hideable[] {
  const named = text.split(SEPARATOR);
  return HIDEABLE.filter((each) => named.includes(each));
}

/** Whether a part of the text names places and nothing else. */
export function namesPlaces(text: string): boolean {
  return text.split(SEPARATOR).every(isHideable);
}

export const writeHidden = (hidden: readonly Hideable[]): string => hidden.join(".");
