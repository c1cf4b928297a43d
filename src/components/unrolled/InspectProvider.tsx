/** One popover for all tiles of a figure: a tile says what it shows, the popover reads the numbers from the trace. */
import { createContext, lazy, Suspense, use, useCallback, useState, type ReactNode } from "react";
import type { Trace } from "../../engine/results/trace";
import type { Subject } from "../../vis/facts/subject";

const NumbersPopover = lazy(async () => ({
  default: (await import("./NumbersPopover")).NumbersPopover,
}));

type Inspect = (subject: Subject, anchor: HTMLElement) => void;

const InspectContext = createContext<Inspect>(() => {
  throw new Error("inspect: no <Inspectable> around the tile");
});

/** Opens the popover with the numbers of a subject, beside the element that asked. */
export function useInspect(): Inspect {
  return use(InspectContext);
}

export interface InspectableProps {
  /** What the tiles inside are of. */
  readonly trace: Trace;
  readonly children: ReactNode;
}

/** Everything inside can be looked at closely. */
export function Inspectable({ trace, children }: InspectableProps): ReactNode {
  const [opened, setOpened] = useState<{
    readonly subject: Subject;
    readonly anchor: HTMLElement;
  } | null>(null);
  const inspect = useCallback<Inspect>((subject, anchor) => setOpened({ subject, anchor }), []);
  const close = useCallback(() => setOpened(null), []);
  return (
    <InspectContext value={inspect}>
      {children}
      {opened && (
        <Suspense fallback={null}>
          <NumbersPopover trace={trace} {...opened} onClose={close} />
        </Suspense>
      )}
    </InspectContext>
  );
}
