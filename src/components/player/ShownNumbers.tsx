/** Connects the tiles of the stage and of the inspector with the store. */
import type { ReactNode } from "react";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { Inspectable } from "../unrolled/InspectProvider";

export function ShownNumbers({ children }: { readonly children: ReactNode }): ReactNode {
  const inspected = useApp(({ view }) => view.inspected);
  const operands = useApp(({ view }) => view.operands);
  return (
    <Inspectable inspected={inspected} onInspect={student.inspect} operands={operands}>
      {children}
    </Inspectable>
  );
}
