/** The attention over time: small maps of the example on show at the kept updates, the replay, and the choice of curves. */
import { looksBack } from "../../engine/setup/modelShape";
import { type ReactNode, Suspense, useContext } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { MapFilm } from "../../engine/results/mapFilm";
import { pastStep } from "../../engine/show";
import { student } from "../../state/actions/acts";
import { showOf } from "../../state/slices/comparison";
import { CURVES } from "../../state/slices/view";
import { useApp } from "../../state/store";
import { Choice } from "../primitives/Choice";
import { useFormat } from "../primitives/useFormat";
import { latePart } from "../shell/latePart";
import { useComparing } from "../useComparing";
import { LaneContext, useRun } from "../useLane";
import styles from "./AttentionFilm.module.css";
import { MapThumb } from "./MapThumb";
import { ReplayButton } from "./ReplayButton";
import { useMapFilm } from "./useMapFilm";

const OneLane = latePart(async () => (await import("../compare/OneLane")).OneLane);

export function AttentionFilm(): ReactNode {
  const { t } = useTranslation("maps");
  const isComparing = useComparing();
  return (
    <section className={styles.film} aria-label={t("title")} data-place="maps">
      <div className={styles.controls}>
        <ReplayButton />
        {!isComparing && <CurveChoice />}
      </div>
      {isComparing ? (
        <Suspense fallback={null}>
          <OneLane>
            <Strip />
          </OneLane>
        </Suspense>
      ) : (
        <Strip />
      )}
    </section>
  );
}

/** The timeline of two models has the curves of both instead. */
function CurveChoice(): ReactNode {
  const { t } = useTranslation("maps");
  const attends = useRun(({ info }) => info === null || looksBack(info.config));
  const curves = useApp(({ view }) => view.curves);
  if (!attends) return null;
  return (
    <Choice
      label={t("curves.label")}
      options={CURVES}
      value={curves}
      name={(each) => t(`curves.${each}`)}
      onChoose={student.showCurves}
    />
  );
}

/** The maps, or why there are none. */
function Strip(): ReactNode {
  const { t } = useTranslation("maps");
  const attends = useRun(({ info }) => info === null || looksBack(info.config));
  const { film, state } = useMapFilm();
  if (!attends) return <p className={styles.note}>{t("none")}</p>;
  if (state !== "shown" || !film) return <p className={styles.note}>{t(state === "shown" ? "waiting" : state)}</p>; // prettier-ignore
  return (
    <div className={styles.strip}>
      <About film={film} />
      <Maps film={film} />
    </div>
  );
}

/** What the maps and their numbers are of. */
function About({ film }: { readonly film: MapFilm }): ReactNode {
  const { t } = useTranslation("maps");
  const format = useFormat();
  const even = film.frames[0]?.entropy.even ?? 0;
  const tokens = film.source.length;
  const isTraining = useRun(({ status }) => status === "training");
  return (
    <p className={styles.about}>
      {t("about", { tokens, even: format.fixed(even, 2) })} {isTraining && t("later")}
    </p>
  );
}

function Maps({ film }: { readonly film: MapFilm }): ReactNode {
  const { t } = useTranslation("maps");
  const lane = useContext(LaneContext);
  const shown = useApp((state) => pastStep(showOf(state, lane)));
  const now = useRun(({ step }) => step);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <ol className={styles.maps} aria-label={t("list")} tabIndex={0}>
      {film.frames.map((frame) => (
        <li key={frame.step}>
          <MapThumb
            frame={frame}
            isShown={frame.step === (shown ?? now)}
            onOpen={() => student.lookBack(frame.step < now ? { step: frame.step } : "present")}
          />
        </li>
      ))}
    </ol>
  );
}
