/** A short link for a class, with only what differs from what a page does by itself. */
import type { Language } from "../../languages";
import type { LessonId } from "../../lessons/catalogue";
import { type Hideable, HIDEABLE, namesPlaces, writeHidden } from "./classroom";

export interface ClassWish {
  /** Where the page opens: a lesson from its first step, or the lab with the settings of the teacher's page. */
  readonly start: LessonId | "lab";
  readonly hidden: readonly Hideable[];
  readonly isLocked: boolean;
  readonly isLarge: boolean;
  readonly isPresenting: boolean;
  /** Null: the language of the student's browser. */
  readonly language: Language | null;
}

export const INITIAL_WISH: ClassWish = {
  start: "readTheMap",
  hidden: [],
  isLocked: false,
  isLarge: false,
  isPresenting: false,
  language: null,
};

/** What the teacher's own page is like, apart from its model and its stage. */
const OWN_KEYS = ["lesson", "read", "lock", "type", "present", "lang", "theme"];

/** What opens by itself in the lab. */
const OPENS = ["rail", "open"];

const EDITS = "_"; // between the edits of the source, and between them and the places

/** The edits of the source in the text of a link, which stand beside the places that it hides. */
function hiddenTokens(text: string): string[] {
  return text.split(EDITS).filter((part) => part !== "" && !namesPlaces(part));
}

/** The query of the lab with the settings and the stage of this query. */
function labQuery(current: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams(current);
  for (const key of [...OWN_KEYS, ...OPENS]) query.delete(key);
  if (query.get("mode") !== "compare") query.set("mode", "lab");
  return query;
}

/** @param current the query of the teacher's page */
export function classQuery(wish: ClassWish, current: URLSearchParams): URLSearchParams {
  const query =
    wish.start === "lab" ? labQuery(current) : new URLSearchParams({ lesson: wish.start });
  const places = HIDEABLE.filter((each) => wish.hidden.includes(each));
  const hidden = [
    ...(places.length > 0 ? [writeHidden(places)] : []),
    ...hiddenTokens(query.get("hide") ?? ""),
  ];
  query.delete("hide");
  if (hidden.length > 0) query.set("hide", hidden.join(EDITS));
  if (wish.isLocked) query.set("lock", "1");
  if (wish.isLarge) query.set("type", "large");
  if (wish.isPresenting) query.set("present", "1");
  if (wish.language) query.set("lang", wish.language);
  return query;
}
