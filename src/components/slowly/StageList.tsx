/** The stages of the update as a list of buttons, the present one marked. */
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import { WALK_STAGES, type WalkStage } from "../../state/slices/walk";
import styles from "./StageList.module.css";

export function StageList({ stage }: { readonly stage: WalkStage }): ReactNode {
  const { t } = useTranslation("slowly");
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const box = list.current;
    const now = box?.querySelector<HTMLElement>(`[data-stage="${stage}"]`);
    if (box && now) box.scrollLeft = now.offsetLeft - (box.clientWidth - now.offsetWidth) / 2;
  }, [stage]);
  return (
    <nav aria-label={t("stagesLabel")}>
      <ol ref={list} className={styles.list}>
        {WALK_STAGES.map((each, i) => (
          <li key={each} className={styles.item}>
            <button
              type="button"
              className={styles.stage}
              data-stage={each}
              aria-current={each === stage ? "step" : undefined}
              onClick={() => student.showWalkStage(each)}
            >
              <span className={styles.number}>{i + 1}</span>
              {t(`names.${each}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
