/** The walks through the updates of two models side by side, at the same stage. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import { hasFixedB } from "../../state/slices/comparison";
import type { WalkStage } from "../../state/slices/walk";
import { useApp } from "../../state/store";
import type { LaneId } from "../../workers/protocol";
import { LaneHead } from "../compare/LaneHead";
import { useCompareTexts } from "../compare/useCompareTexts";
import { useLaneName } from "../compare/useLaneName";
import { useSideBySide } from "../compare/useSideBySide";
import { LANES } from "../lanes";
import type { SideBySide } from "../unrolled/useStageLayout";
import { useIsWalking } from "../useIsWalking";
import { LaneContext } from "../useLane";
import styles from "./ComparedWalks.module.css";
import { useIsSameBatch, useOtherRow } from "./followedRow";
import { LaneWalk } from "./LaneWalk";
import { useFollowed } from "./useFollowed";

export function ComparedWalks({ stage }: { readonly stage: WalkStage }): ReactNode {
  useCompareTexts();
  const sides = useSideBySide();
  const isSameBatch = useIsSameBatch();
  if (stage === "batch" && isSameBatch) return <SameBatch />;
  return (
    <div className={styles.pair}>
      {LANES.map((lane) => (
        <LaneContext key={lane} value={lane}>
          <Side lane={lane} stage={stage} beside={sides[lane]} />
        </LaneContext>
      ))}
    </div>
  );
}

/** Two models that learn from one batch: it stands there once. */
function SameBatch(): ReactNode {
  const { t } = useTranslation("slowly");
  return (
    <div className={styles.whole}>
      <p className={styles.same}>{t("compared.sameBatch")}</p>
      <LaneWalk stage="batch" />
      <LaneContext value="b">
        <Follower />
      </LaneContext>
    </div>
  );
}

/** Decodes the followed example in a walk that is out of sight, so that the next stage has it. */
function Follower(): null {
  useFollowed();
  return null;
}

interface SideProps {
  readonly lane: LaneId;
  readonly stage: WalkStage;
  readonly beside: SideBySide;
}

function Side({ lane, stage, beside }: SideProps): ReactNode {
  const name = useLaneName(lane);
  const isWalking = useIsWalking();
  const inspected = useApp(({ view }) => view.inspectedLane);
  const inspect = (): void => {
    if (lane !== inspected) student.inspectLane(lane);
  };
  return (
    <figure
      className={styles.side}
      aria-label={name}
      onFocusCapture={inspect}
      onPointerDownCapture={inspect}
    >
      <LaneHead lane={lane} />
      {lane === "b" && isWalking && <OtherRow />}
      {isWalking ? <LaneWalk stage={stage} beside={beside} /> : <NoWalk />}
    </figure>
  );
}

/** Why model B shows no walk: it does not train, or the walk began before the comparison. */
function NoWalk(): ReactNode {
  const { t } = useTranslation("slowly");
  const isFixed = useApp(({ view }) => hasFixedB(view.pair));
  return <p className={styles.none}>{t(isFixed ? "compared.fixed" : "compared.none")}</p>;
}

/** Says that model B learns from another batch, where the followed row is another example in it. */
function OtherRow(): ReactNode {
  const { t } = useTranslation("slowly");
  const other = useOtherRow();
  if (!other) return null;
  return <p className={styles.none}>{t("compared.otherRow", other)}</p>;
}
