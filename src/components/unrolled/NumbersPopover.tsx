/** The numbers of a tile in a table, with the subject's name as title. The page loads it at the first request. */
import { Popover } from "@base-ui/react/popover";
import { useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Trace } from "../../engine/results/trace";
import type { Subject } from "../../engine/results/subject";
import { vectorOf } from "../../vis/facts/subject";
import { VectorSwitch } from "./VectorSwitch";
import styles from "./NumbersPopover.module.css";
import { NumbersTable } from "./NumbersTable";
import { useSubjectName } from "./useSubjectName";

export interface NumbersPopoverProps {
  readonly trace: Trace;
  readonly subject: Subject;
  readonly anchor: HTMLElement;
  /** Called with the vector that the student chooses in the switch. */
  readonly onChoose: (subject: Subject) => void;
  readonly onClose: () => void;
  /** Called when the tile or its numbers no longer exist. */
  readonly onGone: () => void;
}

export function NumbersPopover(props: NumbersPopoverProps): ReactNode {
  const { trace, subject, anchor, onChoose, onClose, onGone } = props;
  const { t } = useTranslation("stage");
  const name = useSubjectName(trace);
  const vector = vectorOf(trace, subject);
  const isGone = !vector || !anchor.isConnected;
  useEffect(() => {
    if (isGone) onGone(); // during training a decode may have fewer steps than the previous one
  }, [isGone, onGone]);
  if (!vector) return null;
  return (
    <Popover.Root open modal="trap-focus" onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          sideOffset={8}
          collisionPadding={8}
          className={styles.positioner}
        >
          <Popover.Popup className={styles.popup} finalFocus={() => anchor}>
            <Popover.Title className={styles.title}>{name(subject)}</Popover.Title>
            <Popover.Close className={styles.close} aria-label={t("numbers.close")}>
              <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
                <path
                  d="M3 3l10 10M13 3L3 13"
                  stroke="currentColor"
                  strokeWidth="1.8"
                  strokeLinecap="round"
                />
              </svg>
            </Popover.Close>
            <VectorSwitch trace={trace} shown={subject} onChoose={onChoose} />
            <NumbersTable trace={trace} vector={vector} subject={subject} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
