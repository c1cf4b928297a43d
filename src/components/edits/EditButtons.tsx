/** The buttons that take edits back. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import { historyToUndo } from "../../state/slices/editHistory";
import { LANE } from "../../state/slices/lane";
import { laneIn, useApp } from "../../state/store";
import { IconButton } from "./IconButton";
import { ClearIcon, UndoIcon } from "./icons";

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
      <IconButton label={t("undo")} icon={<UndoIcon />} onClick={() => void student.undoEdit()} />
    )
  );
}

export function ClearEdits(): ReactNode {
  const { t } = useTranslation("edits");
  return (
    <IconButton label={t("clear")} icon={<ClearIcon />} onClick={() => void student.clearEdits()} />
  );
}
