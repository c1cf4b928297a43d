/** The buttons that take edits back. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { selectorOf } from "../../places";
import { student } from "../../state/actions/acts";
import { historyToUndo } from "../../state/slices/editHistory";
import { LANE } from "../../state/slices/lane";
import { laneIn, useApp } from "../../state/store";
import { IconButton } from "./IconButton";
import { ClearIcon, UndoIcon } from "./icons";

/** The button may go away with what it did; the focus then stays in the region, on the button of the menu. */
async function keepFocus(button: HTMLElement, act: () => Promise<unknown>): Promise<void> {
  const region = button.closest<HTMLElement>(selectorOf("edits"));
  await act();
  if (!button.isConnected) region?.querySelector<HTMLElement>("[aria-haspopup=menu]")?.focus();
}

/** The last act on the edits of this example can be taken back; without one the page has no such button. */
export function UndoEdit(): ReactNode {
  const { t } = useTranslation("edits");
  const canUndo = useApp((state) => {
    const { example, edits } = state.view.show;
    const { task } = laneIn(state, LANE).config;
    return historyToUndo(state.editHistory, { task, example, edits }).length > 0;
  });
  return (
    canUndo && (
      <IconButton
        label={t("undo")}
        icon={<UndoIcon />}
        onClick={({ currentTarget }) => void keepFocus(currentTarget, student.undoEdit)}
      />
    )
  );
}

export function ClearEdits(): ReactNode {
  const { t } = useTranslation("edits");
  return (
    <IconButton
      label={t("clear")}
      icon={<ClearIcon />}
      onClick={({ currentTarget }) => void keepFocus(currentTarget, student.clearEdits)}
    />
  );
}
