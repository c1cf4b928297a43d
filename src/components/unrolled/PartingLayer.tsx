/** Over the picture: a line where the shown decode and the one beside it part, the other tokens, and a hatch on errors. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { BesideDecode } from "../../engine/results/besideDecode";
import type { Trace } from "../../engine/results/trace";
import { type AlignedStep, partingOf } from "../../vis/facts/parting";
import { glyph } from "../../vis/layout/labels";
import { spanEnd } from "../../vis/layout/rail";
import { rowY, type StageLayout } from "../../vis/layout/stageLayout";
import styles from "./PartingLayer.module.css";
import { Pinned } from "./scroll/Pinned";

interface PartingLayerProps {
  readonly layout: StageLayout;
  readonly trace: Trace;
  readonly beside: BesideDecode;
}

/** Hidden from assistive technology, which reads the sentence and the table under the picture. */
export function PartingLayer({ layout, trace, beside }: PartingLayerProps): ReactNode {
  const { t } = useTranslation("parting");
  const { steps, says } = partingOf(trace, beside);
  if (says === null) return null;
  const rows = steps.slice(0, trace.steps.length);
  const top = rowY(layout, says);
  return (
    <div className={styles.layer} aria-hidden="true" data-print="off">
      <span className={styles.line} style={{ top, width: layout.width }} />
      <Pinned layout={layout}>
        {rows.map((step, row) => (
          <RowMarks key={row} layout={layout} step={step} row={row} />
        ))}
        <span className={styles.mark} style={{ top, right: 0 }}>
          {t("mark")}
        </span>
      </Pinned>
    </div>
  );
}

interface RowMarksProps {
  readonly layout: StageLayout;
  readonly step: AlignedStep;
  readonly row: number;
}

/** The hatch on an error after the parting, and the token of the other decode at the corner of the shown one. */
function RowMarks({ layout, step, row }: RowMarksProps): ReactNode {
  const { t } = useTranslation("parting");
  const { rail, pitch, width } = layout;
  const top = rowY(layout, row);
  const said = rail.said ?? rail.state; // without room for the output, beside the last state
  const other = step.beside ? glyph(step.beside) : t("none");
  return (
    <>
      {step.isShownError && (
        <span
          className={styles.error}
          style={{ left: said.x - 3, top: top + 1, width: width - said.x + 3, height: pitch - 2 }}
        />
      )}
      {step.differs && (
        <span
          className={styles.other}
          style={{ left: spanEnd(said) + 4, top: top + pitch - TAG, height: TAG - 1 }}
        >
          {t("other", { token: other })}
        </span>
      )}
    </>
  );
}

const TAG = 16; // height of the other decode's token, in pixels
