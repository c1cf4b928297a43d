/** The settings of a network alone: its names, its layers and its training. */
import type { ReactNode } from "react";
import { ALONE_FIELDS, type AloneConfig } from "../../engine/alone/aloneConfig";
import { parseField } from "../../engine/setup/field";
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import { useAlone } from "../../state/aloneStore";
import { useApp } from "../../state/store";
import { NumberField } from "../primitives/NumberField";
import { Select } from "../primitives/Select";
import { useFormat } from "../primitives/useFormat";
import { useHides } from "../useHides";
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

interface Changing {
  readonly config: AloneConfig;
  readonly change: (change: Partial<AloneConfig>) => void;
  /** Whether the link lets the controls show their values only. */
  readonly isLocked: boolean;
}

function useChange(): Changing {
  const config = useAlone(({ wish }) => wish.config);
  const isLocked = useApp(({ view }) => view.isLocked);
  const change = (changed: Partial<AloneConfig>): void =>
    student.changeAlone({ config: { ...config, ...changed } });
  return { config, change, isLocked };
}

export function AloneSettings(): ReactNode {
  const { t } = useAloneTexts();
  const { t: ofSetup } = useTranslation("setup");
  const { isLocked } = useChange();
  return (
    <>
      <h3 className={styles.heading}>{t("settings")}</h3>
      {isLocked && <p className={styles.note}>{ofSetup("locked.why")}</p>}
      <NamesSetting />
      <LayerSettings />
      <NumberSettings />
      <p className={styles.caution}>{t("caution")}</p>
    </>
  );
}

function NamesSetting(): ReactNode {
  const { t } = useAloneTexts();
  const { config, change, isLocked } = useChange();
  const hidesFiles = useHides("files");
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
    info?.config.names === "native" && t("names.jamo"),
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
        disabled={isLocked}
        help={help.filter(Boolean).join(" ")}
      />
      <output className={styles.note}>{lacksOwn && t("names.lacksOwn")}</output>
      {!isLocked && !hidesFiles && <OwnNames />}
      <Select
        label={t("accents.label")}
        value={config.accents}
        options={ALONE_FIELDS.accents.options.map((value) => ({
          value,
          label: t(`accents.${value}`),
        }))}
        onChange={(accents) => change({ accents })}
        disabled={isLocked}
        help={t("accents.help")}
      />
    </>
  );
}

function LayerSettings(): ReactNode {
  const { t } = useTranslation("setup");
  const { config, change, isLocked } = useChange();
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
        disabled={isLocked}
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
          disabled={isLocked}
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
        disabled={isLocked}
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
  const { config, change, isLocked } = useChange();
  const format = useFormat();
  const field = ALONE_FIELDS[name];
  const { min, max, step } = field;
  const range = `${format.number(min, 4)}–${format.number(max, 4)}`;
  return (
    <NumberField
      label={label}
      value={config[name]}
      min={min}
      max={max}
      step={step}
      round={(typed) => Number(parseField(field, String(typed)))} // as the link names it
      aside={<span className={styles.range}>{range}</span>}
      onCommit={(value) => change({ [name]: value })}
      disabled={isLocked}
    />
  );
}
