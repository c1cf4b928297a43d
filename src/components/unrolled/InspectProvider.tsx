/** One popover for all tiles of some figures: a tile says what it shows, the popover reads the numbers from the trace. */
import {
  createContext,
  lazy,
  type MouseEvent,
  type ReactNode,
  Suspense,
  use,
  useEffect,
  useMemo,
  useState,
} from "react";
import { writeSubject, type Subject } from "../../engine/results/subject";
import type { Trace } from "../../engine/results/trace";
import { createTileIndex, type TileIndex } from "./tileIndex";

const NumbersPopover = lazy(async () => ({
  default: (await import("./NumbersPopover")).NumbersPopover,
}));

interface Inspection extends Pick<TileIndex, "enter"> {
  readonly open: (subject: Subject, anchor: HTMLElement) => void;
}

const InspectContext = createContext<Inspection | null>(null);

/** What makes a button a tile that opens the numbers of a subject. */
export function useTile(subject: Subject) {
  const inspection = use(InspectContext);
  if (!inspection) throw new Error("inspect: no <Inspectable> around the tile");
  const text = writeSubject(subject);
  const ref = useMemo(
    () => (tile: HTMLElement | null) => (tile ? inspection.enter(subject, tile) : undefined),
    // oxlint-disable-next-line react/exhaustive-deps -- its text says all of a subject, which is made anew each time
    [inspection, text],
  );
  const onClick = ({ currentTarget }: MouseEvent<HTMLElement>): void =>
    inspection.open(subject, currentTarget);
  return { ref, onClick, "aria-haspopup": "dialog" } as const;
}

export interface InspectableProps {
  /** What the tiles inside are of; null: nothing yet. */
  readonly trace: Trace | null;
  /** Whose numbers are open. */
  readonly inspected: Subject | null;
  /** Called with the subject of a tile that was asked for its numbers; null: they are closed. */
  readonly onInspect: (subject: Subject | null) => void;
  /** Called where the tile or its numbers are no longer there. */
  readonly onGone: () => void;
  readonly children: ReactNode;
}

/** Everything inside can be looked at closely. */
export function Inspectable(props: InspectableProps): ReactNode {
  const { trace, inspected, onInspect, onGone, children } = props;
  const [tiles] = useState(createTileIndex);
  const [anchor, setAnchor] = useAnchor(tiles, inspected);
  const inspection = useMemo<Inspection>(() => {
    const open = (subject: Subject, tile: HTMLElement): void => {
      setAnchor({ subject, tile });
      onInspect(subject);
    };
    return { enter: tiles.enter, open };
  }, [tiles, setAnchor, onInspect]);
  return (
    <InspectContext value={inspection}>
      {children}
      {trace && anchor && (
        <Suspense fallback={null}>
          <NumbersPopover
            trace={trace}
            subject={anchor.subject}
            anchor={anchor.tile}
            onChoose={(subject) => inspection.open(subject, anchor.tile)}
            onClose={() => onInspect(null)}
            onGone={onGone}
          />
        </Suspense>
      )}
    </InspectContext>
  );
}

interface Anchor {
  readonly subject: Subject;
  readonly tile: HTMLElement;
}

/** The tile that the numbers stand beside: the one that was clicked, else one that shows the same. */
function useAnchor(tiles: TileIndex, inspected: Subject | null) {
  const [anchor, setAnchor] = useState<Anchor | null>(null);
  const current = anchor?.subject === inspected ? anchor : null;
  const isLost = inspected !== null && current === null;
  useEffect(() => {
    if (!isLost) return undefined;
    return tiles.find(inspected, (tile) => setAnchor({ subject: inspected, tile }));
  }, [tiles, inspected, isLost]);
  return [current, setAnchor] as const;
}
