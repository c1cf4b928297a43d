/**
 * Over the picture: the tokens of the decode beside the shown one in a column of their own, a line where the two part, and
 * a hatch on the errors after it.
 */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { BesideDecode } from "../../engine/results/besideDecode";
import type { Trace } from "../../engine/results/trace";
import { type AlignedStep, partingOf } from "../../vis/facts/parting";
import { glyph, isSpecial } from "../../vis/layout/labels";
import { middle, type Span } from "../../vis/layout/rail";
import { rowY, type StageLayout } from "../../vis/layout/stageLayout";
import styles from "./PartingLayer.module.css";
import { Pinned } from "./scroll/Pinned";
import { useHows } from "./usePartingText";
import { useTokenName } from "./useTokenName";

interface PartingLayerProps {
  readonly layout: StageLayout;
  readonly trace: Trace;
  readonly beside: BesideDecode;
}

/** Hidden from assistive technology, which reads the sentence and the table under the picture. */
export function PartingLayer({ layout, trace, beside }: PartingLayerProps): ReactNode {
  const { t } = useTranslation("parting");
  const how = useHows()(trace, beside).beside;
  const { steps, says } = partingOf(trace, beside);
  const { rail, header, width } = layout;
  if (!rail.beside) return null;
  const column = rail.beside;
  const top = says === null ? null : rowY(layout, says);
  return (
    <div className={styles.layer} aria-hidden="true">
      {top !== null && (
        <>
          <span className={styles.line} style={{ top, width }} />
          {/* At the left edge, where it covers no button of a cell; where the tokens stand there, between their numbers. */}
          <span
            className={styles.mark}
            data-small={layout.compact || undefined}
            style={{ top, left: 0 }}
          >
            {t(layout.compact ? "markSmall" : "mark")}
          </span>
        </>
      )}
      <Pinned layout={layout}>
        <span
          className={styles.heading}
          data-tip={t("rows.beside", { how })}
          style={{ left: middle(column), top: header.headingsTop }}
        >
          {t("symbol")}
        </span>
        {steps.slice(0, trace.steps.length).map((step, row) => (
          <RowMarks key={row} layout={layout} column={column} how={how} step={step} row={row} />
        ))}
      </Pinned>
    </div>
  );
}

interface RowMarksProps {
  readonly layout: StageLayout;
  readonly column: Span;
  readonly how: string; // of the decode beside, as an adverbial
  readonly step: AlignedStep;
  readonly row: number;
}

/** The token of the other decode, faint where both say the same, and the hatch on the errors of both. */
function RowMarks({ layout, column, how, step, row }: RowMarksProps): ReactNode {
  const { t } = useTranslation("parting");
  const name = useTokenName();
  const { rail, pitch } = layout;
  const middleY = rowY(layout, row) + pitch / 2;
  const box = (span: Span, height: number) => ({
    left: span.x,
    top: middleY - height / 2,
    width: span.width,
    height,
  });
  const { beside } = step;
  const tip = beside ? t("says", { how, token: name(beside) }) : t("ended", { how });
  return (
    <>
      {step.isShownError && (
        <span className={styles.error} style={box(rail.said ?? rail.state, pitch - 2)} />
      )}
      <span
        className={styles.token}
        data-tip={tip}
        data-step={row}
        data-differs={step.differs || undefined}
        data-error={step.isBesideError || undefined}
        data-special={(beside && isSpecial(beside)) || undefined}
        style={box(column, rail.saidChip)}
      >
        {beside ? glyph(beside) : t("none")}
      </span>
    </>
  );
}
