/** A numeric setting: a field where the exact value matters, a slider where its tendency matters. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { FIELDS } from "../../engine/setup/config";
import { parseField } from "../../engine/setup/field";
import { useLane } from "../useLane";
import { NumberField } from "../primitives/NumberField";
import { Slider } from "../primitives/Slider";
import { useFormat } from "../primitives/useFormat";
import { initialOf, isDifficulty, type NumberName, rangeOf, writeNumber } from "./fields";
import { useConfigure } from "./useConfigure";
import { useSetting } from "./useSetting";

interface NumberSettingProps {
  readonly name: NumberName;
  /** Below the explanation. */
  readonly more?: ReactNode;
}

const TYPED: ReadonlySet<NumberName> = new Set<NumberName>([
  "hiddenSize",
  "embeddingSize",
  "learningRate",
  "clipNorm",
  "halfLife",
  "targetMatch",
  "maxSteps",
  "patience",
  "seed",
]);

export function NumberSetting({ name, more }: NumberSettingProps) {
  const { t } = useTranslation("setup");
  const format = useFormat();
  const { label, idle, isFixed, aside } = useSetting(name);
  const config = useLane((lane) => lane.config);
  const configure = useConfigure();
  const explanation = useExplanation(name);
  const value = config[name];
  const { step, effect } = FIELDS[name];
  const { min, max } = rangeOf(config, name);
  const write = (number: number): string => writeNumber(format, number);
  const initial = write(Number(initialOf(config, name)));
  const range = t("range", { min: write(min), max: write(max), initial });
  const commit = (next: number): void => configure({ [name]: next });
  const shared = {
    label,
    value,
    min,
    max,
    step,
    aside,
    more: idle === null && more,
    disabled: isFixed,
    help: idle ?? `${explanation} ${range}`,
    onCommit: commit,
  };
  if (TYPED.has(name)) return <NumberField {...shared} round={(typed) => roundTo(name, typed)} />;
  const isLive = effect === "live";
  const hue = name === "forcing" ? "truth" : "ink";
  return <Slider {...shared} hue={hue} write={write} onMove={isLive ? commit : undefined} />;
}

/** The unit of the number; the difficulty of each task has its own units. */
function useExplanation(name: NumberName): string {
  const { t } = useTranslation("setup");
  const { task, network } = useLane((lane) => lane.config);
  if (name === "layers" && network === "transformer") return t("fields.layers.inBoth");
  if (!isDifficulty(name)) return t(`fields.${name}.help`);
  if (task === "pairs") return "";
  const kind = name === "symbols" ? "symbols" : "lengths";
  return t(`fields.${name}.help`, { unit: t(`units.${task}.${kind}`) });
}

/** The nearest value that the field allows. */
function roundTo(name: NumberName, value: number): number {
  return Number(parseField(FIELDS[name], String(value)) ?? value);
}
