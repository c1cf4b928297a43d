/** The lengths of all gradients as tables: by source token, and by decoder state. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { DECODER_ROADS, ENCODER_ROADS, type RoadsAnswer } from "../../engine/results/roads";
import type { Trace } from "../../engine/results/trace";
import { directionsOf } from "../../engine/setup/modelShape";
import { roadLengths } from "../../vis/facts/roadLengths";
import { lengthText } from "../../vis/tex/roadText";
import { subscript } from "../../vis/tex/symbols";
import { useTokenName } from "../unrolled/useTokenName";
import styles from "./RoadTable.module.css";

interface RoadTableProps {
  readonly trace: Trace;
  readonly answer: RoadsAnswer;
}

export function RoadTable({ trace, answer }: RoadTableProps): ReactNode {
  const { t } = useTranslation("gradients");
  const name = useTokenName();
  const lengths = roadLengths(answer.roads, directionsOf(trace.shape).length);
  const source = trace.source.map((token, s) => `h${subscript(s + 1)} ${name(token)}`);
  const memory = trace.source.map((token, s) => `C${subscript(s + 1)} ${name(token)}`);
  const states = lengths.steps.map((_, state) => `s${subscript(state)}`);
  return (
    <div className={styles.tables}>
      <Table
        caption={t("table.encoder")}
        names={source}
        roads={ENCODER_ROADS}
        rows={lengths.columns}
      />
      {lengths.memories && (
        <Table
          caption={t("table.memory")}
          names={memory}
          roads={ENCODER_ROADS}
          rows={lengths.memories}
        />
      )}
      <Table
        caption={t("table.decoder")}
        names={states}
        roads={DECODER_ROADS}
        rows={lengths.steps}
      />
    </div>
  );
}

type Road = (typeof ENCODER_ROADS)[number] | (typeof DECODER_ROADS)[number];

interface TableProps<R extends Road> {
  readonly caption: string;
  readonly names: readonly string[];
  readonly roads: readonly R[];
  readonly rows: readonly Readonly<Record<R | "whole", number>>[];
}

function Table<R extends Road>({ caption, names, roads, rows }: TableProps<R>): ReactNode {
  const { t } = useTranslation("gradients");
  const columns: readonly (R | "whole")[] = ["whole", ...roads];
  return (
    <table className={styles.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("table.state")}</th>
          {columns.map((road) => (
            <th key={road} scope="col">
              {t(`roads.${road}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={i}>
            <th scope="row">{names[i]}</th>
            {columns.map((road) => (
              <td key={road}>{lengthText(row[road])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
