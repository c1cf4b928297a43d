/** What a classifier believes after every letter of a name, as a chart and as a table. */
import { type ReactNode, useMemo } from "react";
import { ranked, type Reading } from "../../engine/alone/belief";
import { shownClasses } from "../../vis/charts/beliefAreas";
import { useFormat } from "../primitives/useFormat";
import styles from "./Belief.module.css";
import { BeliefChart, type ChartProps } from "./BeliefChart";
import { Covered } from "./Covered";
import { Scroller } from "./Scroller";
import { useCoveredFrom, useReadingBefore } from "./useAsked";
import { useIsTight } from "./useIsTight";
import { useAloneTexts, useClassName } from "./useAloneTexts";

export function BeliefFigure({ reading }: { readonly reading: Reading }): ReactNode {
  const { t } = useAloneTexts();
  const before = useReadingBefore();
  const shown = useMemo(() => classesOf(reading, before), [reading, before]);
  const isCovered = useCoveredFrom() !== null;
  const isTight = useIsTight();
  const other = before?.name === reading.name ? null : before;
  return (
    <>
      <BeliefChart
        label={t("read.chart")}
        reading={reading}
        shown={shown}
        isCovered={isCovered}
        isSmall={other !== null || isTight}
      />
      {other && <Before before={other} reading={reading} shown={shown} />}
      {isCovered ? <Covered /> : <BeliefTable reading={reading} />}
    </>
  );
}

/** Two charts that are compared have the same classes in the same order, so that a class keeps its colour. */
function classesOf(reading: Reading, before: Reading | null): readonly number[] {
  const own = shownClasses(reading.beliefs);
  const shared = before ? shownClasses(before.beliefs) : own;
  const answer = ranked(reading.beliefs.at(-1) ?? [])[0]?.label;
  return answer === undefined || shared.includes(answer) ? shared : own;
}

interface BeforeProps extends Pick<ChartProps, "reading" | "shown"> {
  readonly before: Reading;
}

/** The chart of the name before, for a look at the letters that both names have. */
function Before({ before, reading, shown }: BeforeProps): ReactNode {
  const { t } = useAloneTexts();
  const title = t("read.earlier", { name: before.name });
  const isBeginning = before.name.startsWith(reading.name);
  return (
    <>
      <h4 className={styles.earlier}>{title}</h4>
      <BeliefChart
        label={title}
        reading={before}
        shown={shown}
        isCovered={false}
        isSmall
        faintFrom={isBeginning ? reading.letters.length : null}
      />
    </>
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
