/** The stage card: player, unrolled network with its attention map, and how to read it. */
import { useId, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Inspectable } from "../unrolled/InspectProvider";
import { LayerSwitch } from "../unrolled/LayerSwitch";
import { Legend } from "../unrolled/Legend";
import { UnrolledFigure } from "../unrolled/UnrolledFigure";
import { useShownStep, type Shown } from "../unrolled/useShownStep";
import { topOf } from "../../vis/facts/subject";
import { BeamFigure } from "../beam/BeamFigure";
import { ReplayNote } from "../training/ReplayNote";
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
      <ReplayNote />
      <StageBody />
    </section>
  );
}

function StageBody(): ReactNode {
  const { t } = useTranslation("stage");
  const shown = useShownStep();
  return shown ? <Network {...shown} /> : <p className={css.waiting}>{t("waiting")}</p>;
}

function Network(shown: Shown): ReactNode {
  const { trace } = shown;
  const top = topOf(trace);
  const [chosen, choose] = useState<number | null>(null);
  const layer = Math.min(chosen ?? top, top);
  return (
    <Inspectable>
      <div className={css.figure}>
        <UnrolledFigure {...shown} layer={layer} />
      </div>
      <div className={css.footer}>
        <LayerSwitch trace={trace} layer={layer} onChange={choose} />
        <Legend trace={trace} />
      </div>
      <BeamFigure trace={trace} index={shown.index} />
    </Inspectable>
  );
}
