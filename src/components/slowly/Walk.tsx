/** The region of the walk: the list of stages, the way back and forth, and the stage that the student looks at. */
import { type ReactNode, Suspense, useEffect, useRef } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { FocusTarget } from "../../places";
import { WALK_STAGES } from "../../state/slices/walk";
import { useApp } from "../../state/store";
import { Button } from "../primitives/Button";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import { latePart } from "../shell/latePart";
import { useComparing } from "../useComparing";
import { useLane } from "../useLane";
import { FollowSelect } from "./FollowSelect";
import { LaneWalk } from "./LaneWalk";
import { Lead } from "./Lead";
import { StageList } from "./StageList";
import { StepButtons } from "./StepButtons";
import { leaveWalk, onWalkKey } from "./walkKeys";
import styles from "./Walk.module.css";

const ComparedWalks = latePart(async () => (await import("./ComparedWalks")).ComparedWalks);

export function Walk(): ReactNode {
  const { t } = useTranslation("slowly");
  const account = useLane(({ run }) => run.walk?.account ?? null);
  const stage = useApp(({ view }) => view.walk?.stage ?? "batch");
  const isComparing = useComparing();
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.focus({ preventScroll: true }), []);
  const place = { number: WALK_STAGES.indexOf(stage) + 1, count: WALK_STAGES.length };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys that its buttons offer, too
    <section
      ref={card}
      id={"stage" satisfies FocusTarget}
      className={styles.card}
      data-place="walk"
      aria-labelledby="walk-title"
      tabIndex={-1}
      onKeyDown={onWalkKey}
    >
      <header className={styles.head}>
        <h2 id="walk-title" className={styles.title}>
          {account ? t("title", { step: account.step }) : t("making")}
        </h2>
        <StepButtons stage={stage} />
        <Button look="quiet" className={styles.close} title={t("closeHelp")} onClick={leaveWalk}>
          {t("close")}
        </Button>
      </header>
      <StageList stage={stage} />
      {account && (
        <>
          <FollowSelect account={account} />
          <div className={styles.about}>
            <Lead stage={stage} account={account} />
          </div>
          {isComparing ? (
            <ErrorBoundary>
              <Suspense fallback={null}>
                <ComparedWalks stage={stage} />
              </Suspense>
            </ErrorBoundary>
          ) : (
            <LaneWalk stage={stage} />
          )}
          <output className="visually-hidden">
            {t("stage", { ...place, name: t(`names.${stage}`) })}
          </output>
        </>
      )}
    </section>
  );
}
