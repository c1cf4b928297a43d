/** Leaves what is looked up, and points at the place where it can be seen. */
import type { ReactNode } from "react";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { Button } from "../primitives/Button";
import { isHiddenWhere } from "./hiddenWheres";
import { pointAt } from "./pointAt";
import { WHERES, type WhereId } from "./wheres";

interface ShowButtonProps {
  readonly where: WhereId;
  readonly label: string;
  /** The accessible name, which says what is shown. */
  readonly name: string;
}

export function ShowButton({ where, label, name }: ShowButtonProps): ReactNode {
  const { place, view } = WHERES[where];
  const isHidden = useApp((state) => isHiddenWhere(WHERES[where], state.view.hidden));
  if (isHidden) return null;
  return (
    <Button
      look="link"
      aria-label={name}
      onClick={() => {
        student.showWhere(view);
        requestAnimationFrame(() => pointAt(place)); // after the page has drawn it
      }}
    >
      {label}
    </Button>
  );
}
