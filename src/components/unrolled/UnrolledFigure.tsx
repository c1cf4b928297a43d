/** The main figure: the unrolled network around its own attention map, which fills one corner. */
import { Suspense, useRef, useState, type MouseEvent, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Lit } from "../../engine/results/operation";
import { encoderReadingOf, tokensRead } from "../../vis/facts/encoderReading";
import type { Trace } from "../../engine/results/trace";
import { latePart } from "../shell/latePart";
import type { StageLayout } from "../../vis/layout/stageLayout";
import { Corner } from "./Corner";
import { usePairInSight } from "./map/usePairInSight";
import { opAround } from "./parts";
import { useHiddenSides } from "./scroll/useHiddenSides";
import { useRoom } from "./scroll/useRoom";
import type { OnSelect, Shown } from "./shown";
import styles from "./UnrolledFigure.module.css";
import { type SideBySide, useStageLayout } from "./useStageLayout";

const Tips = latePart(async () => (await import("./tip/Tips")).Tips);

export interface UnrolledFigureProps extends Shown {
  /** The last step of the answer so far, 0-based; later steps are faint. By default the whole answer. */
  readonly reached?: number;
  /** The layer that the tiles show, 0-based. */
  readonly layer: number;
  /** Whether the trace is replaced several times a second. */
  readonly isTraining: boolean;
  /** Whether a figure wider than its container scrolls to keep its column visible. */
  readonly follows: boolean;
  /** The operation whose parts the figure marks. */
  readonly lit?: Lit | null;
  /** Called with the operation of the part under the pointer or the focus; null: no part. */
  readonly onLit?: (op: Lit | null) => void;
  readonly onSelect: OnSelect;
  /** Where stages stand side by side. */
  readonly beside?: SideBySide | undefined;
  /** What lies over the picture, in its coordinates. */
  readonly overlay?: (layout: StageLayout) => ReactNode;
}

export function UnrolledFigure(props: UnrolledFigureProps): ReactNode {
  const { trace, index, column, follows, onSelect } = props;
  const { t } = useTranslation("stage");
  const [box, room] = useRoom<HTMLDivElement>();
  const scroller = useRef<HTMLDivElement>(null);
  const layout = useStageLayout(trace, room, props.beside);
  const isPlaced = room.width > 0;
  const row = useRowToShow(trace, index);
  usePairInSight(scroller, layout, row, isPlaced && follows ? column : null);
  const onScroll = useHiddenSides(scroller, layout);
  const lighting = useLighting(props.onLit);
  const region =
    layout.scrolls || layout.scrollsDown
      ? ({ role: "region", tabIndex: 0, "aria-label": t("scroller") } as const)
      : {};
  const reading = t(`reading.${encoderReadingOf(trace.shape)}`, {
    sourceLength: tokensRead(trace),
  });
  const summary = t("summary", { reading, step: index + 1, steps: trace.steps.length });
  return (
    <figure className={styles.figure} data-place="figure" aria-label={t("figure")}>
      <p className="visually-hidden">{summary}</p>
      <div ref={box} className={styles.room} {...lighting}>
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- chips and numbers repeat what cells and tiles offer to the keyboard */}
        <div
          ref={scroller}
          className={styles.scroller}
          data-pinned={layout.pinned !== null || undefined}
          style={{
            scrollPaddingTop: layout.header.tokensHeight, // what takes the focus does not lie under the tokens
            scrollPaddingLeft: layout.map.x,
            scrollPaddingRight: layout.pinned?.width,
          }}
          onScroll={onScroll}
          onClick={(event) => selectRow(event, onSelect)}
          {...region}
        >
          {isPlaced && <Corner {...props} layout={layout} />}
        </div>
      </div>
      <Suspense fallback={null}>
        <Tips area={scroller} trace={trace} />
      </Suspense>
    </figure>
  );
}

/**
 * The row to keep visible. A new trace selects its last step by itself; the figure then shows the first row, so that the
 * source and the beginning of the answer are visible, also while training replaces the trace.
 */
function useRowToShow(trace: Trace, index: number): number {
  const [opened, setOpened] = useState({ trace, index, isLeft: false });
  if (opened.trace !== trace) setOpened({ trace, index, isLeft: false });
  else if (opened.index !== index && !opened.isLeft) setOpened({ ...opened, isLeft: true });
  const isLast = index === trace.steps.length - 1;
  return isLast && !opened.isLeft ? 0 : index;
}

/** A click on a chip, a bar or a number selects its row. Tiles and cells select by themselves. */
function selectRow({ target }: MouseEvent, onSelect: OnSelect): void {
  if (!(target instanceof Element) || target.closest("[role=grid], button")) return;
  const row = target.closest<HTMLElement>("[data-step]")?.dataset["step"];
  if (row !== undefined) onSelect(Number(row), null);
}

/** Lights the operation of the part under the pointer or the focus. */
function useLighting(onLit: UnrolledFigureProps["onLit"]) {
  const last = useRef<Lit | null>(null);
  const light = (op: Lit | null): void => {
    if (op === last.current) return;
    last.current = op;
    onLit?.(op);
  };
  return {
    onMouseOver: ({ target }: { target: EventTarget }) => light(opAround(target)),
    onMouseLeave: () => light(null),
    onFocus: ({ target }: { target: Element }) =>
      light(target.matches(":focus-visible") ? opAround(target) : null),
    onBlur: () => light(null),
  };
}
