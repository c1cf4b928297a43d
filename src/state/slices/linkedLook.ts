/** The language and the theme in a link. */
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

export const LOOK_FIELDS: Readonly<Record<string, ViewField>> = { lang, theme };
