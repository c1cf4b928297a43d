/** The settings of a network alone: its names, its layers and its training. */
import type { ReactNode } from "react";
import { ALONE_FIELDS, type AloneConfig } from "../../engine/alone/aloneConfig";
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import { useAlone } from "../../state/aloneStore";
import { NumberField } from "../primitives/NumberField";
import { Select } from "../primitives/Select";
import { useFormat } from "../primitives/useFormat";
import styles from "./Alone.module.css";
import { OwnNames } from "./OwnNames";
import { useAloneTexts } from "./useAloneTexts";

const NUMBERS = [
  "hiddenSize",
  "embeddingSize",
  "dropout",
  "batchSize",
  "learningRate",
  "clipNorm",
  "seed",
] as const satisfies readonly (keyof AloneConfig)[];

function useChange(): [AloneConfig, (change: Partial<AloneConfig>) => void] {
  const config = useAlone(({ wish }) => wish.config);
  return [config, (change) => student.changeAlone({ config: { ...config, ...change } })];
}

export function AloneSettings(): ReactNode {
  const { t } = useAloneTexts();
  return (
    <>
      <h3 className={styles.heading}>{t("settings")}</h3>
      <NamesSetting />
      <LayerSettings />
      <NumberSettings />
      <p className={styles.caution}>{t("caution")}</p>
    </>
  );
}

function NamesSetting(): ReactNode {
  const { t } = useAloneTexts();
  const [config, change] = useChange();
  const info = useAlone((state) => state.info);
  const hasOwn = useAlone(({ own }) => own !== null);
  const lacksOwn = useAlone((state) => state.lacksOwn);
  const options = ALONE_FIELDS.names.options.filter(
    (value) => value !== "own" || hasOwn || config.names === "own",
  );
  const counts = info && {
    train: info.trainNames,
    heldOut: info.heldOutNames,
    classes: info.classes.length,
    letters: info.letters,
  };
  const help = [
    counts && t("names.help", counts),
    info && info.ambiguous > 0 && t("names.ambiguous", { count: info.ambiguous }),
    info?.source && t("names.source", { source: info.source }),
  ];
  return (
    <>
      <Select
        label={t("names.label")}
        value={config.names}
        options={options.map((value) => ({ value, label: t(`names.${value}`) }))}
        onChange={(names) => change({ names })}
        help={help.filter(Boolean).join(" ")}
      />
      {lacksOwn && (
        <p role="status" className={styles.note}>
          {t("names.lacksOwn")}
        </p>
      )}
      <OwnNames />
      <Select
        label={t("accents.label")}
        value={config.accents}
        options={ALONE_FIELDS.accents.options.map((value) => ({
          value,
          label: t(`accents.${value}`),
        }))}
        onChange={(accents) => change({ accents })}
        help={t("accents.help")}
      />
    </>
  );
}

function LayerSettings(): ReactNode {
  const { t } = useTranslation("setup");
  const [config, change] = useChange();
  return (
    <>
      <Select
        label={t("fields.cell.label")}
        value={config.cell}
        options={ALONE_FIELDS.cell.options.map((value) => ({
          value,
          label: t(`fields.cell.options.${value}.label`),
        }))}
        onChange={(cell) => change({ cell })}
      />
      {config.alone === "classifier" && (
        <Select
          label={t("fields.direction.label")}
          value={config.direction}
          options={ALONE_FIELDS.direction.options.map((value) => ({
            value,
            label: t(`fields.direction.options.${value}.label`),
          }))}
          onChange={(direction) => change({ direction })}
        />
      )}
      <Select
        label={t("fields.tokenInput.label")}
        value={config.tokenInput}
        options={ALONE_FIELDS.tokenInput.options.map((value) => ({
          value,
          label: t(`fields.tokenInput.options.${value}.label`),
        }))}
        onChange={(tokenInput) => change({ tokenInput })}
      />
      <NumberOf name="layers" label={t("fields.layers.label")} />
    </>
  );
}

function NumberSettings(): ReactNode {
  const { t } = useTranslation("setup");
  const alone = useAloneTexts();
  return (
    <>
      {NUMBERS.map((name) => (
        <NumberOf key={name} name={name} label={t(`fields.${name}.label`)} />
      ))}
      <NumberOf name="updates" label={alone.t("updates")} />
    </>
  );
}

interface NumberOfProps {
  readonly name: (typeof NUMBERS)[number] | "layers" | "updates";
  readonly label: string;
}

function NumberOf({ name, label }: NumberOfProps): ReactNode {
  const [config, change] = useChange();
  const format = useFormat();
  const { min, max, step } = ALONE_FIELDS[name];
  const range = `${format.number(min, 4)}–${format.number(max, 4)}`;
  return (
    <NumberField
      label={label}
      value={config[name]}
      min={min}
      max={max}
      step={step}
      aside={<span className={styles.range}>{range}</span>}
      onCommit={(value) => change({ [name]: value })}
    />
  );
}
