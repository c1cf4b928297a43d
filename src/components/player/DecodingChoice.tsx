/** How the decode on show chooses its tokens. Fed the truth there is nothing to choose, and it says so. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FIELDS, parseField } from "../../engine/setup/config";
import { configure, useApp } from "../../state/store";
import { useLane } from "../useLane";
import { Button } from "../primitives/Button";
import { NumberField } from "../primitives/NumberField";
import { Select } from "../primitives/Select";
import { Slider } from "../primitives/Slider";
import { useFormat } from "../primitives/useFormat";
import css from "./DecodingChoice.module.css";

/** Whether the decode on show is asked to feed a truth that there is. */
function useIsForced(): boolean {
  return useApp(({ view, run }) => view.teacherForcing && Boolean(run.trace?.expected));
}

export function DecodingChoice(): ReactNode {
  const { t } = useTranslation("player");
  const wanted = useLane((lane) => lane.config.decoding);
  const isForced = useIsForced();
  const decoding = isForced ? "greedy" : wanted;
  return (
    <div className={css.choice}>
      <Select
        label={t("decoding.label")}
        value={decoding}
        options={FIELDS.decoding.options.map((value) => ({
          value,
          label: t(`decoding.options.${value}.label`),
        }))}
        disabled={isForced}
        help={isForced ? t("decoding.forced") : t(`decoding.options.${decoding}.help`)}
        onChange={(option) => configure({ decoding: option })}
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
  const value = useLane((lane) => lane.config[name]);
  const { min, max, step } = FIELDS[name];
  const commit = (next: number): void => configure({ [name]: next });
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

/** The nearest seed that the field can hold. */
function roundSeed(typed: number): number {
  return Number(parseField(FIELDS.sampleSeed, String(typed)) ?? typed);
}

/** The seed of the draw, and the way to the next one. */
function Seed(): ReactNode {
  const { t } = useTranslation("player");
  const seed = useLane((lane) => lane.config.sampleSeed);
  const { min, max, step } = FIELDS.sampleSeed;
  return (
    <div className={css.seed}>
      <NumberField
        label={t("decoding.sampleSeed.label")}
        value={seed}
        min={min}
        max={max}
        step={step}
        round={roundSeed}
        help={t("decoding.sampleSeed.help")}
        onCommit={(sampleSeed) => configure({ sampleSeed })}
      />
      <Button onClick={() => configure({ sampleSeed: seed < max ? seed + 1 : min })}>
        {t("decoding.again")}
      </Button>
    </div>
  );
}
