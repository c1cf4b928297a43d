/** Connects the tiles of some figures with the place that shows their numbers: a tile names its subject. */
import { createContext, type ReactNode, use, useMemo } from "react";
import type { Subject } from "../../engine/results/subject";

interface Inspection {
  readonly inspect: (subject: Subject) => void;
}

const InspectContext = createContext<Inspection | null>(null);

/** The props that make a button a tile, which shows the numbers of a subject. */
export function useTile(subject: Subject) {
  const inspection = use(InspectContext);
  if (!inspection) throw new Error("inspect: no <Inspectable> around the tile");
  return { onClick: (): void => inspection.inspect(subject) } as const;
}

export interface InspectableProps {
  /** Called with the subject of a clicked tile. */
  readonly onInspect: (subject: Subject) => void;
  readonly children: ReactNode;
}

/** Makes every tile inside show its numbers. */
export function Inspectable({ onInspect, children }: InspectableProps): ReactNode {
  const inspection = useMemo(() => ({ inspect: onInspect }), [onInspect]);
  return <InspectContext value={inspection}>{children}</InspectContext>;
}
