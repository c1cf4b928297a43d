/** The stage card: player, unrolled network with its attention map, and how to read it. */
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Inspectable } from "../figures/inspect";
import { Legend } from "../figures/Legend";
import { UnrolledFigure } from "../figures/UnrolledFigure";
import { useShownStep } from "../figures/useShownStep";
import { Player } from "./Player";
import css from "./Stage.module.css";
import { onStageKey } from "./stageKeys";

export function Stage(): ReactNode {
  const { t } = useTranslation("player");
  const id = useId();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys that bubble from its controls
    <section
      id="stage"
      className={css.card}
      aria-labelledby={id}
      tabIndex={-1}
      onKeyDown={onStageKey}
    >
      <h2 id={id} className="visually-hidden">
        {t("region")}
      </h2>
      <Player />
      <StageBody />
    </section>
  );
}

function StageBody(): ReactNode {
  const { t } = useTranslation("stage");
  const shown = useShownStep();
  if (!shown) return <p className={css.waiting}>{t("waiting")}</p>;
  return (
    <Inspectable>
      <div className={css.figure}>
        <UnrolledFigure {...shown} />
      </div>
      <div className={css.footer}>
        <Legend trace={shown.trace} />
      </div>
    </Inspectable>
  );
}
