/** A name read letter by letter: the states along the top, and the belief of the classifier after every letter. */
import type { ReactNode } from "react";
import { decidingLetter, changes, ranked, type Reading } from "../../engine/alone/belief";
import { student } from "../../state/actions/acts";
import { useAlone } from "../../state/aloneStore";
import { Button } from "../primitives/Button";
import { useFormat } from "../primitives/useFormat";
import { useHides } from "../useHides";
import styles from "./Alone.module.css";
import { BeliefFigure } from "./BeliefFigure";
import { LettersForm } from "./LettersForm";
import { useCoveredFrom } from "./useAsked";
import { useIsTight } from "./useIsTight";
import { useAloneTexts, useClassName } from "./useAloneTexts";

const LONGEST = 24; // letters of a name

export function ReadStage(): ReactNode {
  const { t } = useAloneTexts();
  const reading = useAlone((state) => state.reading);
  const isUntrained = useAlone(({ info }) => info?.step === 0);
  const isShipped = useAlone(({ info }) => info?.isShipped === true);
  const isCovered = useCoveredFrom() !== null;
  const isTight = useIsTight();
  const figure = reading && <BeliefFigure reading={reading} />;
  return (
    <section className={styles.card} aria-label={t("read.title")}>
      <h3 className={isTight ? "visually-hidden" : styles.heading}>{t("read.title")}</h3>
      {isTight && figure}
      <NameBox shown={reading?.name ?? ""} />
      {isUntrained && <p className={styles.note}>{t("read.untrained")}</p>}
      {isShipped && <p className={styles.note}>{t("shipped")}</p>}
      {reading && !isCovered && <Answer reading={reading} />}
      {!isTight && figure}
      <p className={styles.note}>{t("read.explain")}</p>
    </section>
  );
}

function NameBox({ shown }: { readonly shown: string }): ReactNode {
  const { t } = useAloneTexts();
  const examples = useAlone(({ info }) => info?.examples) ?? [];
  const next = (): void => {
    const at = examples.findIndex(({ name }) => name === shown);
    const example = examples[(at + 7) % examples.length]; // of another class
    if (example) student.changeAlone({ text: example.name });
  };
  return (
    <LettersForm
      label={t("read.name")}
      shown={shown}
      longest={LONGEST}
      onSend={(text) => text !== "" && student.changeAlone({ text })}
      className={styles.ask}
    >
      <Button type="submit" look="primary">
        {t("read.read")}
      </Button>
      <Button onClick={next}>{t("read.another")}</Button>
    </LettersForm>
  );
}

/** What it says at the end, what the list says, and the letter that decided most. */
function Answer({ reading }: { readonly reading: Reading }): ReactNode {
  const { t } = useAloneTexts();
  const format = useFormat();
  const nameOf = useClassName();
  const hidesExpected = useHides("expected");
  const best = ranked(reading.beliefs.at(-1) ?? [])[0];
  const deciding = decidingLetter(reading);
  return (
    <div className={styles.answer}>
      {best && (
        <p className={styles.says}>
          {t("read.says", { label: nameOf(best.label), p: format.percent(best.p, 0) })}
        </p>
      )}
      {!hidesExpected && (
        <p data-right={reading.label === null ? undefined : reading.label === best?.label}>
          {reading.label === null
            ? t("read.notListed")
            : t("read.listed", { label: nameOf(reading.label) })}
        </p>
      )}
      {deciding !== null && (
        <p>
          {t("read.deciding", {
            letter: reading.letters[deciding],
            position: deciding + 1,
            moved: format.percent(changes(reading)[deciding] ?? 0, 0),
          })}
        </p>
      )}
    </div>
  );
}
