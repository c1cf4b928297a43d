/** Why edits that the student, or a link, asked for do not apply. It stands over the page until it is read. */
import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import { useLane } from "../useLane";
import { CloseIcon } from "./icons";
import { IconButton } from "./IconButton";
import styles from "./Refusal.module.css";
import { useProblemText } from "./useProblemText";

const MOST = 3; // sentences; a link can name many edits

export function Refusal(): ReactNode {
  const { t } = useTranslation("edits");
  const refused = useLane(({ run }) => run.refusedEdits);
  const textOf = useProblemText();
  const sentences = [...new Set(refused.map(({ problem }) => textOf(problem)))];
  const count = sentences.length - MOST;
  const told = count > 1 ? [...sentences.slice(0, MOST), t("problem.more", { count })] : sentences;
  return createPortal(
    // A live region announces only changes, so it exists before its text.
    <div className={styles.place}>
      <div role="alert">{told.join(" ")}</div>
      {refused.length > 0 && (
        <IconButton
          label={t("dismiss")}
          icon={<CloseIcon />}
          onClick={() => void student.dismissRefusedEdits()}
        />
      )}
    </div>,
    document.body,
  );
}
