/** One popover for all tiles of some figures: a tile names its subject, and the popover reads the numbers from the trace. */
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

/** The props that make a button a tile, which opens the numbers of a subject. */
export function useTile(subject: Subject) {
  const inspection = use(InspectContext);
  if (!inspection) throw new Error("inspect: no <Inspectable> around the tile");
  const text = writeSubject(subject);
  const ref = useMemo(
    () => (tile: HTMLElement | null) => (tile ? inspection.enter(subject, tile) : undefined),
    // oxlint-disable-next-line react/exhaustive-deps -- its text identifies the subject, which is a new object at each render
    [inspection, text],
  );
  const onClick = ({ currentTarget }: MouseEvent<HTMLElement>): void =>
    inspection.open(subject, currentTarget);
  return { ref, onClick, "aria-haspopup": "dialog" } as const;
}

export interface InspectableProps {
  /** The trace of the tiles inside; null: no trace yet. */
  readonly trace: Trace | null;
  /** The subject whose numbers are open. */
  readonly inspected: Subject | null;
  /** Called with the subject of a clicked tile; null: the popover closes. */
  readonly onInspect: (subject: Subject | null) => void;
  /** Called when the tile or its numbers no longer exist. */
  readonly onGone: () => void;
  readonly children: ReactNode;
}

/** Makes every tile inside open its numbers. */
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

/** The tile beside which the numbers open: the clicked tile, else another tile of the same subject. */
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
