/** The bridge, which turns the last states of both directions into the decoder's first state; a click selects the first step and shows the numbers. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Trace } from "../../engine/results/trace";
import type { StageLayout } from "../../vis/layout/stageLayout";
import type { Subject } from "../../engine/results/subject";
import { decoderTop } from "../../engine/setup/modelShape";
import styles from "./BridgeMark.module.css";
import { useTile } from "./InspectProvider";
import { useSubjectName } from "./useSubjectName";

export interface BridgeMarkProps {
  readonly layout: StageLayout;
  readonly trace: Trace;
  /** Whether the bridge is the only way to the decoder. */
  readonly ringed: boolean;
  /** Its index among the toolbar's stops. */
  readonly stop: number;
  readonly tabIndex: 0 | -1;
  readonly onChoose: () => void;
}

export function BridgeMark(props: BridgeMarkProps): ReactNode {
  const { layout, trace, ringed, stop, tabIndex, onChoose } = props;
  const { t } = useTranslation("stage");
  const name = useSubjectName(trace);
  const subject: Subject = { kind: "previous", step: 0, layer: decoderTop(trace.shape) };
  const { onClick, ...tile } = useTile(subject);
  const { bridge } = layout;
  if (!bridge) return null;
  return (
    <button
      {...tile}
      type="button"
      className={styles.bridge}
      data-ringed={ringed || undefined}
      data-stop={stop}
      tabIndex={tabIndex}
      aria-label={name(subject)}
      data-tip={name(subject)}
      onClick={() => {
        onChoose();
        onClick();
      }}
      style={{ left: bridge.x, top: bridge.y, width: bridge.width, height: bridge.height }}
    >
      {bridge.width < 40 ? "W" : t("bridge")}
    </button>
  );
}
