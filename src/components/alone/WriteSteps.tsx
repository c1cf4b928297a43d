/** The steps of one written name: what was fed, the state, the candidates, and what was said. */
import type { ReactNode } from "react";
import type { WriteStep, Writing } from "../../engine/alone/written";
import { SPECIAL_TOKENS } from "../../engine/text/tokens";
import { useFormat } from "../primitives/useFormat";
import { TilePicture } from "../unrolled/tile/TilePicture";
import { Covered } from "./Covered";
import { Scroller } from "./Scroller";
import { useCoveredFrom } from "./useAsked";
import styles from "./Steps.module.css";
import { useAloneTexts } from "./useAloneTexts";

export function WriteSteps({ writing }: { readonly writing: Writing }): ReactNode {
  const { t } = useAloneTexts();
  const coveredFrom = useCoveredFrom();
  const steps = writing.steps.slice(0, coveredFrom ?? writing.steps.length);
  const name = coveredFrom === null ? writing.name : steps.map(({ said }) => said).join("");
  const title = t("write.steps", { name: name === "" ? t("write.empty") : name });
  return (
    <>
      <p className={styles.written}>{name}</p>
      <Scroller label={title}>
        <table className={styles.steps}>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t("write.fed")}</th>
              <th scope="col">{t("write.state")}</th>
              <th scope="col">{t("write.candidates")}</th>
              <th scope="col">{t("write.said")}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step, i) => (
              <Step key={i} step={step} />
            ))}
          </tbody>
        </table>
      </Scroller>
      {coveredFrom !== null && <Covered />}
    </>
  );
}

function Step({ step }: { readonly step: WriteStep }): ReactNode {
  const { t } = useAloneTexts();
  const format = useFormat();
  const nameOf = useLetterName();
  return (
    <tr>
      <td className={styles.letter}>{nameOf(step.fed)}</td>
      <td>
        <span className={styles.tile} aria-hidden="true">
          <TilePicture vector={Float32Array.from(step.state)} />
        </span>
      </td>
      <td>
        <ol className={styles.candidates}>
          {step.candidates.map(({ text, p }) => (
            <li
              key={text}
              data-said={text === step.said || undefined}
              style={{ "--p": `${(100 * p).toFixed(1)}%` } as object}
            >
              <bdi className={styles.candidate}>{nameOf(text)}</bdi> {format.percent(p, 0)}
            </li>
          ))}
        </ol>
      </td>
      <td className={styles.letter}>
        {nameOf(step.said)} {step.given && <small>{t("write.given")}</small>}
      </td>
    </tr>
  );
}

/** A letter as the page writes it; the special tokens have words. */
function useLetterName(): (text: string) => string {
  const { t } = useAloneTexts();
  const [, start, end] = SPECIAL_TOKENS;
  return (text) => {
    if (text === start) return t("write.start");
    return text === end ? t("write.end") : text;
  };
}
