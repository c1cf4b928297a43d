/** What a link for a class sets, as fields of the link. */
import { readHidden, TYPE_SIZES, writeHidden } from "./classroom";
import type { ViewField } from "./linkedView";

const hide: ViewField = {
  read: (text) => {
    const hidden = readHidden(text);
    return hidden.length === 0 ? null : { hidden };
  },
  write: ({ hidden }) => (hidden.length === 0 ? null : writeHidden(hidden)),
};

const lock: ViewField = {
  read: (text) => (text === "1" ? { isLocked: true } : null),
  write: ({ isLocked }) => (isLocked ? "1" : null),
};

const type: ViewField = {
  read: (text) => {
    const typeSize = TYPE_SIZES.find((each) => each === text);
    return typeSize ? { typeSize } : null;
  },
  write: ({ typeSize }) => (typeSize === "normal" ? null : typeSize),
};

/** A presentation begins with the picture alone. */
const present: ViewField = {
  read: (text) => (text === "1" ? { isPresenting: true, panel: "none" } : null),
  write: ({ isPresenting }) => (isPresenting ? "1" : null),
};

export const CLASSROOM_FIELDS: Readonly<Record<string, ViewField>> = { hide, lock, type, present };
