/** Editing on the picture: a button on the selected cell, the menus of its parts, and cells that can be dragged. */
import { type ReactNode, useRef } from "react";
import { columnX, rowY, type StageLayout } from "../../vis/layout/stageLayout";
import type { Shown } from "../unrolled/shown";
import { useShownStep } from "../useShownStep";
import styles from "./EditLayer.module.css";
import { EditMenu } from "./EditMenu";
import { useCanEdit } from "./useCanEdit";
import { useCellDrag } from "./useCellDrag";
import { useMenuKeys } from "./useMenuKeys";
import { useOpening } from "./useOpening";
import { usePairName } from "./usePairName";

export interface EditLayerProps {
  readonly layout: StageLayout;
}

export function EditLayer({ layout }: EditLayerProps): ReactNode {
  const shown = useShownStep();
  return useCanEdit() && shown ? <Layer {...shown} layout={layout} /> : null;
}

interface LayerProps extends Shown, EditLayerProps {}

function Layer({ layout, ...shown }: LayerProps): ReactNode {
  const { trace, index, column } = shown;
  const place = useRef<HTMLSpanElement>(null);
  const { opening, open, setOpening } = useOpening();
  const name = usePairName();
  useMenuKeys(place, open);
  useCellDrag(place);
  return (
    <span ref={place} className={styles.layer}>
      {column !== null && layout.pitch >= ROOMY && (
        <button
          type="button"
          className={styles.button}
          style={buttonPlace(layout, index, column)}
          aria-label={name(shown)}
          title={name(shown)}
          aria-haspopup="menu"
          aria-expanded={opening !== null}
          onClick={({ currentTarget }) =>
            open({
              item: { kind: "pair", step: index, column },
              anchor: currentTarget,
              panel: null,
            })
          }
        >
          <span aria-hidden="true">{"⋯"}</span>
        </button>
      )}
      <EditMenu trace={opening && trace} opening={opening} onChange={setOpening} />
    </span>
  );
}

const ROOMY = 34; // pixels; in smaller cells the button would cover what it is about
const SIZE = 24;

/** Over the upper right corner of the cell. */
function buttonPlace(layout: StageLayout, row: number, column: number) {
  const right = columnX(layout, column) + layout.columnPitch;
  return { left: right - SIZE + 9, top: rowY(layout, row) - 9, width: SIZE, height: SIZE };
}
