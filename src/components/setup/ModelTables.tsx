/** The chosen model in two tables: its activations in the notation of the literature, its parameters in PyTorch's. */
import { Fragment } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { ModelShape } from "../../engine/setup/modelShape";
import type { ParameterName } from "../../engine/setup/learnedParameters";
import {
  activationRows,
  type Dimension,
  type Part,
  parameterGroups,
} from "../../vis/tex/modelTable";
import { MathText } from "../unrolled/MathText";
import { type Format, useFormat } from "../primitives/useFormat";
import styles from "./ModelTables.module.css";

interface ModelTablesProps {
  readonly shape: ModelShape;
  readonly batchSize: number;
}

export function ModelTables({ shape, batchSize }: ModelTablesProps) {
  const { t } = useTranslation("setup");
  const format = useFormat();
  const source = format.number(shape.sourceTokens);
  const target = format.number(shape.targetTokens);
  return (
    <div className={styles.tables}>
      {shape.network === "recurrent" && <Activations shape={shape} batchSize={batchSize} />}
      <p className={styles.note}>
        {shape.network === "recurrent" && t("model.activationsNote")}{" "}
        {t("model.vocabulary", { source, target })}
      </p>
      <Parameters shape={shape} />
      <p className={styles.note}>{t("model.parametersNote")}</p>
    </div>
  );
}

function Activations({ shape, batchSize }: ModelTablesProps) {
  const { t } = useTranslation("setup");
  const format = useFormat();
  return (
    <table className={styles.table}>
      <caption>{t("model.activations")}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t("model.tensor")}</th>
          <th scope="col">{t("model.shape")}</th>
        </tr>
      </thead>
      <tbody>
        {activationRows(shape, batchSize).map(({ name, symbol, shape: dimensions }) => (
          <tr key={name}>
            <th scope="row">
              <MathText>{symbol}</MathText>{" "}
              <span className={styles.what}>{t(`model.names.${name}`)}</span>
            </th>
            <td>
              {bracket(dimensions.map(({ letter }) => letter))}{" "}
              <span className={styles.filled}>{bracket(dimensions.map(sizeIn(format)))}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A dimension's size, or its letter where the size depends on the sentence. */
function sizeIn(format: Format): (dimension: Dimension) => string {
  return ({ letter, size }) => (size === null ? letter : format.number(size));
}

function bracket(dimensions: readonly string[]): string {
  return `[${dimensions.join(", ")}]`;
}

function Parameters({ shape }: { readonly shape: ModelShape }) {
  const { t } = useTranslation("setup");
  const format = useFormat();
  return (
    <table className={styles.table}>
      <caption>{t("model.parameters")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("model.tensor")}</th>
          <th scope="col">{t("model.shape")}</th>
          <th scope="col">{t("model.numbers")}</th>
        </tr>
      </thead>
      {parameterGroups(shape).map(({ part, rows, count }) => (
        <tbody key={part}>
          <tr className={styles.part}>
            <th scope="rowgroup" className={styles.name} colSpan={2}>
              {part}
            </th>
            <td>{format.number(count)}</td>
          </tr>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row" className={styles.name} aria-label={row.name}>
                <ShortName part={part} name={row.name} />
              </th>
              <td>{bracket(row.shape.map(String))}</td>
              <td>{format.number(row.count)}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** The name without its first word, which is in the heading; a line may break after PyTorch's underscores. */
function ShortName({ part, name }: { readonly part: Part; readonly name: ParameterName }) {
  const words = name.slice(part.length + 1).split(/(?<=_)/);
  return words.map((word, i) => (
    <Fragment key={i}>
      {i > 0 && <wbr />}
      {word}
    </Fragment>
  ));
}
