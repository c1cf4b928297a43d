/** A stage of the walk through the update of the lane around it. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { UpdateAccount } from "../../engine/results/updateAccount";
import type { WalkStage } from "../../state/slices/walk";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import type { SideBySide } from "../unrolled/useStageLayout";
import { useLane } from "../useLane";
import { AdamStage } from "./AdamStage";
import { AgainStage } from "./AgainStage";
import { BatchStage } from "./BatchStage";
import { ClipStage } from "./ClipStage";
import { ForwardStage } from "./ForwardStage";
import { LossStage } from "./LossStage";
import { useFollowed } from "./useFollowed";
import styles from "./Walk.module.css";
import { WalkedGradient } from "./WalkedGradient";

export interface StageProps {
  readonly account: UpdateAccount;
  /** Where two walks stand side by side. */
  readonly beside?: SideBySide | undefined;
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

interface LaneWalkProps {
  readonly stage: WalkStage;
  readonly beside?: SideBySide;
}

export function LaneWalk({ stage, beside }: LaneWalkProps): ReactNode {
  const { t } = useTranslation("slowly");
  const account = useLane(({ run }) => run.walk?.account ?? null);
  useFollowed();
  if (!account) return <p className={styles.making}>{t("making")}</p>;
  const Stage = STAGES[stage];
  return (
    <ErrorBoundary key={stage}>
      <div className={styles.body}>
        <Stage account={account} beside={beside} />
      </div>
    </ErrorBoundary>
  );
}
