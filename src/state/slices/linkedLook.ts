/** How a link wants the page to look: its language, its theme, and whether it stands in the frame of another page. */
import { isLanguage } from "../../languages";
import type { ViewField } from "./linkedView";
import { isTheme } from "./view";

const lang: ViewField = {
  read: (text) => (isLanguage(text) ? { language: text } : null),
  write: ({ language }) => language, // the receiver's browser may have another
};

const theme: ViewField = {
  read: (text) => (isTheme(text) ? { theme: text } : null),
  write: () => null, // the look is the receiver's own choice
};

/** The frame of another page asks for it; a link from such a page opens the whole one. */
const embed: ViewField = {
  read: (text) => (text === "1" ? { embedded: true } : null),
  write: () => null,
};

export const LOOK_FIELDS: Readonly<Record<string, ViewField>> = { embed, lang, theme };
