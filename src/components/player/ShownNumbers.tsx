/** A click on any tile on the stage or in the step panel shows its numbers in the inspector. */
import type { ReactNode } from "react";
import { student } from "../../state/actions/acts";
import { Inspectable } from "../unrolled/InspectProvider";

export function ShownNumbers({ children }: { readonly children: ReactNode }): ReactNode {
  return <Inspectable onInspect={student.inspect}>{children}</Inspectable>;
}
