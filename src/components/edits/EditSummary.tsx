/** What the edits changed, in one sentence that a screen reader announces after each of them. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useApp } from "../../state/store";
import { useLane } from "../useLane";
import { useChangesText } from "./useChangesText";

/** The sentence; "" for a decode without edits. */
export function useSummary(): string {
  const { t } = useTranslation("edits");
  const trace = useLane(({ run }) => run.trace);
  const isUntouched = useApp(({ view }) => view.showsUntouched);
  const textOf = useChangesText();
  const text = trace ? textOf(trace) : "";
  return isUntouched && text !== "" ? t("isUntouched") : text;
}

/** A live region; the list of edits shows the same sentence. */
export function EditSummary(): ReactNode {
  return <output className="visually-hidden">{useSummary()}</output>;
}
