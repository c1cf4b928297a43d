/**
 * The second decode of the shown example, which stands beside the shown one: what it can be, when it would be no other
 * decode, and the Show that makes it.
 */
import { GREEDY, type Show } from "./show";

/**
 * "free": fed its own answers, greedy. "forced": fed the truth. "greedy": the most probable token at each step. "present":
 * decoded by the present weights. "untouched": without the student's edits.
 */
export const BESIDES = ["none", "free", "forced", "greedy", "present", "untouched"] as const;

export type Beside = (typeof BESIDES)[number];

export type BesideKind = Exclude<Beside, "none">;

/** Why a decode cannot stand beside another: there is no truth to feed, or it would be the same decode. */
export type BesideProblem =
  "unknownAnswer" | "isFree" | "isForced" | "isGreedy" | "isPresent" | "noEdits";

/** Why the decode cannot stand beside that of the Show; null: it can. */
export function besideProblem(
  kind: BesideKind,
  { feeding, choosing, weightsOf, edits }: Show,
  isAnswerKnown: boolean,
): BesideProblem | null {
  const isForced = feeding === "truth" && isAnswerKnown;
  switch (kind) {
    case "free":
      return isForced ? null : "isFree";
    case "forced":
      if (!isAnswerKnown) return "unknownAnswer";
      return isForced ? "isForced" : null;
    case "greedy":
      return isForced || choosing.method === "greedy" ? "isGreedy" : null;
    case "present":
      return weightsOf === "present" ? "isPresent" : null;
    case "untouched":
      return edits.length === 0 ? "noEdits" : null;
    default:
      return kind satisfies never;
  }
}

/** The Show of the decode that stands beside that of `show`. */
export function besideShow(kind: BesideKind, show: Show): Show {
  const alone: Show = { ...show, beside: "none" };
  switch (kind) {
    case "free":
      return { ...alone, feeding: "own", choosing: GREEDY };
    case "forced":
      return { ...alone, feeding: "truth", choosing: GREEDY };
    case "greedy":
      return { ...alone, choosing: GREEDY };
    case "present":
      return { ...alone, weightsOf: "present" };
    case "untouched":
      return { ...alone, edits: [] };
    default:
      return kind satisfies never;
  }
}
