/** Leaves what is looked up, and points at the place where it can be seen. */
import type { ReactNode } from "react";
import { student } from "../../state/actions/acts";
import { Button } from "../primitives/Button";
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
