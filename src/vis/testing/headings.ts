/** Widths of the rail's headings, in em. */
import { widthEm } from "../layout/labels";
import { HEADED, type HeadingEms } from "../layout/rail";

const ENGLISH = {
  context: "context",
  fed: "input",
  state: "state",
  combined: "combined",
  said: "output",
  bar: "p",
} as const;

export const ENGLISH_HEADINGS = Object.fromEntries(
  HEADED.map((kind) => [kind, widthEm(ENGLISH[kind])]),
) as unknown as HeadingEms;
