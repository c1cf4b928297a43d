/** A setting that is one of a few: a select, and one sentence on what the chosen option does. */
import { useTranslation } from "react-i18next";
import { FIELDS, type Config } from "../../engine/config";
import { configure, useApp } from "../../state/app";
import { Select } from "../primitives/Select";
import { FormatList } from "./FormatList";

type ChoiceName = "task" | "attention" | "timing";
type OptionText = { readonly label: string; readonly help: string };

export function ChoiceSetting({ name }: { readonly name: ChoiceName }) {
  const { t } = useTranslation("setup");
  const value = useApp((state) => state.config[name]);
  const texts: Readonly<Record<string, OptionText>> = t(`fields.${name}.options`, {
    returnObjects: true,
  });
  const hasPairs = useApp((state) => state.pairs.used !== null || state.config.task === "pairs");
  const isIdle = useApp((state) => name === "timing" && state.config.attention === "none");
  const options = FIELDS[name].options
    .filter((option) => option !== "pairs" || hasPairs)
    .map((option) => ({ value: option, label: texts[option]?.label ?? option }));
  return (
    <Select<Config[ChoiceName]>
      label={t(`fields.${name}.label`)}
      value={value}
      options={options}
      disabled={isIdle}
      help={isIdle ? t("noTiming") : texts[value]?.help}
      more={value === "dates" && <FormatList />}
      onChange={(option) => configure({ [name]: option })}
    />
  );
}
