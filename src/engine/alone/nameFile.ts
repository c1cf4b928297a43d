/** The file of the lists of names that ship with the page: public/data/names.json, written by `npm run names`. */

/** "latin": languages that write in Latin letters. "native": each language in its own script. */
export type NameSetId = "latin" | "native";

/** What the names of a list are. */
export type NameKind = "family" | "given" | "both";

export interface NameList {
  readonly language: string; // its tag, as "ko"
  readonly kind: NameKind;
  readonly names: string; // in small letters, with a space between two
}

export interface NameFile {
  /** The package that the lists are from, with its version. */
  readonly source: string;
  readonly sets: Readonly<Record<NameSetId, readonly NameList[]>>;
}
