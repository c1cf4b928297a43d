/** The region of the walk: the list of stages, the way back and forth, and the stage that the student looks at. */
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { UpdateAccount } from "../../engine/results/updateAccount";
import type { FocusTarget } from "../../places";
import { WALK_STAGES, type WalkStage } from "../../state/slices/walk";
import { useApp } from "../../state/store";
import { Button } from "../primitives/Button";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import { useLane } from "../useLane";
import { AdamStage } from "./AdamStage";
import { AgainStage } from "./AgainStage";
import { BatchStage } from "./BatchStage";
import { ClipStage } from "./ClipStage";
import { FollowSelect } from "./FollowSelect";
import { ForwardStage } from "./ForwardStage";
import { LossStage } from "./LossStage";
import { StageList } from "./StageList";
import { StepButtons } from "./StepButtons";
import { useFollowed } from "./useFollowed";
import { WalkedGradient } from "./WalkedGradient";
import { leaveWalk, onWalkKey } from "./walkKeys";
import styles from "./Walk.module.css";

interface StageProps {
  readonly account: UpdateAccount;
}

const STAGES: Readonly<Record<WalkStage, (props: StageProps) => ReactNode>> = {
  batch: BatchStage,
  forward: ForwardStage,
  loss: LossStage,
  gradient: WalkedGradient,
  clip: ClipStage,
  adam: AdamStage,
  again: AgainStage,
};

export function Walk(): ReactNode {
  const { t } = useTranslation("slowly");
  const account = useLane(({ run }) => run.walk?.account ?? null);
  const stage = useApp(({ view }) => view.walk?.stage ?? "batch");
  useFollowed();
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.focus({ preventScroll: true }), []);
  const Stage = STAGES[stage];
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
          <ErrorBoundary key={stage}>
            <div className={styles.body}>
              <Stage account={account} />
            </div>
          </ErrorBoundary>
          <output className="visually-hidden">
            {t("stage", { ...place, name: t(`names.${stage}`) })}
          </output>
        </>
      )}
    </section>
  );
}
