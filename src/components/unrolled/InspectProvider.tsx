/** What a click on a tile means: the inspector shows the numbers of the tile's subject. */
import { createContext, type ReactNode, use, useMemo } from "react";
import { writeSubject, type Subject } from "../../engine/results/subject";

interface Inspection {
  /** The text of the inspected subject; null: none. */
  readonly inspected: string | null;
  readonly inspect: (subject: Subject) => void;
}

const InspectContext = createContext<Inspection | null>(null);

/**
 * The inspected subject, and how to inspect another.
 * @throws outside of <Inspectable>
 */
function useInspection(): Inspection {
  const inspection = use(InspectContext);
  if (!inspection) throw new Error("inspect: no <Inspectable> around the tile");
  return inspection;
}

/** The props that make a button a tile, which shows the numbers of a subject. */
export function useTile(subject: Subject) {
  const { inspected, inspect } = useInspection();
  const text = writeSubject(subject);
  return {
    onClick: () => inspect(subject),
    "aria-pressed": inspected === text,
    "data-subject": text,
  } as const;
}

export interface InspectableProps {
  readonly inspected: Subject | null;
  readonly onInspect: (subject: Subject) => void;
  readonly children: ReactNode;
}

/** Gives every tile inside the inspected subject and the way to inspect its own. */
export function Inspectable({ inspected, onInspect, children }: InspectableProps): ReactNode {
  const text = inspected && writeSubject(inspected);
  const inspection = useMemo(() => ({ inspected: text, inspect: onInspect }), [text, onInspect]);
  return <InspectContext value={inspection}>{children}</InspectContext>;
}
