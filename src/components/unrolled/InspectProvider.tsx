/** What a click on a tile means: the inspector shows the numbers of the tile's subject. */
import { createContext, type ReactNode, use, useMemo } from "react";
import { writeSubject, type Subject } from "../../engine/results/subject";

interface Inspection {
  /** The text of the inspected subject; null: none. */
  readonly inspected: string | null;
  readonly inspect: (subject: Subject) => void;
  readonly operands: readonly string[];
}

const NONE: readonly string[] = [];

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
  const { inspected, inspect, operands } = useInspection();
  const text = writeSubject(subject);
  return {
    onClick: () => inspect(subject),
    "aria-pressed": inspected === text,
    "data-subject": text,
    "data-operand": operands.includes(text) || undefined,
  } as const;
}

export interface InspectableProps {
  readonly inspected: Subject | null;
  readonly onInspect: (subject: Subject) => void;
  /** The texts of the subjects whose numbers enter the derivation on show; none by default. */
  readonly operands?: readonly string[];
  readonly children: ReactNode;
}

/** Gives every tile inside the inspected subject and the way to inspect its own. */
export function Inspectable(props: InspectableProps): ReactNode {
  const { inspected, onInspect: inspect, operands = NONE, children } = props;
  const text = inspected && writeSubject(inspected);
  const inspection = useMemo(
    () => ({ inspected: text, inspect, operands }),
    [text, inspect, operands],
  );
  return <InspectContext value={inspection}>{children}</InspectContext>;
}
