/** More names of the same class, whether the lists have them, and what the classifier says of them. */
import type { ReactNode } from "react";
import type { JudgedWriting } from "../../workers/aloneProtocol";
import { useFormat } from "../primitives/useFormat";
import styles from "./Alone.module.css";
import { useAloneTexts, useClassName } from "./useAloneTexts";

export function WrittenNames({
  written,
}: {
  readonly written: readonly JudgedWriting[];
}): ReactNode {
  const { t } = useAloneTexts();
  const count = (novelty: string): number =>
    written.filter(({ writing }) => writing.novelty === novelty).length;
  const hasJudge = written.some(({ judged }) => judged !== null);
  return (
    <section className={styles.card} aria-label={t("write.list")}>
      <h3 className={styles.heading}>{t("write.list")}</h3>
      <p>
        {t("write.summary", { new: count("new"), all: written.length, trained: count("trained") })}
      </p>
      <table className={styles.rivals}>
        <thead>
          <tr>
            <th scope="col">{t("write.name")}</th>
            <th scope="col">{t("write.novelty")}</th>
            {hasJudge && <th scope="col">{t("write.judged")}</th>}
          </tr>
        </thead>
        <tbody>
          {written.map((one, i) => (
            <NameRow key={i} one={one} hasJudge={hasJudge} />
          ))}
        </tbody>
      </table>
      {!hasJudge && <p className={styles.note}>{t("write.noJudge")}</p>}
    </section>
  );
}

interface NameRowProps {
  readonly one: JudgedWriting;
  readonly hasJudge: boolean;
}

function NameRow({ one: { writing, judged }, hasJudge }: NameRowProps): ReactNode {
  const { t } = useAloneTexts();
  const format = useFormat();
  const nameOf = useClassName();
  return (
    <tr data-own={writing.novelty === "new" || undefined}>
      <th scope="row">{writing.name === "" ? t("write.empty") : writing.name}</th>
      <td>{t(`write.${writing.novelty}`)}</td>
      {hasJudge && <td>{judged && `${nameOf(judged.label)} ${format.percent(judged.p, 0)}`}</td>}
    </tr>
  );
}
