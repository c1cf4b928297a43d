/** Score and weight of every source token, with the selected one highlighted; a click selects. */
import { useEffect, useRef, type ReactNode, type RefObject } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { AttentionTrace } from "../../engine/results/trace";
import type { TokenView } from "../../engine/text/tokens";
import { signed } from "../../vis/format";
import { spelled } from "../../vis/layout/spelled";
import { useFormat } from "../primitives/useFormat";
import { nameText } from "../../vis/tex/quantityText";
import { NumberButton } from "../unrolled/NumberButton";
import type { OnDerive, OnSelect, Shown } from "../unrolled/shown";
import { useRoving } from "../primitives/useRoving";
import { useTokenName } from "../unrolled/useTokenName";
import styles from "./ScoreTable.module.css";

/** Keeps the selected row visible without scrolling the page. */
function useRowInSight(column: number | null): RefObject<HTMLDivElement | null> {
  const room = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const row = room.current?.querySelector<HTMLElement>(`[data-column="${column}"]`);
    if (!room.current || !row) return;
    const { scrollTop, clientHeight } = room.current;
    const header = row.offsetHeight; // the sum below has the same height
    if (row.offsetTop - header < scrollTop) room.current.scrollTop = row.offsetTop - header;
    else if (row.offsetTop + 2 * header > scrollTop + clientHeight)
      room.current.scrollTop = row.offsetTop + 2 * header - clientHeight;
  }, [column]);
  return room;
}

const FITS = 11; // the number of rows that are visible without scrolling

export interface ScoreTableProps extends Shown {
  readonly onSelect: OnSelect;
  readonly onDerive: OnDerive;
}

export function ScoreTable(props: ScoreTableProps): ReactNode {
  const { trace, step, column } = props;
  const { t } = useTranslation("step");
  const room = useRowInSight(column);
  const roving = useRoving(trace.source.length, "column");
  const { attention } = step;
  if (!attention) return null;
  return (
    <div ref={room} className={styles.room} data-long={trace.source.length > FITS || undefined}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t("scores")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("source")}</th>
            <th scope="col">{t("scoreColumn")}</th>
            <th scope="col" colSpan={2}>
              {t("weightColumn")}
            </th>
          </tr>
        </thead>
        <tbody {...roving.container}>
          {trace.source.map((token, s) => (
            <ScoreRow
              key={s}
              {...props}
              attention={attention}
              token={token}
              position={s}
              tabIndex={roving.tabIndexOf(s)}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={4}>{t("weightSum")}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface ScoreRowProps extends ScoreTableProps {
  readonly attention: AttentionTrace;
  readonly token: TokenView;
  readonly position: number;
  readonly tabIndex: 0 | -1;
}

function ScoreRow(props: ScoreRowProps): ReactNode {
  const { trace, index, column, attention, token, position, tabIndex } = props;
  const format = useFormat();
  const name = useTokenName();
  const weight = attention.weights[position] ?? 0;
  const number = (kind: "score" | "weight", text: string): ReactNode => {
    const place = { kind, step: index, position };
    const open = (): void => props.onDerive(place);
    return (
      <td>
        <NumberButton
          symbol={nameText(trace, place)}
          text={text}
          tabIndex={tabIndex}
          onOpen={open}
        />
      </td>
    );
  };
  return (
    <tr data-column={position} data-on={position === column || undefined}>
      <th scope="row">
        <button
          type="button"
          className={styles.pick}
          aria-pressed={position === column}
          aria-label={name(token)}
          data-stop={position}
          tabIndex={tabIndex}
          onClick={() => props.onSelect(index, position)}
        >
          {spelled(token)}
        </button>
      </th>
      {number("score", signed(attention.scores[position] ?? 0))}
      {number("weight", format.fixed(weight, 2))}
      <td className={styles.barCell} aria-hidden="true">
        <span className={styles.bar} style={{ backgroundSize: `${100 * weight}% 100%` }} />
      </td>
    </tr>
  );
}
