/** A setting that is a number: typed where exactness matters, a slider where the feel of it does. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FIELDS, parseField } from "../../engine/config";
import { configure, useApp } from "../../state/app";
import { NumberField } from "../primitives/NumberField";
import { Slider } from "../primitives/Slider";
import { useFormat } from "../primitives/useFormat";
import { type NumberName, writeNumber } from "./fields";
import { useSetting } from "./useSetting";

interface NumberSettingProps {
  readonly name: NumberName;
  /** Below the explanation. */
  readonly more?: ReactNode;
}

const TYPED: ReadonlySet<NumberName> = new Set<NumberName>([
  "learningRate",
  "clipNorm",
  "halfLife",
  "targetMatch",
  "maxSteps",
  "seed",
]);

export function NumberSetting({ name, more }: NumberSettingProps) {
  const { t } = useTranslation("setup");
  const format = useFormat();
  const { label, idle, aside } = useSetting(name);
  const value = useApp((state) => state.config[name]);
  const { min, max, step, initial, effect } = FIELDS[name];
  const write = (number: number): string => writeNumber(format, number);
  const range = t("range", { min: write(min), max: write(max), initial: write(initial) });
  const commit = (next: number): void => configure({ [name]: next });
  const shared = {
    label,
    value,
    min,
    max,
    step,
    aside,
    more: idle === null && more,
    disabled: idle !== null,
    help: idle ?? `${t(`fields.${name}.help`)} ${range}`,
    onCommit: commit,
  };
  if (TYPED.has(name)) return <NumberField {...shared} round={(typed) => roundTo(name, typed)} />;
  const isLive = effect === "live";
  const hue = name === "forcing" ? "truth" : "ink";
  return <Slider {...shared} hue={hue} write={write} onMove={isLive ? commit : undefined} />;
}

/** The nearest value that the field can hold. */
function roundTo(name: NumberName, value: number): number {
  return Number(parseField(FIELDS[name], String(value)) ?? value);
}
