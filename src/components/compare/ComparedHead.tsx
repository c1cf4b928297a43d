/** In the line over two stages: both maps or their difference, and on a wide page the parts that stand beside the stages. */
import type { ReactNode } from "react";
import { student } from "../../state/actions/acts";
import { MAPS_SHOWN, type Panel } from "../../state/slices/view";
import { useApp } from "../../state/store";
import { Button } from "../primitives/Button";
import { Choice } from "../primitives/Choice";
import { useIsWalking } from "../useIsWalking";
import styles from "./ComparedHead.module.css";
import { useCompareTexts } from "./useCompareTexts";

export function ComparedHead(): ReactNode {
  const { t } = useCompareTexts();
  const maps = useApp(({ view }) => view.maps);
  const isWalking = useIsWalking();
  const hasMaps = useApp(({ view, lanes }) => {
    const attends = [lanes.a, lanes.b].every(
      (lane) => lane?.run.trace !== undefined && lane.run.trace?.shape.attention !== "none",
    );
    return view.centre === "network" && view.drawn === "values" && attends;
  });
  return (
    <>
      {(hasMaps || maps === "difference") && !isWalking && (
        <Choice
          label={t("maps.label")}
          isLabelHidden
          options={MAPS_SHOWN}
          value={maps}
          name={(each) => t(`maps.${each}`)}
          onChoose={student.showMaps}
        />
      )}
      <span className={styles.sides}>
        <Side panel="rail" label={t("sides.pairs")} />
        <Side panel="inspect" label={t("sides.inspector")} />
      </span>
    </>
  );
}

/** Opens and closes a part beside the stages, which have the whole width without it. */
function Side({ panel, label }: { readonly panel: Panel; readonly label: string }): ReactNode {
  const isOpen = useApp(({ view }) => view.panel === panel);
  return (
    <Button
      look="quiet"
      className={styles.side}
      aria-expanded={isOpen}
      onClick={() => student.openPanel(isOpen ? "none" : panel)}
    >
      {label}
    </Button>
  );
}
