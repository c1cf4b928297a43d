/** The stage card: player, unrolled network with its attention map, and how to read it. */
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LayerSwitch } from "../unrolled/LayerSwitch";
import { Legend } from "../unrolled/Legend";
import { UnrolledFigure } from "../unrolled/UnrolledFigure";
import type { Shown } from "../unrolled/shown";
import type { FocusTarget } from "../../places";
import { useApp } from "../../state/store";
import { topOf } from "../../vis/facts/subject";
import { ReplayNote } from "../training/ReplayNote";
import { useLane } from "../useLane";
import { useShownStep } from "../useShownStep";
import { Player } from "./Player";
import { student } from "../../state/actions/acts";
import styles from "./Stage.module.css";
import { onStageKey } from "./stageKeys";

export function Stage(): ReactNode {
  const { t } = useTranslation("player");
  const id = useId();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys that bubble from its controls
    <section
      id={"stage" satisfies FocusTarget}
      className={styles.card}
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
  return shown ? <Network {...shown} /> : <p className={styles.waiting}>{t("waiting")}</p>;
}

/** The figures of a trace, connected to the store. */
function Network(shown: Shown): ReactNode {
  const { trace } = shown;
  const top = topOf(trace);
  const chosen = useApp(({ view }) => view.layer);
  const layer = Math.min(chosen ?? top, top);
  const isTraining = useLane((lane) => lane.run.status === "training");
  const isColumnChosen = useApp((state) => state.view.column !== null);
  return (
    <>
      <div className={styles.figure}>
        <UnrolledFigure
          {...shown}
          layer={layer}
          isTraining={isTraining}
          follows={isColumnChosen || !isTraining} // training moves the largest weight several times a second
          onSelect={student.selectByHand}
        />
      </div>
      <div className={styles.footer}>
        <LayerSwitch
          trace={trace}
          layer={layer}
          onChange={(to) => student.showLayer(to === top ? null : to)}
        />
        <Legend trace={trace} />
      </div>
    </>
  );
}
