/** What the student's edits do to an operation, where its numbers are not what its equation alone gives. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Op } from "../../engine/results/operation";
import { type HandNote, handNotes } from "../../vis/facts/handNotes";
import { useFormat } from "../primitives/useFormat";
import type { Shown } from "../unrolled/shown";
import { useTokenName } from "../unrolled/useTokenName";
import styles from "./HandNotes.module.css";

export interface HandNotesProps extends Pick<Shown, "trace" | "index"> {
  readonly op: Op;
}

export function HandNotes({ trace, index, op }: HandNotesProps): ReactNode {
  const textOf = useNoteText();
  return handNotes(trace, index, op).map((note) => (
    <p key={note.kind} className={styles.note} data-about={`hand-${note.kind}`}>
      {textOf(note)}
    </p>
  ));
}

function useNoteText(): (note: HandNote) => string {
  const { t } = useTranslation("step");
  const format = useFormat();
  const name = useTokenName();
  return (note) => {
    switch (note.kind) {
      case "temperature":
        return t("hand.temperature", { value: format.number(note.value, 1) });
      case "hide":
        return t("hand.hide", { tokens: note.tokens.map(name).join(", ") });
      case "padding":
        return t("hand.padding", { count: note.count });
      case "swapStates":
        return t("hand.swapStates", { source: note.source });
      case "say":
        return t("hand.say", { token: name(note.own) });
      case "look":
      case "emptyContext":
      case "emptyState":
        return t(`hand.${note.kind}`);
      default:
        return note satisfies never;
    }
  };
}
