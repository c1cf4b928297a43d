/** The held-out examples one by one: the expected answer, the model's answer, and a button that puts the example on the stage. */
import { useMemo } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { ScoredExample } from "../../engine/results/scoreReport";
import { student } from "../../state/actions/acts";
import type { Order, SortKey } from "../../state/slices/view";
import { useApp } from "../../state/store";
import fields from "../primitives/Field.module.css";
import { ExampleRow } from "./ExampleRow";
import styles from "./ExampleTable.module.css";
import { listExamples, nextOrder } from "./exampleOrder";

interface ExampleTableProps {
  readonly examples: readonly ScoredExample[];
}

export function ExampleTable({ examples }: ExampleTableProps) {
  const { t } = useTranslation("evaluation");
  const order = useApp(({ view }) => view.exampleOrder);
  const wrongOnly = useApp(({ view }) => view.wrongOnly);
  const listed = useMemo(
    () => listExamples(examples, order, wrongOnly),
    [examples, order, wrongOnly],
  );
  const counts = { shown: listed.length, count: examples.length };
  const sort = (key: SortKey): void => student.orderExamples(nextOrder(order, key));
  return (
    <div className={styles.examples}>
      <h3 className={styles.title}>{t("examples.title")}</h3>
      <p className={styles.hint}>{t("examples.hint")}</p>
      <div className={styles.filter}>
        <label className={fields.check}>
          <input
            type="checkbox"
            checked={wrongOnly}
            onChange={({ target }) => student.listWrongOnly(target.checked)}
          />
          {t("examples.wrongOnly")}
        </label>
        <output className={styles.count}>{t("examples.shown", counts)}</output>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <section className={styles.scroller} tabIndex={0} aria-label={t("examples.scroller")}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t("examples.caption")}</caption>
          <Head order={order} onSort={sort} />
          <tbody>
            {listed.map(({ index, example }) => (
              <ExampleRow key={index} index={index} example={example} />
            ))}
          </tbody>
        </table>
        {listed.length === 0 && <p className={styles.nothing}>{t("examples.nothing")}</p>}
      </section>
    </div>
  );
}

interface HeadProps {
  readonly order: Order | null;
  readonly onSort: (key: SortKey) => void;
}

function Head(props: HeadProps) {
  const { t } = useTranslation("evaluation");
  return (
    <thead>
      <tr>
        <th scope="col">{t("examples.columns.source")}</th>
        <th scope="col">{t("examples.columns.expected")}</th>
        <th scope="col">{t("examples.columns.answer")}</th>
        <SortHeading name="result" {...props} />
        <th scope="col" className={styles.number}>
          {t("examples.columns.tokens")}
        </th>
        <SortHeading name="length" {...props} />
        <SortHeading name="loss" {...props} />
      </tr>
    </thead>
  );
}

function SortHeading({ name, order, onSort }: HeadProps & { readonly name: SortKey }) {
  const { t } = useTranslation("evaluation");
  const isSorted = order?.key === name;
  const direction = isSorted && (order.descending ? "descending" : "ascending");
  const arrow = isSorted && (order.descending ? "↓" : "↑");
  return (
    <th
      scope="col"
      className={name === "result" ? undefined : styles.number}
      aria-sort={direction || undefined}
    >
      <button type="button" className={styles.sort} onClick={() => onSort(name)}>
        {t(`examples.columns.${name}`)}
        <span className={styles.arrow} aria-hidden="true">
          {arrow || "↕"}
        </span>
      </button>
    </th>
  );
}
