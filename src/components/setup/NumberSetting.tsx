/** A setting that is a number: typed where exactness matters, a slider where the feel of it does. */
import { useTranslation } from "react-i18next";
import { FIELDS, parseField, type FieldName } from "../../engine/config";
import { configure, useApp } from "../../state/app";
import { Button } from "../primitives/Button";
import { NumberField } from "../primitives/NumberField";
import { Slider } from "../primitives/Slider";
import { useFormat } from "../primitives/useFormat";
import styles from "./Setup.module.css";

type NumberName = Exclude<FieldName, "task" | "attention" | "timing">;

interface SettingProps {
  readonly name: NumberName;
}

const DECIMALS = 4; // as many as the finest step has

export function NumberSetting({ name }: SettingProps) {
  const shared = useNumberSetting(name);
  const round = (value: number): number => Number(parseField(FIELDS[name], String(value)) ?? value);
  return <NumberField {...shared} round={round} />;
}

export function SliderSetting({ name }: SettingProps) {
  const shared = useNumberSetting(name);
  const format = useFormat();
  const isLive = FIELDS[name].effect === "live";
  return (
    <Slider
      {...shared}
      hue={name === "forcing" ? "truth" : "ink"}
      write={(value) => format.number(value, DECIMALS)}
      onMove={isLive ? shared.onCommit : undefined}
    />
  );
}

/** What both forms of a number share: label, range, value, explanation. */
function useNumberSetting(name: NumberName) {
  const { t } = useTranslation("setup");
  const format = useFormat();
  const value = useApp((state) => state.config[name]);
  const { min, max, step, initial, effect } = FIELDS[name];
  const write = (number: number): string => format.number(number, DECIMALS);
  const range = t("range", { min: write(min), max: write(max), initial: write(initial) });
  return {
    label: t(`fields.${name}.label`),
    value,
    min,
    max,
    step,
    help: `${t(`fields.${name}.help`)} ${range}`,
    aside: (
      <>
        {effect === "live" && <span className={styles.live}>{t("live")}</span>}
        {value !== initial && <ToDefault name={name} text={write(initial)} />}
      </>
    ),
    onCommit: (next: number) => configure({ [name]: next }),
  };
}

/** Sets one setting back; it is there only while there is something to set back. */
function ToDefault({ name, text }: SettingProps & { readonly text: string }) {
  const { t } = useTranslation("setup");
  const label = t("toDefault", { field: t(`fields.${name}.label`), value: text });
  return (
    <Button
      look="link"
      className={styles.toDefault}
      aria-label={label}
      title={label}
      onClick={({ currentTarget }) => {
        // The button goes away, so the focus moves to what it was about.
        currentTarget.closest("[data-field]")?.querySelector("input")?.focus();
        configure({ [name]: FIELDS[name].initial });
      }}
    >
      <span aria-hidden="true">{BACK}</span>
      {text}
    </Button>
  );
}

const BACK = "↺";
