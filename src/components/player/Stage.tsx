/** The stage card: source and output, the unrolled network with its attention map, and the player's buttons. */
import { Suspense, useId, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { FocusTarget } from "../../places";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import { latePart } from "../shell/latePart";
import { Player } from "./Player";
import { StageBody } from "./StageBody";
import styles from "./Stage.module.css";

const PlayerFoot = latePart(async () => (await import("./PlayerFoot")).PlayerFoot);

export function Stage(): ReactNode {
  return (
    <StageFrame>
      <Player />
      <StageBody />
    </StageFrame>
  );
}

/** The card with the player's buttons at its foot, around one picture or several. The page has one. */
export function StageFrame({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation("player");
  const id = useId();
  return (
    <section
      id={"stage" satisfies FocusTarget}
      className={styles.card}
      aria-labelledby={id}
      tabIndex={-1}
    >
      <h2 id={id} className="visually-hidden">
        {t("region")}
      </h2>
      {children}
      <div className={styles.foot}>
        <ErrorBoundary>
          <Suspense fallback={null}>
            <PlayerFoot />
          </Suspense>
        </ErrorBoundary>
      </div>
    </section>
  );
}
