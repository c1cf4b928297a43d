/** The type of a translation: the keys of English with any text. */
import type { en } from "./en";

export type Translation = Texts<typeof en>;

export type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
