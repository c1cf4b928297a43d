/** The states of a classifier in a row, the letters over them, and under them the belief as stacked areas. */
import { type ReactNode, useMemo } from "react";
import { decidingLetter, type Reading } from "../../engine/alone/belief";
import { type BeliefArea, layoutBeliefs } from "../../vis/charts/beliefAreas";
import { useAlone } from "../../state/aloneStore";
import { useFormat } from "../primitives/useFormat";
import { TilePicture } from "../unrolled/tile/TilePicture";
import styles from "./Belief.module.css";
import { Scroller } from "./Scroller";
import { useAskedLetter } from "./useAsked";
import { useAloneTexts, useClassName } from "./useAloneTexts";

const COLUMN = 56; // pixels
const HEIGHT = 160;
const SMALL_HEIGHT = 104;
const LEAST_LABEL = 17; // pixels of an area that holds a name

export interface ChartProps {
  /** Names the region that scrolls. */
  readonly label: string;
  readonly reading: Reading;
  readonly shown: readonly number[];
  readonly isCovered: boolean;
  /** Whether it is one of two on the screen, or the screen is small. */
  readonly isSmall: boolean;
  /** The letters from here on are drawn faintly; null: none is. */
  readonly faintFrom?: number | null;
}

/** The legend stays where it is when the chart scrolls. */
export function BeliefChart({
  label,
  reading,
  shown,
  isCovered,
  isSmall,
  faintFrom = null,
}: ChartProps): ReactNode {
  const height = isSmall ? SMALL_HEIGHT : HEIGHT;
  const areas = useMemo(
    () => layoutBeliefs(reading.beliefs, { column: COLUMN, height }, shown),
    [reading, shown, height],
  );
  const width = COLUMN * reading.beliefs.length;
  return (
    <div className={styles.chart}>
      <Scroller label={label}>
        <figure className={styles.figure} style={{ width: Math.max(width, 200) }}>
          <States reading={reading} isCovered={isCovered} faintFrom={faintFrom} />
          {!isCovered && (
            <Areas areas={areas} width={width} height={height} faintFrom={faintFrom} />
          )}
        </figure>
      </Scroller>
      {!isCovered && <Legend areas={areas} />}
    </div>
  );
}

type StatesProps = Pick<ChartProps, "reading" | "isCovered"> & {
  readonly faintFrom: number | null;
};

function States({ reading, isCovered, faintFrom }: StatesProps): ReactNode {
  const { t } = useAloneTexts();
  const isSplit = useAlone(({ info }) => info?.config.direction === "bidirectional");
  const deciding = isCovered ? null : decidingLetter(reading);
  const vectors = useMemo(
    () => reading.states.map((state) => Float32Array.from(state)),
    [reading.states],
  );
  return (
    <ol className={styles.states}>
      <li className={styles.state}>
        <span className={styles.before}>{t("read.before")}</span>
      </li>
      {reading.letters.map((letter, i) => (
        <li
          key={i}
          className={styles.state}
          data-deciding={i === deciding || undefined}
          data-faint={(faintFrom !== null && i >= faintFrom) || undefined}
          data-unknown={reading.unknown[i] || undefined}
          title={reading.unknown[i] ? t("read.unknown") : undefined}
        >
          <Letter letter={letter} place={i} />
          <span className={styles.tile} title={t("read.state", { letter })} aria-hidden="true">
            {vectors[i] && <TilePicture vector={vectors[i]} split={isSplit} />}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** A letter of the name; while a lesson asks for one, a button that predicts it. */
function Letter({ letter, place }: { readonly letter: string; readonly place: number }): ReactNode {
  const { t } = useAloneTexts();
  const asked = useAskedLetter();
  const marks = {
    "data-predicted": asked?.predicted === place || undefined,
    "data-true": asked?.truth === place || undefined,
  };
  const onPick = asked?.onPick;
  if (!onPick)
    return (
      <span className={styles.letter} {...marks}>
        {letter}
      </span>
    );
  return (
    <button
      type="button"
      className={styles.letter}
      aria-pressed={asked.predicted === place}
      aria-label={t("read.pick", { letter, position: place + 1 })}
      onClick={() => onPick(place)}
      {...marks}
    >
      {letter}
    </button>
  );
}

interface AreasProps {
  readonly areas: readonly BeliefArea[];
  readonly width: number;
  readonly height: number;
  readonly faintFrom: number | null;
}

function Areas({ areas, width, height, faintFrom }: AreasProps): ReactNode {
  const { t } = useAloneTexts();
  const nameOf = useClassName();
  return (
    <svg className={styles.areas} width={width} height={height} aria-hidden="true">
      {areas.map(({ label, path }, k) => (
        <path
          key={label ?? "others"}
          className={styles.area}
          data-series={label === null ? "others" : k}
          d={path}
        />
      ))}
      {faintFrom !== null && <Faint from={(faintFrom + 0.5) * COLUMN} to={width} height={height} />}
      {areas.map(({ label, at, height: room }) =>
        room < LEAST_LABEL ? null : (
          <text key={label ?? "others"} x={at.x} y={at.y + 4} textAnchor="middle">
            {label === null ? t("read.others") : nameOf(label)}
          </text>
        ),
      )}
    </svg>
  );
}

/** A veil over the letters that the shorter name does not have, and a line at its last letter. */
function Faint({
  from,
  to,
  height,
}: Readonly<Record<"from" | "to" | "height", number>>): ReactNode {
  return (
    <>
      <rect className={styles.veil} x={from} width={to - from} height={height} />
      <line className={styles.end} x1={from} x2={from} y2={height} />
    </>
  );
}

function Legend({ areas }: { readonly areas: readonly BeliefArea[] }): ReactNode {
  const { t } = useAloneTexts();
  const format = useFormat();
  const nameOf = useClassName();
  return (
    <ul className={styles.legend}>
      {areas.map(({ label, last }, k) => (
        <li key={label ?? "others"} data-series={label === null ? "others" : k}>
          {label === null ? t("read.others") : nameOf(label)} {format.percent(last, 0)}
        </li>
      ))}
    </ul>
  );
}
