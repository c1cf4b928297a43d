/** How the shown decode chooses its tokens. With teacher forcing the choice has no effect, and the page says so. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { parseField } from "../../engine/setup/field";
import { CHOOSING_FIELDS } from "../../engine/show";
import { useApp } from "../../state/store";
import { useLane } from "../useLane";
import { Button } from "../primitives/Button";
import { NumberField } from "../primitives/NumberField";
import { Select } from "../primitives/Select";
import { Slider } from "../primitives/Slider";
import { useFormat } from "../primitives/useFormat";
import styles from "./DecodingChoice.module.css";
import { student } from "../../state/actions/acts";

/** Whether the shown decode feeds the truth and the example has a truth. */
function useIsForced(): boolean {
  const isWanted = useApp(({ view }) => view.show.feeding === "truth");
  const isKnown = useLane(({ run }) => Boolean(run.trace?.expected));
  return isWanted && isKnown;
}

export function DecodingChoice(): ReactNode {
  const { t } = useTranslation("player");
  const wanted = useApp(({ view }) => view.show.choosing.method);
  const isForced = useIsForced();
  const decoding = isForced ? "greedy" : wanted;
  return (
    <div className={styles.choice} data-place="choosing">
      <Select
        label={t("decoding.label")}
        value={decoding}
        options={CHOOSING_FIELDS.method.options.map((value) => ({
          value,
          label: t(`decoding.options.${value}.label`),
        }))}
        disabled={isForced}
        help={isForced ? t("decoding.forced") : t(`decoding.options.${decoding}.help`)}
        onChange={(option) => student.choose({ method: option })}
      />
      {decoding === "beam" && <ShownNumber name="beamWidth" />}
      {decoding === "sampling" && (
        <>
          <ShownNumber name="temperature" />
          <Seed />
        </>
      )}
    </div>
  );
}

function ShownNumber({ name }: { readonly name: "beamWidth" | "temperature" }): ReactNode {
  const { t } = useTranslation("player");
  const format = useFormat();
  const value = useApp(({ view }) => view.show.choosing[name]);
  const { min, max, step } = CHOOSING_FIELDS[name];
  const commit = (next: number): void => student.choose({ [name]: next });
  return (
    <Slider
      label={t(`decoding.${name}.label`)}
      value={value}
      min={min}
      max={max}
      step={step}
      write={(number) => format.number(number, 1)}
      help={t(`decoding.${name}.help`)}
      onCommit={commit}
      onMove={commit}
    />
  );
}

/** The nearest seed that the field allows. */
function roundSeed(typed: number): number {
  return Number(parseField(CHOOSING_FIELDS.sampleSeed, String(typed)) ?? typed);
}

/** The seed of the draw, and the button for the next seed. */
function Seed(): ReactNode {
  const { t } = useTranslation("player");
  const seed = useApp(({ view }) => view.show.choosing.sampleSeed);
  const { min, max, step } = CHOOSING_FIELDS.sampleSeed;
  return (
    <div className={styles.seed}>
      <NumberField
        label={t("decoding.sampleSeed.label")}
        value={seed}
        min={min}
        max={max}
        step={step}
        round={roundSeed}
        help={t("decoding.sampleSeed.help")}
        onCommit={(sampleSeed) => student.choose({ sampleSeed })}
      />
      <Button onClick={() => student.choose({ sampleSeed: seed < max ? seed + 1 : min })}>
        {t("decoding.again")}
      </Button>
    </div>
  );
}
