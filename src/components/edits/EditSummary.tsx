/** What the edits changed, in one sentence that a screen reader announces after each of them. */
import { type ReactNode, useState } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Edit } from "../../engine/edits/edit";
import type { Trace } from "../../engine/results/trace";
import { useApp } from "../../state/store";
import { useLane } from "../useLane";
import { useChangesText } from "./useChangesText";
import { useEditText } from "./useEditText";

/** The sentence; "" for a decode without edits. */
export function useSummary(): string {
  const { t } = useTranslation("edits");
  const trace = useLane(({ run }) => run.trace);
  const isUntouched = useApp(({ view }) => view.showsUntouched);
  const textOf = useChangesText();
  const text = trace ? textOf(trace) : "";
  return isUntouched && text !== "" ? t("isUntouched") : text;
}

/** A live region. */
export function EditSummary(): ReactNode {
  const trace = useLane(({ run }) => run.trace);
  return trace && <Spoken trace={trace} />;
}

/** Speaks when the edits change, not when training changes what follows from them. */
function Spoken({ trace }: { readonly trace: Trace }): ReactNode {
  const isUntouched = useApp(({ view }) => view.showsUntouched);
  const sentence = useSentence(trace);
  const summary = useSummary();
  const { edits } = trace.show;
  const key = JSON.stringify([edits, isUntouched]);
  const [spoken, setSpoken] = useState({ key, isUntouched, edits, text: "" });
  if (spoken.key !== key) {
    const isLook = isUntouched || spoken.isUntouched;
    const text = isLook ? summary : sentence(spoken.edits);
    setSpoken({ key, isUntouched, edits, text });
  }
  return <output className="visually-hidden">{spoken.text}</output>;
}

/** The new edit, and what all of them change. */
function useSentence(trace: Trace): (before: readonly Edit[]) => string {
  const { t } = useTranslation("edits");
  const editText = useEditText(trace);
  const changesText = useChangesText();
  return (before) => {
    const { edits } = trace.show;
    const last = edits.at(-1);
    if (!last) return t("changes.removed");
    const isNew = edits.length >= before.length;
    return [isNew && `${editText(last)}.`, changesText(trace)].filter(Boolean).join(" ");
  };
}
