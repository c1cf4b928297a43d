/** How well a classifier does beside rules without a network, and which classes it confuses. */
import type { ReactNode } from "react";
import type { AloneInfo } from "../../workers/aloneProtocol";
import { useAlone } from "../../state/aloneStore";
import { useFormat } from "../primitives/useFormat";
import styles from "./Alone.module.css";
import { Confusion } from "./Confusion";
import { Covered } from "./Covered";
import { useAloneTexts } from "./useAloneTexts";

/** @param props.isCovered whether a lesson asks about them */
export function Results({ isCovered }: { readonly isCovered: boolean }): ReactNode {
  const { t } = useAloneTexts();
  const info = useAlone((state) => state.info);
  const confusion = info?.evaluations.at(-1)?.confusion;
  if (!info || !confusion) return null; // a generator has none
  return (
    <section className={styles.card} aria-label={t("results.title")}>
      <h3 className={styles.heading}>{t("results.title")}</h3>
      {isCovered ? (
        <Covered />
      ) : (
        <>
          <Rivals info={info} />
          <p className={styles.note}>{t("results.baselines")}</p>
          <Confusion confusion={confusion} />
        </>
      )}
    </section>
  );
}

function Rivals({ info }: { readonly info: AloneInfo }): ReactNode {
  const { t } = useAloneTexts();
  const format = useFormat();
  const { majority, letters, grams } = info.baselines;
  const rows = [
    [t("results.model"), info.evaluations.at(-1)?.heldOut.right ?? 0],
    [t("results.bayesGrams"), grams],
    [t("results.bayesLetters"), letters],
    [t("results.majority"), majority],
  ] as const;
  return (
    <table className={styles.rivals}>
      <thead>
        <tr>
          <th scope="col">{t("results.measure")}</th>
          <th scope="col">{t("results.right")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, right], i) => (
          <tr key={name} data-own={i === 0 || undefined}>
            <th scope="row">{name}</th>
            <td>{format.percent(right)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
