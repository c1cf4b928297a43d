/** The lists that ship with the page, from their file. */
import type { NameFile, NameSetId } from "./nameFile";
import type { Listed } from "./names";

/** The listed names of a set; their classes are tags of languages. */
export function shippedNames({ sets }: NameFile, id: NameSetId): Listed[] {
  return sets[id].flatMap(({ language, names }) =>
    names.split(" ").map((name) => ({ name, label: language })),
  );
}
