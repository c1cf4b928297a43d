/** A term in running text, underlined with dots: pointer, focus or click opens its sentence of the glossary. */
import { type ReactNode, useId } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "../../i18n/useTranslation";
import type { TermId } from "../../i18n/terms";
import styles from "./Term.module.css";
import { type BubblePlace, useBubble } from "./useBubble";

interface TermProps {
  readonly id: TermId;
  readonly children: string;
}

export function Term({ id, children }: TermProps): ReactNode {
  const bubbleId = useId();
  const { place, area, trigger } = useBubble();
  return (
    <span {...area}>
      <button
        type="button"
        className={styles.term}
        aria-describedby={place ? bubbleId : undefined}
        {...trigger}
      >
        {children}
      </button>
      {place && <Bubble id={bubbleId} term={id} place={place} />}
    </span>
  );
}

interface BubbleProps {
  readonly id: string;
  readonly term: TermId;
  readonly place: BubblePlace;
}

/** On the body, so that no scrolling panel cuts it off. Its padding joins it to the term, so the pointer can reach it. */
function Bubble({ id, term, place }: BubbleProps): ReactNode {
  const { t } = useTranslation("glossary");
  return createPortal(
    <span className={styles.place} style={place}>
      <span role="tooltip" id={id} className={styles.bubble}>
        <b>{t(`${term}.name`)}</b> {t(`${term}.text`)}
      </span>
    </span>,
    document.body,
  );
}
