/** The lower part of the player, under the picture: the steps, what the decoder is fed, how it decodes, and the legend. */
import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Trace } from "../../engine/results/trace";
import { useApp } from "../../state/store";
import { useSummary } from "../edits/EditSummary";
import { GradientLegend } from "../gradients/GradientLegend";
import { Pop } from "../primitives/Pop";
import { Legend, WeightScale } from "../unrolled/Legend";
import { useComparing } from "../useComparing";
import { withoutExpected } from "../../vis/facts/withoutExpected";
import { useHides } from "../useHides";
import { useLane } from "../useLane";
import { BesideChoice } from "./BesideChoice";
import { DecodingChoice } from "./DecodingChoice";
import { ForcingSwitch } from "./ForcingSwitch";
import { Parting } from "./Parting";
import styles from "./Player.module.css";
import { Speed, Transport } from "./Transport";
import { useReasonId } from "./useReasonId";

export function PlayerFoot(): ReactNode {
  return (
    <>
      <Parting />
      <Controls />
    </>
  );
}

function Controls(): ReactNode {
  const { t } = useTranslation("player");
  const trace = useLane((lane) => lane.run.trace);
  const isGradients = useApp(({ view }) => view.drawn === "gradients");
  const [foot, isLow] = useIsLow();
  const reasonId = useReasonId();
  const summary = useSummary(); // the region of the edits says it to assistive technology
  if (isLow)
    return (
      <div ref={foot} className={styles.foot} data-low data-print="off">
        <Transport />
        <Rest />
      </div>
    );
  return (
    <div ref={foot} className={styles.foot} data-print="off">
      <Transport />
      <ForcingSwitch reasonId={reasonId} />
      <p className={styles.space} aria-hidden="true">
        <span>{summary}</span>
      </p>
      {trace && trace.shape.attention !== "none" && !isGradients && summary === "" && (
        <span className={styles.scale}>
          <WeightScale />
        </span>
      )}
      <HowItDecodes />
      {trace && (
        <Pop label={t("legend")} name={t("legend")}>
          <StageLegend trace={trace} />
        </Pop>
      )}
    </div>
  );
}

function StageLegend({ trace }: { readonly trace: Trace }): ReactNode {
  const isGradients = useApp(({ view }) => view.drawn === "gradients");
  const hidesExpected = useHides("expected");
  const shown = hidesExpected ? withoutExpected(trace) : trace;
  return isGradients ? <GradientLegend trace={trace} /> : <Legend trace={shown} />;
}

/** Beside an open panel on a phone the foot has room for one line: the buttons of the steps, and one for the rest. */
function useIsLow(): readonly [RefObject<HTMLDivElement | null>, boolean] {
  const foot = useRef<HTMLDivElement>(null);
  const [isLow, setLow] = useState(false);
  useLayoutEffect(() => {
    const stage = foot.current?.closest("section");
    if (!stage) return undefined;
    const read = (): void => {
      const { clientWidth, clientHeight } = stage;
      setLow(clientHeight > 0 && clientHeight <= LOW.height && clientWidth <= LOW.width);
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(stage);
    return () => observer.disconnect();
  }, []);
  return [foot, isLow];
}

const LOW = { width: 480, height: 420 } as const;

/** What the foot has no room for. */
function Rest(): ReactNode {
  const { t } = useTranslation("player");
  const trace = useLane((lane) => lane.run.trace);
  return (
    <Pop label={t("more")} name={t("more")}>
      <div className={styles.how}>
        <ForcingSwitch reasonId={useReasonId()} />
        <HowParts />
        {trace && <StageLegend trace={trace} />}
      </div>
    </Pop>
  );
}

/** The button names the choice in effect. */
function HowItDecodes(): ReactNode {
  const { t } = useTranslation("player");
  const method = useApp(({ view }) => view.show.choosing.method);
  const label = t(`decoding.options.${method}.label`);
  return (
    <Pop label={label} name={t("howItDecodes", { method: label })}>
      <div className={styles.how}>
        <HowParts />
      </div>
    </Pop>
  );
}

/** How the tokens are chosen, and apart from it how fast they are played. */
function HowParts(): ReactNode {
  const { t } = useTranslation("player");
  const isComparing = useComparing(); // then the other model is what stands beside
  return (
    <>
      <DecodingChoice />
      {!isComparing && <BesideChoice />}
      <div className={styles.playback}>
        <h3 className={styles.heading}>{t("playback")}</h3>
        <Speed />
      </div>
    </>
  );
}
