/**
 * The tree of a beam search. The drawing is a tree, and the markup is a list of steps, each a list of paths from the
 * likeliest down. A screen reader reads each path as a whole, so a listener need not remember the branches.
 */
import { useEffect, useMemo, useRef, type ReactNode, type RefObject } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { DecodingTrace } from "../../engine/results/trace";
import type { Unit } from "../../engine/tasks/task";
import {
  BEAM,
  cutTop,
  type BeamColumn,
  beamTree,
  columnX,
  rowTop,
} from "../../vis/layout/beamTree";
import type { OnSelect } from "../unrolled/shown";
import { useHiddenSides } from "../unrolled/scroll/useHiddenSides";
import { useRoving } from "../primitives/useRoving";
import { BeamNodeBox } from "./BeamNodeBox";
import styles from "./BeamTree.module.css";

export interface BeamTreeProps {
  readonly beam: Extract<DecodingTrace, { kind: "beam" }>;
  readonly unit: Unit;
  readonly index: number; // of the shown step, 0-based
  readonly onSelect: OnSelect;
}

/** Scrolls the tree, never the page, to each newly shown step; the tree starts at its root. */
function useStepInSight(step: number): RefObject<HTMLDivElement | null> {
  const room = useRef<HTMLDivElement>(null);
  const last = useRef(step);
  useEffect(() => {
    if (!room.current || last.current === step) return;
    last.current = step;
    const { clientWidth, scrollLeft } = room.current;
    const left = columnX(step) - BEAM.gapX;
    const right = columnX(step + 1);
    if (left < scrollLeft) room.current.scrollTo({ left });
    else if (right > scrollLeft + clientWidth) room.current.scrollTo({ left: right - clientWidth });
  }, [step]);
  return room;
}

export function BeamTree({ beam, unit, index, onSelect }: BeamTreeProps): ReactNode {
  const { t } = useTranslation("beam");
  const tree = useMemo(() => beamTree(beam), [beam]);
  const answers = beam.nodes.filter(({ isAnswer }) => isAnswer).length;
  const roving = useRoving(answers);
  const room = useStepInSight(index);
  const markSides = useHiddenSides(room, tree);
  return (
    <div
      ref={room}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the tree has no heading of its own
      role="region"
      className={styles.room}
      aria-label={t("scroller")}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide tree scrolls, also by keyboard; the stage leaves a region its keys
      tabIndex={0}
      onScroll={markSides}
    >
      <div className={styles.tree} style={{ width: tree.width, height: tree.height }}>
        <svg className={styles.links} width={tree.width} height={tree.height} aria-hidden="true">
          {tree.links.map(({ id, path, isAnswer, isPruned }) => (
            <path
              key={id}
              d={path}
              data-answer={isAnswer || undefined}
              data-pruned={isPruned || undefined}
            />
          ))}
        </svg>
        <span
          className={styles.root}
          style={{ top: BEAM.head, width: BEAM.root, height: BEAM.box }}
        >
          {t("root")}
        </span>
        <ol className={styles.steps} {...roving.container}>
          {tree.columns.map((column) => (
            <Column
              key={column.step}
              column={column}
              unit={unit}
              onSelect={onSelect}
              isOn={column.step === index}
              tabIndexOf={roving.tabIndexOf}
            />
          ))}
        </ol>
      </div>
    </div>
  );
}

interface ColumnProps {
  readonly column: BeamColumn;
  readonly unit: Unit;
  readonly onSelect: OnSelect;
  readonly isOn: boolean;
  readonly tabIndexOf: (stop: number) => 0 | -1;
}

/** One step: its number, its paths, and a line above the pruned paths. */
function Column({ column, ...rest }: ColumnProps): ReactNode {
  const { t } = useTranslation("beam");
  const { step, nodes, kept, hidden } = column;
  const left = columnX(step);
  const title = t("step", { step: step + 1 });
  return (
    <li>
      <span
        className={styles.step}
        data-on={rest.isOn || undefined}
        style={{ left, width: BEAM.node }}
      >
        {title}
      </span>
      <ol aria-label={title}>
        {nodes.map((placed) => (
          <BeamNodeBox key={placed.id} placed={placed} {...rest} />
        ))}
      </ol>
      {kept < nodes.length + hidden && (
        <span className={styles.cut} style={{ left, top: cutTop(kept), width: BEAM.node }} />
      )}
      {hidden > 0 && (
        <span
          className={styles.hidden}
          style={{ left, top: rowTop(nodes.length, true), width: BEAM.node }}
        >
          {t("hidden", { count: hidden })}
        </span>
      )}
    </li>
  );
}
