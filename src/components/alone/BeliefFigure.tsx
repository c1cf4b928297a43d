/** The states of a classifier in a row, the letters over them, and under them the belief as stacked areas. */
import { type ReactNode, useMemo } from "react";
import { decidingLetter, type Reading } from "../../engine/alone/belief";
import { type BeliefArea, layoutBeliefs, shownClasses } from "../../vis/charts/beliefAreas";
import { useAlone } from "../../state/aloneStore";
import { useFormat } from "../primitives/useFormat";
import { TilePicture } from "../unrolled/tile/TilePicture";
import styles from "./Belief.module.css";
import { Covered } from "./Covered";
import { Scroller } from "./Scroller";
import { useAskedLetter, useCoveredFrom } from "./useAsked";
import { useAloneTexts, useClassName } from "./useAloneTexts";

const COLUMN = 56; // pixels
const HEIGHT = 160;
const LEAST_LABEL = 17; // pixels of an area that holds a name

export function BeliefFigure({ reading }: { readonly reading: Reading }): ReactNode {
  const { t } = useAloneTexts();
  const areas = useMemo(
    () => layoutBeliefs(reading.beliefs, { column: COLUMN, height: HEIGHT }),
    [reading],
  );
  const width = COLUMN * reading.beliefs.length;
  const isCovered = useCoveredFrom() !== null;
  return (
    <>
      <Scroller label={t("read.chart")}>
        <figure className={styles.figure} style={{ width: Math.max(width, 200) }}>
          <States reading={reading} isCovered={isCovered} />
          {!isCovered && <Areas areas={areas} width={width} />}
        </figure>
        {!isCovered && <Legend areas={areas} />}
      </Scroller>
      {isCovered ? <Covered /> : <BeliefTable reading={reading} />}
    </>
  );
}

interface StatesProps {
  readonly reading: Reading;
  readonly isCovered: boolean;
}

function States({ reading, isCovered }: StatesProps): ReactNode {
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
}

function Areas({ areas, width }: AreasProps): ReactNode {
  const { t } = useAloneTexts();
  const nameOf = useClassName();
  return (
    <svg className={styles.areas} width={width} height={HEIGHT} aria-hidden="true">
      {areas.map(({ label, path }, k) => (
        <path
          key={label ?? "others"}
          className={styles.area}
          data-series={label === null ? "others" : k}
          d={path}
        />
      ))}
      {areas.map(({ label, at, height }) =>
        height < LEAST_LABEL ? null : (
          <text key={label ?? "others"} x={at.x} y={at.y + 4} textAnchor="middle">
            {label === null ? t("read.others") : nameOf(label)}
          </text>
        ),
      )}
    </svg>
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

function BeliefTable({ reading }: { readonly reading: Reading }): ReactNode {
  const { t } = useAloneTexts();
  const format = useFormat();
  const nameOf = useClassName();
  const shown = shownClasses(reading.beliefs);
  return (
    <details className={styles.details}>
      <summary>{t("read.table")}</summary>
      <Scroller label={t("read.table")}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t("read.letter")}</th>
              {shown.map((label) => (
                <th key={label} scope="col">
                  {nameOf(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reading.beliefs.map((belief, i) => (
              <tr key={i}>
                <th scope="row">{i === 0 ? t("read.before") : reading.letters[i - 1]}</th>
                {shown.map((label) => (
                  <td key={label}>{format.percent(belief[label] ?? 0)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </details>
  );
}
