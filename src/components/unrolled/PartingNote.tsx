/** Under the picture: the sentence about two decodes, and both step by step with the errors after they part. */
import type { DetailsHTMLAttributes, ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { BesideDecode } from "../../engine/results/besideDecode";
import type { Trace } from "../../engine/results/trace";
import { type AlignedStep, partingOf } from "../../vis/facts/parting";
import { glyph, isSpecial } from "../../vis/layout/labels";
import styles from "./PartingNote.module.css";
import { useHows, useMissingText, usePartingText } from "./usePartingText";

interface PartingNoteProps {
  readonly trace: Trace;
  /** Whether the trace is replaced several times a second: then no screen reader speaks of it. */
  readonly isTraining: boolean;
  /** Called to end the view of two decodes. */
  readonly onClose: () => void;
  /** Whether the table is open, and what opens and closes it. */
  readonly table: Pick<DetailsHTMLAttributes<HTMLDetailsElement>, "open" | "onToggle">;
}

/** Empty until the second decode arrives: a screen reader speaks what comes into a status that is there. */
export function PartingNote({ trace, isTraining, onClose, table }: PartingNoteProps): ReactNode {
  const { t } = useTranslation("parting");
  const write = usePartingText();
  const missing = useMissingText();
  const { beside } = trace;
  return (
    <section className={styles.note} aria-label={t("title")}>
      <div className={styles.top}>
        <output className={styles.sentence} aria-live={isTraining ? "off" : "polite"}>
          {beside ? write(trace, beside) : missing(trace)}
        </output>
        <button
          type="button"
          className={styles.close}
          aria-label={t("close")}
          data-print="off"
          onClick={onClose}
        />
      </div>
      {beside && (
        <details {...table} className={styles.details}>
          <summary>{t("table")}</summary>
          {table.open && <StepByStep trace={trace} beside={beside} />}
        </details>
      )}
    </section>
  );
}

interface StepByStepProps {
  readonly trace: Trace;
  readonly beside: BesideDecode;
}

function StepByStep({ trace, beside }: StepByStepProps): ReactNode {
  const { t } = useTranslation("parting");
  const hows = useHows()(trace, beside);
  const { steps, says } = partingOf(trace, beside);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <section className={styles.scroller} tabIndex={0} aria-label={t("scroller")}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("rows.step")}</th>
            {steps.map((_, step) => (
              <th key={step} scope="col">
                {step + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(["shown", "beside"] as const).map((side) => (
            <tr key={side} data-side={side}>
              <th scope="row">{t(`rows.${side}`, { how: hows[side] })}</th>
              {steps.map((step, i) => (
                <TokenCell key={i} step={step} side={side} parts={i === says} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface TokenCellProps {
  readonly step: AlignedStep;
  readonly side: "shown" | "beside";
  /** Whether the decodes part at this step. */
  readonly parts: boolean;
}

function TokenCell({ step, side, parts }: TokenCellProps): ReactNode {
  const { t } = useTranslation("parting");
  const token = step[side];
  const isError = side === "shown" ? step.isShownError : step.isBesideError;
  const said = [isError && t("cell.wrong"), parts && t("cell.parts"), !token && t("cell.ended")];
  const notes = said.filter(Boolean).join(", ");
  return (
    <td
      className={styles.token}
      data-error={isError || undefined}
      data-parts={parts || undefined}
      data-special={(token && isSpecial(token)) || undefined}
    >
      {token ? glyph(token) : t("none")}
      {notes && <span className="visually-hidden">{` (${notes})`}</span>}
    </td>
  );
}
