/** The numbers of any tile on the stage or in the step panel, one popover for the page. */
import type { ReactNode } from "react";
import { page, student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { Inspectable } from "../unrolled/InspectProvider";
import { useLane } from "../useLane";

export function ShownNumbers({ children }: { readonly children: ReactNode }): ReactNode {
  const trace = useLane((lane) => lane.run.trace);
  const inspected = useApp(({ view }) => view.inspected);
  return (
    <Inspectable trace={trace} inspected={inspected} onInspect={student.inspect} onGone={close}>
      {children}
    </Inspectable>
  );
}

const close = (): void => page.inspect(null);
